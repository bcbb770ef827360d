package org.vicinal.coordinator.broker;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SecurityDisabledException;

/**
 * Looks whether a cluster keeps what it is given: its version, its settings, our rights. Changes
 * nothing.
 *
 * <p>Every expectation has its reason in {@code docs/engine.md}.
 */
public final class ClusterLook {
  private static final long OFFSETS_MINUTES = 365L * 24 * 60;
  private static final long ABORT_MILLIS = 2_000;
  private static final short OLDEST_METADATA = 25; // 4.0-IV3
  private static final Set<AclOperation> NEEDED =
      EnumSet.of(
          AclOperation.CREATE,
          AclOperation.ALTER,
          AclOperation.DESCRIBE,
          AclOperation.DESCRIBE_CONFIGS,
          AclOperation.IDEMPOTENT_WRITE);
  private final Admin admin;

  /** Over the cluster of {@code admin}. */
  public ClusterLook(Admin admin) {
    this.admin = admin;
  }

  /** Everything that can be seen. */
  public List<Finding> findings() {
    var found = new ArrayList<Finding>();
    List<Node> nodes;
    try {
      nodes = List.copyOf(TopicPlan.waitFor(admin.describeCluster().nodes()));
    } catch (IllegalStateException e) {
      return List.of(
          Finding.bad(
              "The cluster does not answer: %s Look whether it runs, and at --kafka and --kafka-properties."
                  .formatted(e.getMessage())));
    }
    found.add(Finding.well("%d broker(s) answer".formatted(nodes.size())));
    found.add(version());
    found.add(rights());
    found.add(authorizer());
    found.addAll(settings(nodes));
    return found;
  }

  private Finding version() {
    try {
      var levels =
          TopicPlan.waitFor(admin.describeFeatures().featureMetadata()).finalizedFeatures();
      var metadata = levels.get("metadata.version");
      if (metadata != null && metadata.maxVersionLevel() >= OLDEST_METADATA) {
        return Finding.well("metadata.version is " + metadata.maxVersionLevel());
      }
      return Finding.bad(
          "Expected a cluster of Kafka 4.0 or newer (metadata.version %d), but it is at %s. Upgrade the brokers, then run kafka-features.sh upgrade."
              .formatted(OLDEST_METADATA, metadata == null ? "none" : metadata.maxVersionLevel()));
    } catch (IllegalStateException e) {
      return Finding.bad(
          "Expected a cluster of Kafka 4.0 or newer, but it does not tell its version: "
              + e.getMessage());
    }
  }

  /** What a super user has; on a cluster with an authorizer these must have been allowed. */
  private Finding rights() {
    var allowed =
        TopicPlan.waitFor(
            admin
                .describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true))
                .authorizedOperations());
    if (allowed == null || allowed.containsAll(NEEDED) || allowed.contains(AclOperation.ALL)) {
      return Finding.well("our account may make topics, rights and credentials");
    }
    var missing = EnumSet.copyOf(NEEDED);
    missing.removeAll(allowed);
    return Finding.bad(
        "Expected our account to have %s on the cluster, but it lacks %s. Allow them (kafka-acls.sh --cluster), or make it a super user."
            .formatted(NEEDED, missing));
  }

  private Finding authorizer() {
    try {
      TopicPlan.waitFor(admin.describeAcls(AclBindingFilter.ANY).values());
      return Finding.well("the cluster keeps rights apart by ACLs");
    } catch (IllegalStateException e) {
      return e.getCause() instanceof SecurityDisabledException
          ? Finding.bad(
              "Expected an authorizer, but the cluster has none: any workshop could speak as any"
                  + " other. Set"
                  + " authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"
                  + " on every broker.")
          : Finding.bad(
              "Expected to read ACLs, but: %s Allow our account DESCRIBE and ALTER on the cluster."
                  .formatted(e.getMessage()));
    }
  }

  private List<Finding> settings(List<Node> nodes) {
    var found = new ArrayList<Finding>();
    for (var node : nodes) {
      var resource = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
      try {
        var config =
            TopicPlan.waitFor(admin.describeConfigs(List.of(resource)).all()).get(resource);
        if (config != null) {
          found.addAll(settings(node.idString(), nodes.size(), config));
        }
      } catch (IllegalStateException e) {
        found.add(
            Finding.doubtful(
                "The settings of broker %s cannot be read: %s Allow our account DESCRIBE_CONFIGS."
                    .formatted(node.idString(), e.getMessage())));
      }
    }
    return found;
  }

  private static List<Finding> settings(String broker, int brokers, Config config) {
    var found = new ArrayList<Finding>();
    long offsets = number(config, "offsets.retention.minutes", Long.MAX_VALUE);
    if (offsets < OFFSETS_MINUTES) {
      found.add(
          Finding.bad(
              "Expected offsets.retention.minutes of a year or more on broker %s, but found %,d: after so long a pause old commands would be decided again. Set it to 2147483647 and start the broker anew."
                  .formatted(broker, offsets)));
    }
    if (text(config, "auto.create.topics.enable").equals("true")) {
      found.add(
          Finding.doubtful(
              "auto.create.topics.enable is true on broker %s: a typing error makes a topic. Set it to false."
                  .formatted(broker)));
    }
    long abort = number(config, "transaction.abort.timed.out.transaction.cleanup.interval.ms", 0);
    if (abort > ABORT_MILLIS) {
      found.add(
          Finding.doubtful(
              "transaction.abort.timed.out.transaction.cleanup.interval.ms is %,d on broker %s: when an instance dies, its orders wait so long. Set it to 1000."
                  .formatted(abort, broker)));
    }
    if (brokers < 3 && number(config, "log.flush.interval.messages", Long.MAX_VALUE) != 1) {
      found.add(
          Finding.doubtful(
              "Broker %s does not flush every record, and there are fewer than three: a power cut may lose what was acknowledged. Set log.flush.interval.messages=1, or run three brokers."
                  .formatted(broker)));
    }
    if (brokers >= 3 && number(config, "min.insync.replicas", 1) < 2) {
      found.add(
          Finding.bad(
              "Expected min.insync.replicas of 2 on broker %s, but found 1: what only one broker has written can be lost with it. Set it to 2."
                  .formatted(broker)));
    }
    if (found.isEmpty()) {
      found.add(Finding.well("broker %s is set as it should be".formatted(broker)));
    }
    return found;
  }

  private static long number(Config config, String name, long absent) {
    var text = text(config, name);
    return text.isEmpty() ? absent : Long.parseLong(text);
  }

  private static String text(Config config, String name) {
    var entry = config.get(name);
    return entry == null || entry.value() == null ? "" : entry.value().toLowerCase(Locale.ROOT);
  }
}
