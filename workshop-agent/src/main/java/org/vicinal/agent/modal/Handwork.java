package org.vicinal.agent.modal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a line of a mill's program leaves to the person beside it: a pause, another tool, and on a
 * mill whose spindle has its own switch, that switch.
 *
 * @param before what the machine still does first
 * @param prompt what the person does then
 * @param after what the machine goes on with, empty for nothing
 * @param aside whether the tool is to be out of the way meanwhile
 * @param switches what it does to the spindle, as a line that the machine never gets; empty for
 *     nothing
 */
public record Handwork(String before, String prompt, String after, boolean aside, String switches) {
  private static final Pattern PAUSE = Pattern.compile("M0*[01](?![0-9.])");
  private static final Pattern TOOL = Pattern.compile("M0*6(?![0-9.])");
  private static final Pattern NUMBER = Pattern.compile("T([0-9]+)");
  private static final Pattern SPINDLE = Pattern.compile("M0*[345](?![0-9.])");
  private static final Pattern END = Pattern.compile("M0*(2|30)(?![0-9.])");

  /**
   * The person's share in a line, if it has one.
   *
   * @param mill as it stands before the line
   * @param manual whether the spindle is switched by hand
   */
  public static Optional<Handwork> find(String line, MillModal mill, boolean manual) {
    if (line.indexOf('M') < 0 && !(manual && mill.turning() && line.indexOf('S') >= 0)) {
      return Optional.empty();
    }
    List<String> prompts = new ArrayList<>();
    boolean pauses = PAUSE.matcher(line).find();
    String left = without(PAUSE, line);
    boolean changes = TOOL.matcher(left).find();
    if (changes) {
      left = without(TOOL, left);
      prompts.add(toolChange(line, mill, manual));
    }
    String switches = "";
    if (manual) {
      MillModal next = mill.after(line);
      left = without(SPINDLE, left);
      switches = switches(mill, next);
      if (!switches.isEmpty()) {
        prompts.add(words(mill, next));
      }
    }
    if (pauses) {
      prompts.add("The program pauses.");
    } else if (prompts.isEmpty()) {
      return left.equals(line)
          ? Optional.empty()
          : Optional.of(new Handwork("", "", left, false, ""));
    }
    String prompt = String.join(" ", prompts);
    return Optional.of(
        pauses && !changes && switches.isEmpty()
            ? new Handwork(left, prompt, "", true, "")
            : new Handwork("", prompt, left, changes || pauses, switches));
  }

  /** What of a line goes to the machine; empty for nothing. */
  public static String machinesShare(String line, boolean manual) {
    if (line.indexOf('M') < 0) {
      return line;
    }
    String left = without(TOOL, without(PAUSE, line));
    return manual ? without(SPINDLE, left) : left;
  }

  /** Whether a line ends the program and resets its modes. */
  public static boolean ends(String line) {
    return END.matcher(line).find();
  }

  private static String without(Pattern word, String line) {
    return word.matcher(line).replaceAll("").strip();
  }

  private static String toolChange(String line, MillModal mill, boolean manual) {
    var number = NUMBER.matcher(line);
    String tool =
        number.find() ? "Change to tool %s.".formatted(number.group(1)) : "Change the tool.";
    return manual && mill.turning() && mill.after(line).turning()
        ? "Turn the spindle off. %s Turn it on again.".formatted(tool)
        : tool;
  }

  private static String switches(MillModal before, MillModal after) {
    if (!after.turning()) {
      return before.turning() ? "M5" : "";
    }
    boolean same = before.spindle() == after.spindle() && before.rpm() == after.rpm();
    return same ? "" : "M%dS%s".formatted(after.spindle(), Place.shortest(after.rpm()));
  }

  private static String words(MillModal before, MillModal after) {
    if (!after.turning()) {
      return "Turn the spindle off and wait until it stands.";
    }
    return before.spindle() == after.spindle()
        ? String.format(Locale.ROOT, "Set the spindle to %.0f rpm.", after.rpm())
        : "Turn the spindle on, %s.".formatted(speed(after));
  }

  /** {@code clockwise, 9000 rpm}: as people see it from above. */
  public static String speed(MillModal mill) {
    String direction = mill.spindle() == 4 ? "counter-clockwise" : "clockwise";
    return String.format(Locale.ROOT, "%s, %.0f rpm", direction, mill.rpm());
  }
}
