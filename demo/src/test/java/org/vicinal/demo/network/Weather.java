package org.vicinal.demo.network;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How badly the network and the people behave: a router's dice. */
final class Weather {
  private final RandomGenerator random;
  private boolean calm;

  Weather(RandomGenerator random) {
    this.random = random;
  }

  /** From now on everything arrives, once and soon. */
  void calm() {
    calm = true;
  }

  boolean isCalm() {
    return calm;
  }

  /** True once in {@code times}, while the storm lasts. */
  boolean strikes(int times) {
    return !calm && random.nextInt(times) == 0;
  }

  /** How long something is on its way: mostly milliseconds, at times seconds. */
  Duration delay() {
    return calm || random.nextInt(10) > 0
        ? Duration.ofMillis(1 + random.nextInt(80))
        : Duration.ofMillis(1 + random.nextInt(4_000));
  }

  /** How long a person takes. */
  Duration person() {
    return Duration.ofSeconds(2 + random.nextInt(calm ? 5 : 40));
  }

  RandomGenerator dice() {
    return random;
  }
}
