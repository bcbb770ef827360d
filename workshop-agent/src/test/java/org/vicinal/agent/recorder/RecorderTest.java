package org.vicinal.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.serial.SerialLine;

/** What went over a line is kept byte for byte, and found again in a file. */
class RecorderTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456Z");

  @TempDir Path folder;
  private Instant now = NOON;
  private final InstantSource clock = () -> now;
  private final Recorder recorder = new Recorder(clock);

  private List<String> kept() {
    var lines = new ArrayList<String>();
    recorder.copyTo(lines::add);
    return lines;
  }

  @Test
  void everyByteIsKeptWithItsTime() {
    recorder.add(Traffic.Direction.WRITTEN, Traffic.textOf(new byte[] {'G', '1', '\n'}));
    recorder.add(Traffic.Direction.HEARD, Traffic.textOf(new byte[] {'o', 'k', (byte) 0xFE, 0}));
    recorder.note("ready -> faulted: 9 \u00b0C");
    assertThat(kept())
        .containsExactly(
            "2026-06-01T12:00:00.123456Z > G1\\n",
            "2026-06-01T12:00:00.123456Z < ok\\xfe\\x00",
            "2026-06-01T12:00:00.123456Z # ready -> faulted: 9 \u00b0C");
  }

  @Test
  void theOldestGoFirst() {
    for (int i = 0; i < 20_000; i++) {
      recorder.note(String.valueOf(i));
    }
    assertThat(kept()).hasSize(10_000).last().asString().endsWith("# 19999");
    assertThat(recorder.since(19_990, 100)).hasSize(10);
    assertThat(recorder.since(0, 5)).hasSize(5);
  }

  @Test
  void aLineIsHandedOnUnchangedAndItsAnswersAreTimed() {
    var port = new Echo();
    var line = new RecordedLine(port, recorder);
    line.open();
    line.write("M105\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(line.read()).isInstanceOf(SerialLine.Heard.Bytes.class);
    line.write("G1 X1\n".getBytes(StandardCharsets.US_ASCII));
    line.write("G1 X2\n".getBytes(StandardCharsets.US_ASCII)); // no ok before it
    line.stop(new byte[] {0x18});
    assertThat(port.got).containsExactly("M105\n", "G1 X1\n", "G1 X2\n", "stop");
    assertThat(recorder.latency().counted().counts().getLast()).isEqualTo(1);
    assertThat(kept()).last().asString().endsWith("X \\x18");
  }

  @Test
  void theBlackBoxKeepsTheNewestFiles() throws IOException {
    var box = new BlackBox(folder, clock);
    recorder.add(Traffic.Direction.HEARD, "ALARM:1\r\n");
    Path file = folder;
    for (int i = 0; i < 25; i++) {
      now = NOON.plusSeconds(i);
      file = box.write("mill", List.of("state READY -> ALARM"), recorder);
    }
    assertThat(Files.readAllLines(file))
        .startsWith("# state READY -> ALARM")
        .last()
        .asString()
        .endsWith("< ALARM:1\\r\\n");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(20).contains(file);
    }
  }

  /** Answers ok to everything. */
  private static final class Echo implements SerialLine {
    private final List<String> got = new ArrayList<>();

    @Override
    public Heard open() {
      return Heard.SILENCE;
    }

    @Override
    public Heard read() {
      return new Heard.Bytes("ok\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void write(byte[] bytes) {
      got.add(new String(bytes, StandardCharsets.US_ASCII));
    }

    @Override
    public void writeUrgent(byte[] bytes) {
      write(bytes);
    }

    @Override
    public void stop(byte[] bytes) {
      got.add("stop");
    }

    @Override
    public void close() {}

    @Override
    public String describe() {
      return "echo";
    }
  }
}
