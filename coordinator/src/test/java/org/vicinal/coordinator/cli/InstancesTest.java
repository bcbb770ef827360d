package org.vicinal.coordinator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.broker.BrokerSettings;
import org.vicinal.coordinator.broker.EmbeddedBroker;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;

/**
 * Two coordinators over one broker, each a process: any of them answers for every order, and when
 * one is killed nothing acknowledged is lost and the other goes on.
 */
class InstancesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String PROGRAM =
      """
      M104 S210
      M109 S210
      G28
      G92 E0
      G1 Z0.2 F600
      G1 X50 Y50 F6000
      G1 X80 Y50 E1.2 F1200
      G1 X80 Y70 E2.0
      """;
  @TempDir private Path data;
  private final SecureRandom random = new SecureRandom();
  private final List<Placed> acknowledged = new ArrayList<>();

  /** An order and who may see it. */
  private record Placed(String id, String secret) {}

  @Test
  void anyInstanceAnswersAndKillingOneLosesNothing() throws Exception {
    try (var broker = EmbeddedBroker.start(data.resolve("broker"), BrokerSettings.usual())) {
      var properties = properties(broker);
      try (var left = new Instance(data, "left", properties, broker.forWorkshops());
          var right = new Instance(data, "right", properties, broker.forWorkshops())) {
        left.awaitReady();
        right.awaitReady();
        for (int i = 0; i < 6; i++) {
          place(i % 2 == 0 ? left : right, "before-" + i);
        }
        assertAllOn(left);
        assertAllOn(right);

        left.kill();
        long worstMillis = 0;
        for (int i = 0; i < 12; i++) {
          long start = System.nanoTime();
          place(right, "after-" + i);
          worstMillis = Math.max(worstMillis, (System.nanoTime() - start) / 1_000_000);
        }
        System.out.printf(
            "worst pause after the kill: %,d ms (a loaded machine, maybe)%n", worstMillis);
        assertAllOn(right);
      }
      try (var again = new Instance(data, "left", properties, broker.forWorkshops())) {
        again.awaitReady();
        assertAllOn(again);
        place(again, "alone");
        assertAllOn(again);
      }
    }
  }

  private Path properties(EmbeddedBroker broker) throws IOException {
    var all = new Properties();
    broker.cluster().connection().forEach((key, value) -> all.setProperty(key, value.toString()));
    all.remove("bootstrap.servers");
    var file = data.resolve("kafka.properties");
    try (var out = Files.newOutputStream(file)) {
      all.store(out, "for the instances");
    }
    return file;
  }

  /** Asks until it is acknowledged, as a page would; the id makes repetitions harmless. */
  private void place(Instance at, String id) throws Exception {
    var program = data.resolve("hook.gcode");
    Files.writeString(program, PROGRAM, UTF_8);
    var placed = new Placed(id, SecretLink.newSecret(random));
    var digest = Digest.of(Files.readAllBytes(program));
    var wanted = Instant.now().plus(Duration.ofDays(3)).toString();
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (; ; ) {
      try {
        var client = at.client(placed);
        client.putFile("files/" + digest, program);
        client.put(
            "orders/" + id,
            Map.of(
                "files",
                List.of(Map.of("name", "hook.gcode", "digest", digest.value())),
                "title",
                "Hook",
                "material",
                "PLA",
                "origin",
                Map.of("source", "own"),
                "pieces",
                1,
                "wanted",
                wanted,
                "place",
                Map.of("latitude", 51.4545, "longitude", -0.9781)));
        acknowledged.add(placed);
        return;
      } catch (IOException | ApiClient.Failed e) {
        if (System.nanoTime() > end) {
          throw new AssertionError("Order " + id + " was never acknowledged", e);
        }
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  private void assertAllOn(Instance instance) throws Exception {
    for (var placed : acknowledged) {
      var order = instance.client(placed).get("orders/" + placed.id() + "?atLeast=1");
      assertThat(order.path("state").asString()).as(placed.id()).isEqualTo("UNCONFIRMED");
    }
  }

  /** A coordinator in a process of its own; keys and files are shared. */
  private static final class Instance implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final File log;
    private @Nullable URI address;

    Instance(Path data, String name, Path properties, String kafka) throws IOException {
      folder = data.resolve(name);
      Files.deleteIfExists(folder.resolve("address"));
      log = data.resolve(name + ".log").toFile();
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx256m",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CoordinatorMain.class.getName(),
                  "--data",
                  folder.toString(),
                  "--kafka",
                  kafka,
                  "--kafka-properties",
                  properties.toString(),
                  "--keys",
                  data.resolve("shared/keys").toString(),
                  "--files",
                  data.resolve("shared/files").toString(),
                  "--port",
                  "0",
                  "--min-free",
                  "1MB")
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
    }

    void awaitReady() throws IOException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end && process.isAlive()) {
        var told = DataFolder.addressIn(folder);
        if (told != null) {
          address = URI.create(told);
          return;
        }
        LockSupport.parkNanos(100_000_000);
      }
      throw new AssertionError(
          "Expected %s to become ready, but it said:%n%s"
              .formatted(folder, Files.readString(log.toPath())));
    }

    ApiClient client(Placed placed) {
      var ready = Objects.requireNonNull(address, "not ready yet");
      return new SecretLink(ready, new OrderId(placed.id()), placed.secret()).client(null);
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          kill();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
