package org.vicinal.agent.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.machine.Ports;
import org.vicinal.agent.serial.SerialLine.Heard;
import org.vicinal.agent.simulation.PseudoTerminal;

/** A line carries bytes both ways; what is wrong with it is told in words that help. */
@Timeout(60)
class SerialLineTest {
  @TempDir Path folder;

  @Test
  void aPortThatIsNotThereIsNamedWithWhatToDo() {
    var line = new JsscLine(folder.resolve("ttyNone").toString(), 115200);
    assertThat(line.open())
        .isInstanceOfSatisfying(
            Heard.Lost.class,
            lost -> assertThat(lost.why()).contains("ttyNone", "there is none", "Plug"));
  }

  @Test
  void aFileIsNoPort() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no port");
    var line = new JsscLine(file.toString(), 115200);
    assertThat(line.open()).isInstanceOf(Heard.Lost.class);
  }

  @Test
  void bytesGoBothWaysAndAPulledCableIsNoticed() throws Exception {
    var line = new JsscLine("", 115200);
    try (var terminal = new PseudoTerminal()) {
      line = new JsscLine(terminal.slave().toString(), 115200);
      assertThat(line.open()).isEqualTo(Heard.SILENCE);
      line.write(bytes("G28\n"));
      assertThat(waitFor(() -> terminal.await(10) == PseudoTerminal.Hearing.BYTES)).isTrue();
      assertThat(text(terminal.read())).isEqualTo("G28\n");
      terminal.write(bytes("ok\n"));
      assertThat(heard(line)).isEqualTo("ok\n");
    }
    var cut = line;
    assertThat(waitFor(() -> cut.read() instanceof Heard.Lost)).isTrue();
    line.close();
  }

  @Test
  void everyByteValuePassesUnchanged() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (var terminal = new PseudoTerminal()) {
      var line = new JsscLine(terminal.slave().toString(), 115200);
      line.open();
      line.write(all);
      assertThat(waitFor(() -> terminal.await(10) == PseudoTerminal.Hearing.BYTES)).isTrue();
      assertThat(terminal.read()).isEqualTo(all);
      line.close();
    }
  }

  @Test
  void aPeerThatStopsReadingIsALostLineAndHoldsNobodyUp() throws Exception {
    try (var terminal = new PseudoTerminal()) {
      var line = new JsscLine(terminal.slave().toString(), 115200);
      line.open();
      for (int i = 0; i < 3000; i++) {
        line.write(bytes("G1 X100.000 Y100.000 E1.00000\n"));
      }
      assertThat(waitFor(() -> line.read() instanceof Heard.Lost)).isTrue();
      line.close();
    }
  }

  @Test
  void aStopPassesWhatWaitsAndAWriteThatIsNotTaken() throws Exception {
    try (var terminal = new PseudoTerminal()) {
      var line = new JsscLine(terminal.slave().toString(), 115200);
      line.open();
      for (int i = 0; i < 3000; i++) {
        line.write(bytes("G1 X100.000 Y100.000 E1.00000\n"));
      }
      line.stop(bytes("\nM112\n"));
      line.write(bytes("G1 X7\n"));
      var came = new StringBuilder();
      assertThat(
              waitFor(
                  () -> {
                    if (terminal.await(10) == PseudoTerminal.Hearing.BYTES) {
                      came.append(text(terminal.read()));
                    }
                    return came.toString().contains("M112");
                  }))
          .isTrue();
      assertThat(came.toString()).endsWith("\nM112\n").hasSizeLessThan(40_000);
      line.goOn();
      line.write(bytes("G1 X8\n"));
      assertThat(waitFor(() -> terminal.await(10) == PseudoTerminal.Hearing.BYTES)).isTrue();
      assertThat(text(terminal.read())).isEqualTo("G1 X8\n");
      line.close();
    }
  }

  @Test
  void aRateWithoutAConstantIsSetTrulyAndReadBack() throws Exception {
    try (var terminal = new PseudoTerminal()) {
      var line = new JsscLine(terminal.slave().toString(), 250_000);
      assertThat(line.open()).isEqualTo(Heard.SILENCE);
      try (var beside = Termios.open(terminal.slave()).orElseThrow()) {
        assertThat(beside.rate()).isEqualTo(250_000);
      }
      line.write(bytes("M105\n"));
      assertThat(waitFor(() -> terminal.await(10) == PseudoTerminal.Hearing.BYTES)).isTrue();
      assertThat(text(terminal.read())).isEqualTo("M105\n");
      line.close();
    }
    assertThat(Termios.near(250_000, 250_000)).isTrue();
    assertThat(Termios.near(38_400, 250_000)).isFalse();
  }

  @Test
  void aBoardThatIsNotToBeResetKeepsItsLinesWhenThePortIsClosed() throws Exception {
    try (var terminal = new PseudoTerminal();
        var beside = Termios.open(terminal.slave()).orElseThrow()) {
      var kept = Ports.line(terminal.slave() + "?dtr=keep", 115_200);
      assertThat(kept.open()).isEqualTo(Heard.SILENCE);
      assertThat(beside.hangsUp()).isFalse();
      kept.close();
      assertThat(beside.hangsUp()).isFalse();
    }
    assertThat(Ports.line("/dev/none?dtr=maybe", 115_200).open())
        .isInstanceOfSatisfying(
            Heard.Lost.class, lost -> assertThat(lost.why()).contains("/dev/none?dtr=maybe"));
  }

  @Test
  void aTerminalOutlivesItsHosts() throws Exception {
    try (var terminal = new PseudoTerminal()) {
      assertThat(terminal.await(0)).isEqualTo(PseudoTerminal.Hearing.ALONE);
      for (int host = 0; host < 3; host++) {
        var line = new JsscLine(terminal.slave().toString(), 115200);
        line.open();
        assertThat(terminal.await(0)).isEqualTo(PseudoTerminal.Hearing.SILENCE);
        terminal.write(bytes("start\n"));
        assertThat(heard(line)).isEqualTo("start\n");
        line.close();
        assertThat(waitFor(() -> terminal.await(0) == PseudoTerminal.Hearing.ALONE)).isTrue();
      }
    }
  }

  @Test
  void aNetworkPortCarriesBytesAndItsEndIsNoticed() throws Exception {
    try (var server = new ServerSocket(0)) {
      var line = new TcpLine("127.0.0.1", server.getLocalPort());
      assertThat(line.open()).isEqualTo(Heard.SILENCE);
      try (var machine = server.accept()) {
        line.write(bytes("?"));
        assertThat(machine.getInputStream().readNBytes(1)).isEqualTo(bytes("?"));
        machine.getOutputStream().write(bytes("<Idle>\n"));
        assertThat(heard(line)).isEqualTo("<Idle>\n");
      }
      assertThat(waitFor(() -> line.read() instanceof Heard.Lost)).isTrue();
      line.close();
    }
    var nobody = new TcpLine("127.0.0.1", 1);
    assertThat(nobody.open()).isInstanceOf(Heard.Lost.class);
  }

  private static String heard(SerialLine line) {
    StringBuilder text = new StringBuilder();
    waitFor(
        () -> {
          if (line.read() instanceof Heard.Bytes heard) {
            text.append(text(heard.bytes()));
          }
          return text.toString().endsWith("\n");
        });
    return text.toString();
  }

  private static boolean waitFor(BooleanSupplier wanted) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
