package org.vicinal.agent.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sensor of a temperature report.
 *
 * @param sensor {@code T}, {@code T0}, {@code B} for the bed, {@code C} for the chamber
 * @param celsius as measured
 * @param target what is aimed at; 0 for off
 */
public record Temperature(String sensor, double celsius, double target) {
  private static final Pattern ITEM =
      Pattern.compile(
          "(?<![A-Za-z@])([TBC][0-9]?): ?(-?[0-9]+(?:\\.[0-9]+)?) ?/ ?([0-9]+(?:\\.[0-9]+)?)");

  /** Every sensor with a target that a report names, in its order; none in any other text. */
  public static List<Temperature> listIn(String report) {
    List<Temperature> found = new ArrayList<>(3);
    Matcher matcher = ITEM.matcher(report);
    while (matcher.find()) {
      found.add(
          new Temperature(
              matcher.group(1),
              Double.parseDouble(matcher.group(2)),
              Double.parseDouble(matcher.group(3))));
    }
    return found;
  }
}
