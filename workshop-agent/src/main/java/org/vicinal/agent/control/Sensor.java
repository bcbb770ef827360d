package org.vicinal.agent.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A temperature and its target in degrees Celsius.
 *
 * @param name as the firmware says it: T for the nozzle at work, T0 and on for each, B for the bed,
 *     C for the chamber
 */
public record Sensor(String name, double celsius, double target) {
  private static final Pattern ONE =
      Pattern.compile(
          "\\b([TBCPLMR][0-9]?): *(-?[0-9]{1,5}(?:\\.[0-9]+)?) */ *(-?[0-9]{1,5}(?:\\.[0-9]+)?)");

  /** The sensors of a report such as {@code T:28.94 /60.00 B:21.00 /0.00}. */
  public static List<Sensor> listOf(String reading) {
    var sensors = new ArrayList<Sensor>();
    var matcher = ONE.matcher(reading);
    while (matcher.find()) {
      sensors.add(
          new Sensor(
              matcher.group(1),
              Double.parseDouble(matcher.group(2)),
              Double.parseDouble(matcher.group(3))));
    }
    return List.copyOf(sensors);
  }
}
