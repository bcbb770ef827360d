package org.vicinal.coordinator.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.vicinal.coordinator.vault.SafeFile;

/**
 * A Kafka broker and its controller in this process, alone, over one folder.
 *
 * <p>What it uses of Kafka's server is not a public interface, which is why it is used nowhere
 * else. A broker whose disk fails ends the whole process, on purpose: nothing may go on that cannot
 * be remembered. Close every client before the broker.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final Ports ports;
  private final Account account;
  private final BrokerSettings settings;

  private EmbeddedBroker(
      KafkaRaftServer server, Ports ports, Account account, BrokerSettings settings) {
    this.server = server;
    this.ports = ports;
    this.account = account;
    this.settings = settings;
  }

  /**
   * Starts over {@code data}, whose folder {@code kafka} is formatted when there is none, and
   * returns when clients can connect.
   *
   * @throws IllegalStateException when a port is in use or the folder is not a broker's
   */
  public static EmbeddedBroker start(Path data, BrokerSettings settings) {
    var folder = data.resolve("kafka");
    SafeFile.makeFolder(folder);
    var account = Account.ofCoordinator(data.resolve("keys").resolve("broker.secret"));
    var ports = Ports.choose(settings, data.resolve("broker.port"));
    if (!Files.exists(folder.resolve("meta.properties"))) {
      format(folder, account);
    }
    var config = new KafkaConfig(BrokerProperties.of(settings, ports, account, folder), false);
    var server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, ports, account, settings);
  }

  /**
   * The way in to the broker that some process runs over {@code data} on this machine; empty when
   * none ever did.
   */
  public static Optional<Cluster> findFrom(Path data) {
    var port = data.resolve("broker.port");
    var secret = data.resolve("keys").resolve("broker.secret");
    if (!Files.exists(port) || !Files.exists(secret)) {
      return Optional.empty();
    }
    try {
      var address = "127.0.0.1:" + Files.readString(port).strip();
      return Optional.of(Cluster.embedded(address, Account.ofCoordinator(secret), address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void format(Path folder, Account account) {
    var said = new ByteArrayOutputStream();
    try {
      new Formatter()
          .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerProperties.NODE)
          .setDirectories(List.of(folder.toString()))
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(BrokerProperties.CONTROLLER)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(true)
          .setScramArguments(
              List.of(
                  "SCRAM-SHA-512=[name=%s,password=%s]"
                      .formatted(account.user(), account.secret())))
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) { // what the formatter declares
      throw new IllegalStateException(
          "Expected %s to become a broker's folder, but: %s. It said: %s"
              .formatted(folder, e.getMessage(), said.toString(StandardCharsets.UTF_8)),
          e);
    }
  }

  /** The coordinator's own way in. */
  public Cluster cluster() {
    return Cluster.embedded("127.0.0.1:" + ports.internal(), account, forWorkshops());
  }

  /** Where workshops reach it. */
  public String forWorkshops() {
    return settings.advertise() + ":" + ports.agents();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
