package org.vicinal.coordinator.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.broker.BrokerSettings;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.engine.EngineSettings;
import org.vicinal.coordinator.http.HttpSettings;
import org.vicinal.coordinator.post.PostSettings;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.place.Place;

/**
 * What {@code coordinator.yaml}, {@code VICINAL_COORDINATOR_*} and the flags may say; every absent
 * one has a usual value.
 *
 * @param data folder of everything the coordinator keeps
 * @param name of the community
 * @param listen address of the page and the API
 * @param port of the page and the API; 0 takes a free one
 * @param address what people and workshops type to get here
 * @param kafka {@code host:port} of a cluster elsewhere
 * @param kafkaProperties client settings for that cluster
 * @param keys folder of the keys, when several instances share it
 * @param files folder of the files, when several instances share it
 * @param brokerListen address where workshops reach the broker in this process
 * @param brokerAdvertise the name that workshops are told
 * @param brokerPort for workshops; 0 takes a free one and keeps it
 * @param durability {@code flushed} or {@code relaxed}
 * @param minFree below this much free space no new orders are taken
 * @param fileLimit the largest file
 * @param guestFileLimit the largest file of somebody without an account
 * @param board whether visitors see what is being made
 * @param scaledDays whether the rules may have days shorter than 24 hours: for demonstrations
 * @param places named places for the form
 * @param mail {@code smtp://host:port} or {@code smtps://host:port} that takes mail to customers
 * @param mailFrom the sender's address
 * @param mailUser of the mail server
 * @param mailPassword of the mail server; better in the environment than in a flag
 * @param nearbyWebhooks whether webhooks may go to private addresses, and without TLS
 * @param biddingWindow how long a ring may answer a call
 * @param acceptWindow how long an award may be accepted
 */
public record CoordinatorSettings(
    @Nullable Path data,
    @Nullable String name,
    @Nullable String listen,
    @Nullable Integer port,
    @Nullable URI address,
    @Nullable String kafka,
    @Nullable Path kafkaProperties,
    @Nullable Path keys,
    @Nullable Path files,
    @Nullable String brokerListen,
    @Nullable String brokerAdvertise,
    @Nullable Integer brokerPort,
    @Nullable String durability,
    @Nullable Bytes minFree,
    @Nullable Bytes fileLimit,
    @Nullable Bytes guestFileLimit,
    @Nullable Boolean board,
    @Nullable Boolean scaledDays,
    @Nullable Map<String, Place> places,
    @Nullable URI mail,
    @Nullable String mailFrom,
    @Nullable String mailUser,
    @Nullable String mailPassword,
    @Nullable Boolean nearbyWebhooks,
    @Nullable Span biddingWindow,
    @Nullable Span acceptWindow) {

  private static final long GIGABYTE = 1_000_000_000L;
  private static final long FILE_LIMIT = 500_000_000L;
  private static final Set<String> MAIL_SCHEMES = Set.of("smtp", "smtps");
  private static final long GUEST_FILE_LIMIT = 100_000_000L;

  public CoordinatorSettings {
    if (port != null && (port < 0 || port > 65_535)) {
      throw new IllegalArgumentException(
          "Expected a port from 0 to 65535, but found " + port + ".");
    }
    if (durability != null && !durability.equals("flushed") && !durability.equals("relaxed")) {
      throw new IllegalArgumentException(
          "Expected a durability of flushed or relaxed, but found \"" + durability + "\".");
    }
    if (mail != null && (!MAIL_SCHEMES.contains(mail.getScheme()) || mail.getHost() == null)) {
      throw new IllegalArgumentException(
          "Expected a mail server such as smtp://mail.example.org:587, but found \""
              + mail
              + "\".");
    }
  }

  /** The data folder, absolute. */
  public Path dataFolder() {
    return or(data, Path.of("vicinal-data")).toAbsolutePath().normalize();
  }

  /** Folders that other instances use too, by their names in the data folder. */
  Map<String, Path> shared() {
    var shared = new HashMap<String, Path>();
    if (keys != null) {
      shared.put("keys", keys);
    }
    if (files != null) {
      shared.put("files", files);
    }
    return shared;
  }

  /** The rules that hold until the community enacts its own. */
  public CommunityRules rules() {
    var usual = CommunityRules.usual();
    return usual.withWindows(
        biddingWindow == null ? usual.biddingWindow() : biddingWindow.value(),
        acceptWindow == null ? usual.acceptWindow() : acceptWindow.value());
  }

  /** What the engine is told. */
  public EngineSettings engine() {
    var usual = BrokerSettings.usual();
    var at = or(brokerListen, usual.listen());
    var broker =
        usual
            .at(at, or(brokerPort, usual.port()))
            .advertised(or(brokerAdvertise, at))
            .with(
                "relaxed".equals(durability)
                    ? BrokerSettings.Durability.RELAXED
                    : BrokerSettings.Durability.FLUSHED);
    var settings = EngineSettings.in(dataFolder()).withBroker(broker);
    var timings = settings.timings();
    Duration window = rules().biddingWindow();
    settings = settings.withTimings(timings.withGate(window));
    return kafka == null ? settings : settings.withKafka(kafka, kafkaProperties);
  }

  /** What the edge is told. */
  public HttpSettings http() {
    return new HttpSettings(
        or(name, "the neighbourhood"),
        or(listen, "127.0.0.1"),
        or(port, 8080),
        address,
        dataFolder(),
        minFreeBytes(),
        fileLimit == null ? FILE_LIMIT : fileLimit.value(),
        guestFileLimit == null ? GUEST_FILE_LIMIT : guestFileLimit.value(),
        or(board, false),
        or(scaledDays, false),
        or(places, Map.<String, Place>of()));
  }

  /**
   * By what notices go out.
   *
   * @throws ConfigurationError when there is a mail server and no sender
   */
  PostSettings post() {
    if (mail != null && (mailFrom == null || !mailFrom.contains("@"))) {
      throw new ConfigurationError(
          "Expected mail-from, the sender's address, beside mail, but found \"%s\"."
              .formatted(or(mailFrom, "")));
    }
    return new PostSettings(
        mail, or(mailFrom, ""), mailUser, mailPassword, or(nearbyWebhooks, false));
  }

  private long minFreeBytes() {
    return minFree == null ? GIGABYTE : minFree.value();
  }

  private static <T> T or(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }
}
