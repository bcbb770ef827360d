package org.vicinal.agent.firmware;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printer's line that waits for heat ({@code M109 S200}, {@code M190 S60}).
 *
 * <p>While a firmware waits in such a line it reads nothing else, so a cancel would wait for
 * minutes and heat all the while. A host that sets the target, watches the reports and sends the
 * line only when it is nearly warm stays free to act.
 *
 * @param bed whether it is the bed, else the hotend
 * @param celsius the temperature that is waited for
 */
public record HeatWait(boolean bed, double celsius) {
  private static final Pattern LINE = Pattern.compile("M0*(109|190) +S([0-9]+(?:\\.[0-9]*)?)");
  private static final Pattern NUMBER = Pattern.compile(" *(-?[0-9]+(?:\\.[0-9]*)?)");

  /** So near to its target the firmware may do the rest itself. */
  private static final double NEAR = 3;

  /** The wait in this line; none in lines that name a tool or wait for cooling. */
  public static Optional<HeatWait> find(String text) {
    if (!text.startsWith("M")) {
      return Optional.empty();
    }
    Matcher matcher = LINE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new HeatWait(matcher.group(1).equals("190"), Double.parseDouble(matcher.group(2))))
        : Optional.empty();
  }

  /** What begins to heat and does not wait. */
  public String command() {
    return "%s S%s".formatted(bed ? "M140" : "M104", shortest(celsius));
  }

  private static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** Whether this report says that it is nearly warm; a report without the sensor says so too. */
  public boolean nearlyDone(String report) {
    OptionalDouble now = find(report, bed ? "B:" : "T:");
    return now.isEmpty() || now.getAsDouble() >= celsius - NEAR;
  }

  private static OptionalDouble find(String report, String sensor) {
    int at = report.startsWith(sensor) ? 0 : report.indexOf(" " + sensor);
    if (at < 0) {
      return OptionalDouble.empty();
    }
    Matcher matcher = NUMBER.matcher(report);
    matcher.region(report.indexOf(':', at) + 1, report.length());
    return matcher.lookingAt()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }
}
