package org.vicinal.demo.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.demo.Stage;
import org.vicinal.demo.bench.BenchMain;
import org.vicinal.demo.town.Installation;

/**
 * A short run of {@code ./vicinal bench chaos}; {@code -Dvicinal.seed=7} plays another script, and
 * the command longer ones.
 */
class ChaosTest {
  private static final int SECONDS = 20;
  @TempDir private Path data;

  @Test
  void nothingAcknowledgedIsLostAndEveryOrderEnds() throws Exception {
    Stage.demandBuilt();
    long seed = Long.getLong("vicinal.seed", 3);
    System.out.println("vicinal.seed=" + seed);
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dvicinal.home=" + Installation.home(),
            "-cp",
            System.getProperty("java.class.path"),
            BenchMain.class.getName(),
            "chaos",
            "--seed=" + seed,
            "--seconds=" + SECONDS,
            "--quiet-seconds=300",
            "--data=" + data.resolve("town"));
    var run = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(run.getInputStream().readAllBytes(), UTF_8);
    System.out.println(said); // what was left out is said there, too
    assertThat(run.waitFor()).as(said).isZero();
    assertThat(said).contains("all is as it must be", "orders acknowledged");
  }
}
