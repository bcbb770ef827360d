package org.vicinal.coordinator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.decide.Things;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.order.OrderEvent;

/**
 * Whatever was acknowledged before the process was killed is there afterwards, once, and what it
 * leads to happens, once.
 */
class KillTest {
  private static final int KILLS = 2;
  @TempDir Path data;

  @Test
  void nothingAcknowledgedIsLostOrDoubledByAKill() throws Exception {
    var acknowledged = new ArrayList<String>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(placeUntilKilled(kill, 5 + 7 * kill));
    }
    try (var town = Town.over(data)) {
      for (var id : acknowledged) {
        assertThat(town.ask(id, Things.ANA_ASKS, Town.order(id)).version()).isEqualTo(2);
        town.await(
            event ->
                event.event() instanceof JobEvent.RingCalled it
                    && it.job().value().equals(id + "-1"));
      }
      var placed =
          town.events().stream()
              .filter(event -> event.event() instanceof OrderEvent.OrderPlaced)
              .map(event -> event.entity().id())
              .toList();
      assertThat(placed).doesNotHaveDuplicates().containsAll(acknowledged);
    }
  }

  /** Lets another process place orders, and kills it after {@code count} acknowledgements. */
  private List<String> placeUntilKilled(int round, int count) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PlacingOrders.class.getName(),
                data.toString(),
                "r" + round)
            .redirectError(new File(data.toFile(), "placing-" + round + ".log"))
            .start();
    var acknowledged = new ArrayList<String>();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null && acknowledged.size() < count; ) {
        if (line.startsWith("acknowledged ")) {
          acknowledged.add(line.substring("acknowledged ".length()));
        }
        line = acknowledged.size() < count ? out.readLine() : line;
      }
    } finally {
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
    assertThat(acknowledged).as("acknowledged before the kill").hasSize(count);
    return acknowledged;
  }

  /** The process that is killed. */
  static final class PlacingOrders {
    private PlacingOrders() {}

    public static void main(String[] arguments) throws Exception {
      try (var town = Town.over(Path.of(arguments[0]))) {
        for (int number = 0; number < 1_000; number++) {
          var id = "%s-%d".formatted(arguments[1], number);
          var answer = town.ask(id, Things.ANA_ASKS, Town.order(id));
          if (answer.rejection() == null) {
            System.out.println("acknowledged " + id);
          }
        }
      }
    }
  }
}
