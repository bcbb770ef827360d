package org.vicinal.agent.firmware;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether heaters do what they are told. The firmware's own thermal protection is the first guard;
 * this one sees what the reports show, also of a firmware that was built without.
 *
 * <p>A value. {@link #after} takes one report. A report has no checksum, so what it says is
 * believed when the next one says it too: two seconds later at most.
 *
 * @param suspected the sensors of which the last report told something that cannot be
 */
public record HeatWatch(
    Map<String, Course> courses, Set<String> suspected, Optional<Danger> danger) {
  private static final double HOTTEST = 350;
  private static final double COLDEST = -15;

  /** So far beyond its target no controller overshoots. */
  private static final double BEYOND = 25;

  /** A heater that is on and so far below its target must get warmer. */
  private static final double BELOW = 15;

  private static final double PROGRESS = 2;
  private static final long PATIENCE = 120_000_000_000L;

  /** Nothing has been reported. */
  public static final HeatWatch BEGIN = new HeatWatch(Map.of(), Set.of(), Optional.empty());

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
   * @param last as the last report has it
   * @param lowest the lowest that it has been in two reports in a row
   * @param best the nearest that it has come to its target from below
   * @param bestAt when
   */
  record Course(double target, double last, double lowest, double best, long bestAt) {
    static Course begin(Temperature now, long at) {
      return new Course(now.target(), now.celsius(), now.celsius(), now.celsius(), at);
    }

    Course after(Temperature now, long at) {
      if (now.target() != target) {
        return begin(now, at);
      }
      double surely = Math.min(last, now.celsius());
      boolean better = surely >= best + PROGRESS || surely >= target - BELOW;
      return new Course(
          target,
          now.celsius(),
          Math.min(lowest, Math.max(last, now.celsius())),
          better ? surely : best,
          better ? at : bestAt);
    }
  }

  public HeatWatch {
    courses = Map.copyOf(courses);
    suspected = Set.copyOf(suspected);
  }

  /** After a report at this time. */
  public HeatWatch after(String report, long now) {
    List<Temperature> sensors = Temperature.listIn(report);
    if (sensors.isEmpty()) {
      return this;
    }
    Map<String, Course> next = new HashMap<>(courses);
    Set<String> suspects = new HashSet<>();
    Optional<Danger> found = Optional.empty();
    for (Temperature sensor : sensors) {
      Course before = next.get(sensor.sensor());
      Course course = before == null ? Course.begin(sensor, now) : before.after(sensor, now);
      next.put(sensor.sensor(), course);
      Optional<Danger> wrong = judge(sensor, course, now);
      if (wrong.isPresent()) {
        suspects.add(sensor.sensor());
        found = found.or(() -> suspected.contains(sensor.sensor()) ? wrong : Optional.empty());
      }
    }
    return new HeatWatch(next, suspects, found);
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
