package org.vicinal.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.AgentSettings;
import org.vicinal.agent.machine.Ports;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.simulation.Simulation;
import org.vicinal.messages.config.Configuration;

/** A firmware is recognised at the right rate, without a move and without heat. */
class IdentifierTest {
  @TempDir Path folder;

  private static Identifier.Found identify(String port) throws IOException {
    return new Identifier(rate -> Ports.line(port, rate), said -> {}).identify(List.of(115_200));
  }

  @Test
  void aPrinterIsNamedWithWhatItCan() throws IOException {
    var marlin = identify("simulated:marlin").identity();
    assertThat(marlin.controller()).isEqualTo("marlin");
    assertThat(marlin.firmware()).isEqualTo("Marlin bugfix-2.1.x (simulated)");
    assertThat(marlin.capabilities())
        .containsEntry("AUTOREPORT_TEMP", true)
        .containsEntry("SDCARD", false);
    assertThat(marlin.settings()).anyMatch(line -> line.startsWith("M203 X"));
  }

  @Test
  void withoutThermalProtectionItWarns() throws IOException {
    assertThat(identify("simulated:marlin?thermalProtection=false").identity().notes())
        .anyMatch(note -> note.startsWith("NO THERMAL PROTECTION"));
  }

  @Test
  void aDuetIsToldFromAMarlin() throws IOException {
    var duet = identify("simulated:rrf").identity();
    assertThat(duet.controller()).isEqualTo("rrf");
    assertThat(duet.firmware()).startsWith("RepRapFirmware for Duet");
  }

  @Test
  void aMillTellsItsRoomAndItsSpindle() throws IOException {
    var grbl = identify("simulated:grbl?bed=300x180x45").identity();
    assertThat(grbl.controller()).isEqualTo("grbl");
    assertThat(grbl.firmware()).startsWith("Grbl 1.1");
    assertThat(grbl.room()).containsExactly(300.0, 180.0, 45.0);
    assertThat(grbl.spindleRpm()).isPositive();
    assertThat(grbl.notes()).anyMatch(note -> note.startsWith("No homing"));
  }

  @Test
  void grblHalIsToldFromGrbl() throws IOException {
    assertThat(identify("simulated:grblhal").identity().controller()).isEqualTo("grblhal");
  }

  @Test
  void nothingIsSentThatMovesOrHeats() throws IOException {
    for (var kind : Simulation.Kind.values()) {
      var executed = new ArrayList<String>();
      var board = Simulation.of(kind).board(executed::add);
      new Identifier(rate -> new org.vicinal.agent.simulation.FirmwareLine(board), said -> {})
          .identify(List.of(115_200));
      assertThat(executed)
          .as("%s", kind)
          .noneMatch(line -> line.matches("(?i).*(G[0-9]|M10[49]|M1[49]0|M3|\\$H|\\$X|=).*"));
    }
  }

  @Test
  void theProfileIsWhatTheConfigurationTakes() throws IOException {
    for (var kind : List.of("marlin", "grbl")) {
      var found = identify("simulated:" + kind);
      var text = String.join("\n", ProfileText.of(found, "mine", "simulated:" + kind, true));
      var file = folder.resolve(kind + ".yaml");
      Files.writeString(
          file, text.replace("# room: [x, y, z]", "room: [250, 210, 210]"), StandardCharsets.UTF_8);
      var settings = Configuration.read(AgentSettings.class, file, "X_", Map.of(), Map.of());
      assertThat(settings.checked().listMachines()).hasSize(1);
    }
  }

  @Test
  void anotherRateIsTriedWhenOneIsRefusedOrSilent() throws IOException {
    var said = new ArrayList<String>();
    var found =
        new Identifier(
                rate -> rate == 500_000 ? Ports.line("simulated:marlin", rate) : new Refusing(rate),
                said::add)
            .identify(List.of(250_000, 500_000));
    assertThat(found.baud()).isEqualTo(500_000);
    assertThat(said).hasSize(2);
  }

  @Test
  void whenNobodyAnswersEveryRateIsExplained() {
    assertThatThrownBy(
            () -> new Identifier(Refusing::new, said -> {}).identify(List.of(115_200, 250_000)))
        .hasMessageContaining("115200 baud: Expected a rate, its driver refuses 115200")
        .hasMessageContaining("250000 baud");
  }

  /** A driver that cannot set the rate. */
  private record Refusing(int rate) implements SerialLine {
    @Override
    public Heard open() {
      return new Heard.Lost("Expected a rate, its driver refuses " + rate);
    }

    @Override
    public Heard read() {
      return Heard.SILENCE;
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void writeUrgent(byte[] bytes) {}

    @Override
    public void close() {}

    @Override
    public String describe() {
      return "refusing";
    }
  }
}
