package org.vicinal.coordinator.broker;

import java.time.Duration;

/**
 * How the broker in this process runs.
 *
 * @param listen the address that workshops reach it at; everything internal stays on loopback
 * @param advertise the name or address told to workshops; usually the same as {@code listen}
 * @param port for workshops; 0 chooses one and remembers it in the data folder
 * @param durability what an acknowledgement means
 * @param reauthentication how often a workshop's connection must show its credential again: so long
 *     a replaced secret may live on in a connection that is open; rights end at once
 */
public record BrokerSettings(
    String listen, String advertise, int port, Durability durability, Duration reauthentication) {
  /** A proof of the secret costs a client 4096 hashes, and every agent has several connections. */
  private static final Duration REAUTHENTICATION = Duration.ofMinutes(5);

  /** Loopback, a chosen port, every record flushed. */
  public static BrokerSettings usual() {
    return new BrokerSettings("127.0.0.1", "127.0.0.1", 0, Durability.FLUSHED, REAUTHENTICATION);
  }

  /** These settings at another address and port. */
  public BrokerSettings at(String address, int otherPort) {
    return new BrokerSettings(address, address, otherPort, durability, reauthentication);
  }

  /** These settings with another name told to workshops. */
  public BrokerSettings advertised(String name) {
    return new BrokerSettings(listen, name, port, durability, reauthentication);
  }

  /** These settings with another durability. */
  public BrokerSettings with(Durability other) {
    return new BrokerSettings(listen, advertise, port, other, reauthentication);
  }

  /** These settings with another interval of reauthentication. */
  public BrokerSettings reauthenticatingEvery(Duration interval) {
    return new BrokerSettings(listen, advertise, port, durability, interval);
  }

  /** What an acknowledged record survives. */
  public enum Durability {
    /** The power going off: every record is flushed to the disk before it is acknowledged. */
    FLUSHED,
    /** The process dying; a power cut may lose the last seconds. Two to three times as fast. */
    RELAXED
  }
}
