package org.vicinal.coordinator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs through and names what it measured; how fast is nobody's matter here. */
class LatencyBenchTest {
  @TempDir Path data;

  @Test
  void itPrintsTheMachineTheLimitsAndThePeers() throws Exception {
    var printed = new ByteArrayOutputStream();
    LatencyBench.run(
        EngineSettings.in(data), 10, new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("machine: ", "limits: ", "disk: ", "broker: ", "ask to call at the workshop");
  }
}
