package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.ClusterLook;
import org.vicinal.coordinator.broker.EmbeddedBroker;
import org.vicinal.coordinator.broker.Finding;
import org.vicinal.coordinator.broker.TopicLook;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coordinator doctor}: looks at everything and changes nothing. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at the disk, the keys, the running coordinator, the brokers, their settings, our",
      "rights, the topics and the clocks, and says what to do. Changes nothing."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:something is broken, or something acknowledged may be lost",
      "2:asked wrongly",
      "3:it works, but something should be changed"
    })
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "The coordinator's data folder.")
  private Path data = Path.of("vicinal-data");

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "The cluster, when the broker is not the one in the data folder.")
  private @Nullable String kafka;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description = "Client settings for that cluster.")
  private @Nullable Path kafkaProperties;

  @Option(
      names = "--min-free",
      paramLabel = "SIZE",
      description = "As the coordinator has it (default: ${DEFAULT-VALUE}).")
  private String minFree = "1GB";

  private final List<Finding> found = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(data)) {
      throw new ConfigurationError(
          "Expected the data folder of a coordinator at %s, but there is none. Name it with --data."
              .formatted(data));
    }
    found(new FolderLook(data, Bytes.parse(minFree).value()).findings());
    found(new RunningLook(data).findings());
    brokers();
    return code();
  }

  private void brokers() {
    Cluster cluster;
    if (kafka != null) {
      cluster = Cluster.elsewhere(kafka, kafkaProperties);
    } else {
      var own = EmbeddedBroker.findFrom(data);
      if (own.isEmpty()) {
        found(
            List.of(
                Finding.doubtful("No broker has been started here yet. Name one with --kafka.")));
        return;
      }
      cluster = own.get();
    }
    try (var admin = cluster.admin()) {
      var seen = new ClusterLook(admin).findings();
      found(seen);
      if (seen.size() > 1) { // it answers
        found(new TopicLook(admin).findings(Instant.now()));
      }
    }
  }

  private void found(List<Finding> more) {
    for (var one : more) {
      System.out.printf("%-9s %s%n", one.level().name().toLowerCase(Locale.ROOT), one.says());
    }
    found.addAll(more);
  }

  private int code() {
    long bad = count(Finding.Level.BAD);
    long doubtful = count(Finding.Level.DOUBTFUL);
    System.out.printf("%d looked at: %d bad, %d doubtful%n", found.size(), bad, doubtful);
    return bad > 0 ? 1 : doubtful > 0 ? 3 : 0;
  }

  private long count(Finding.Level level) {
    return found.stream().filter(it -> it.level() == level).count();
  }

  /** The folder and its disk. */
  private record FolderLook(Path data, long floor) {
    List<Finding> findings() throws IOException {
      var found = new ArrayList<Finding>();
      long free = Files.getFileStore(data).getUsableSpace();
      found.add(
          free >= floor
              ? Finding.well("%,d MB are free".formatted(free / 1_000_000))
              : Finding.bad(
                  "Expected %,d MB free, but found %,d MB: no new orders are taken. Make room, or move the folder to a larger disk (export, import)."
                      .formatted(floor / 1_000_000, free / 1_000_000)));
      var keys = data.resolve("keys");
      if (Files.isDirectory(keys)) {
        boolean open =
            Files.getPosixFilePermissions(keys).stream()
                .anyMatch(
                    it ->
                        it != PosixFilePermission.OWNER_READ
                            && it != PosixFilePermission.OWNER_WRITE
                            && it != PosixFilePermission.OWNER_EXECUTE);
        found.add(
            open
                ? Finding.bad(
                    "Others can look into %s. Close it: chmod 700 %s".formatted(keys, keys))
                : Finding.well("the keys are for our user only"));
      } else {
        found.add(Finding.doubtful("No keys are in %s yet.".formatted(data)));
      }
      return found;
    }
  }
}
