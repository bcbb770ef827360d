package org.vicinal.agent.firmware;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether heaters do what they are told. The firmware's own thermal protection is the first guard;
 * this one sees what the reports show, also of a firmware that was built without.
 *
 * <p>A value. {@link #after} takes one report.
 */
public record HeatWatch(Map<String, Course> courses, Optional<Danger> danger) {
  private static final double HOTTEST = 350;
  private static final double COLDEST = -15;

  /** So far beyond its target no controller overshoots. */
  private static final double BEYOND = 25;

  /** A heater that is on and so far below its target must get warmer. */
  private static final double BELOW = 15;

  private static final double PROGRESS = 2;
  private static final long PATIENCE = 120_000_000_000L;

  /** Nothing has been reported. */
  public static final HeatWatch BEGIN = new HeatWatch(Map.of(), Optional.empty());

  /**
   * What is wrong.
   *
   * @param uncontrolled whether the firmware can no longer be trusted to switch the heater off
   * @param words for a person
   */
  public record Danger(boolean uncontrolled, String words) {}

  /**
   * One sensor since its target was set.
   *
   * @param lowest the lowest that it has been
   * @param best the nearest that it has come to its target from below
   * @param bestAt when
   */
  record Course(double target, double lowest, double best, long bestAt) {
    static Course begin(Temperature now, long at) {
      return new Course(now.target(), now.celsius(), now.celsius(), at);
    }

    Course after(Temperature now, long at) {
      if (now.target() != target) {
        return begin(now, at);
      }
      boolean better = now.celsius() >= best + PROGRESS || now.celsius() >= target - BELOW;
      return new Course(
          target,
          Math.min(lowest, now.celsius()),
          better ? now.celsius() : best,
          better ? at : bestAt);
    }
  }

  public HeatWatch {
    courses = Map.copyOf(courses);
  }

  /** After a report at this time. */
  public HeatWatch after(String report, long now) {
    List<Temperature> sensors = Temperature.listIn(report);
    if (sensors.isEmpty()) {
      return this;
    }
    Map<String, Course> next = new HashMap<>(courses);
    Optional<Danger> found = Optional.empty();
    for (Temperature sensor : sensors) {
      Course before = next.get(sensor.sensor());
      Course course = before == null ? Course.begin(sensor, now) : before.after(sensor, now);
      next.put(sensor.sensor(), course);
      found = found.or(() -> judge(sensor, course, now));
    }
    return new HeatWatch(next, found);
  }

  private static Optional<Danger> judge(Temperature now, Course course, long at) {
    if (now.celsius() > HOTTEST || now.celsius() < COLDEST) {
      return danger(true, now, "which no sensor that works says");
    }
    double rise = now.celsius() - course.lowest();
    if (now.celsius() > now.target() + BEYOND && rise > BEYOND) {
      return danger(true, now, "so its heater does not go off");
    }
    boolean cold = now.target() > 0 && now.celsius() < now.target() - BELOW;
    if (cold && at - course.bestAt() > PATIENCE) {
      return danger(false, now, "and it has got no warmer for two minutes");
    }
    return Optional.empty();
  }

  private static Optional<Danger> danger(boolean uncontrolled, Temperature now, String what) {
    return Optional.of(
        new Danger(
            uncontrolled,
            "%s is at %.0f degrees with a target of %.0f, %s."
                .formatted(name(now.sensor()), now.celsius(), now.target(), what)));
  }

  private static String name(String sensor) {
    return switch (sensor.charAt(0)) {
      case 'B' -> "The bed";
      case 'C' -> "The chamber";
      default -> "The nozzle";
    };
  }
}
