package org.vicinal.coordinator.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The server settings of a broker that is alone. Every one of them has its reason beside it. */
final class BrokerProperties {
  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String SCRAM = "SCRAM-SHA-512";

  private BrokerProperties() {}

  static Map<String, String> of(
      BrokerSettings settings, Ports ports, Account account, Path folder) {
    var all = new HashMap<String, String>();
    identity(all, folder);
    listeners(all, settings, ports);
    security(all, settings, account);
    durability(all, settings);
    alone(all);
    small(all);
    return all;
  }

  private static void identity(Map<String, String> all, Path folder) {
    all.put("process.roles", "broker,controller");
    all.put("node.id", Integer.toString(NODE));
    all.put("log.dirs", folder.toString());
  }

  private static void listeners(Map<String, String> all, BrokerSettings settings, Ports ports) {
    all.put("controller.quorum.voters", NODE + "@" + LOOPBACK + ":" + ports.controller());
    all.put("controller.listener.names", CONTROLLER);
    all.put("inter.broker.listener.name", "INTERNAL");
    all.put(
        "listeners",
        "AGENTS://%s:%d,INTERNAL://%s:%d,CONTROLLER://%s:%d"
            .formatted(
                settings.listen(),
                ports.agents(),
                LOOPBACK,
                ports.internal(),
                LOOPBACK,
                ports.controller()));
    all.put(
        "advertised.listeners",
        "AGENTS://%s:%d,INTERNAL://%s:%d"
            .formatted(settings.advertise(), ports.agents(), LOOPBACK, ports.internal()));
    all.put(
        "listener.security.protocol.map",
        "AGENTS:SASL_PLAINTEXT,INTERNAL:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
  }

  private static void security(Map<String, String> all, BrokerSettings settings, Account account) {
    all.put("sasl.enabled.mechanisms", SCRAM);
    all.put("sasl.mechanism.inter.broker.protocol", SCRAM);
    all.put("listener.name.internal.scram-sha-512.sasl.jaas.config", account.scram());
    all.put(
        "listener.name.agents.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    // The controller answers before any SCRAM credential can be read from its own log.
    all.put("sasl.mechanism.controller.protocol", "PLAIN");
    all.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
    all.put("listener.name.controller.plain.sasl.jaas.config", account.plainOnly());
    all.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    all.put("super.users", "User:" + account.user());
    all.put("allow.everyone.if.no.acl.found", "false");
    // Deleting a credential does not cut open connections; having to show it again does.
    all.put(
        "listener.name.agents.scram-sha-512.connections.max.reauth.ms",
        Long.toString(settings.reauthentication().toMillis()));
  }

  private static void durability(Map<String, String> all, BrokerSettings settings) {
    if (settings.durability() == BrokerSettings.Durability.FLUSHED) {
      all.put("log.flush.interval.messages", "1"); // Kafka acknowledges before it flushes
    }
    all.put("auto.create.topics.enable", "false");
    // After a week of holiday the offsets of a stopped group would be gone, and old commands new.
    all.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
  }

  private static void alone(Map<String, String> all) {
    all.put("offsets.topic.replication.factor", "1");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("default.replication.factor", "1");
    all.put("group.initial.rebalance.delay.ms", "0"); // nobody else is about to join
    // After a kill the new process waits until the old one's registration ends.
    all.put("broker.session.timeout.ms", "2000");
    all.put("broker.heartbeat.interval.ms", "500");
    // Readers wait for a dead instance's open transaction until it is aborted.
    all.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    all.put("add.partitions.to.txn.retry.backoff.ms", "4"); // half the latency of a commit
  }

  private static void small(Map<String, String> all) {
    all.put("offsets.topic.num.partitions", "4");
    all.put("transaction.state.log.num.partitions", "4");
    all.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20)); // heap; usually 128 MB
    all.put("log.segment.bytes", Integer.toString(64 << 20));
    all.put("num.network.threads", "2"); // per listener
    all.put("num.io.threads", "4");
    all.put("num.recovery.threads.per.data.dir", "2");
    all.put("background.threads", "2");
  }
}
