package org.vicinal.coordinator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only old libraries go; what is young may be on its way into another process. */
class LeftoversTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  @TempDir Path temporary;

  @Test
  void oldLibrariesGoAndNothingElse() throws IOException {
    var hours =
        Map.of(
            "librocksdbjni12.so",
            2,
            "libh3-java7.so",
            3,
            "librocksdbjni99.so",
            0,
            "librocksdbjni.txt",
            9,
            "mine.so",
            9,
            "libh3-javax.so",
            9);
    for (var entry : hours.entrySet()) {
      var file = Files.createFile(temporary.resolve(entry.getKey()));
      Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(entry.getValue()))));
    }
    Leftovers.sweep(temporary, NOW.minus(Duration.ofHours(1)));
    try (var left = Files.list(temporary)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "librocksdbjni99.so", "librocksdbjni.txt", "mine.so", "libh3-javax.so");
    }
    Leftovers.sweep(temporary.resolve("nowhere"), NOW);
  }
}
