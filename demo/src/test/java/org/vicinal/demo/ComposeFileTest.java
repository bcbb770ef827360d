package org.vicinal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.demo.town.Installation;

/**
 * The compose file is one that the compose client takes, and names the workshops that have
 * settings.
 */
class ComposeFileTest {
  private static final Path FILE = Installation.home().resolve("docker-compose.yml");

  @Test
  void theClientTakesIt() throws Exception {
    if (run(List.of("docker", "compose", "version")) != 0) {
      System.out.println(
          "NOT RUN: docker compose is not here, so docker-compose.yml was not checked by it");
      abort("docker compose is not here");
    }
    assertThat(run(List.of("docker", "compose", "-f", FILE.toString(), "config", "--quiet")))
        .isZero();
  }

  @Test
  void everyWorkshopHasItsSettings() throws Exception {
    var text = Files.readString(FILE);
    for (var workshop : List.of("mill-lane", "quay-yard", "old-forge")) {
      assertThat(text).contains("command: workshop " + workshop);
      assertThat(Installation.home().resolve("docker").resolve(workshop + ".yaml")).exists();
    }
  }

  private static int run(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException notInstalled) {
      return -1;
    }
  }
}
