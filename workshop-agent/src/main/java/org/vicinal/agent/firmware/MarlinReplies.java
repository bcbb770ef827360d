package org.vicinal.agent.firmware;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Marlin and its relatives say. Total: any text is some reply. */
public final class MarlinReplies {

  /** A board that loses power or is reset sends some bytes of nothing first. */
  private static final Pattern NOISE_AND_START = Pattern.compile("[^ -~]*start");

  private static final Pattern RESET_CAUSE =
      Pattern.compile("echo: ?(PowerUp|(External|Brown out|Watchdog|Software) Reset) *");

  private static final Pattern STATUS =
      Pattern.compile("\"key\":\"state\\.status\".*\"result\":\"([a-zA-Z]+)\"");

  private MarlinReplies() {}

  /** The meaning of one line without its end. */
  public static Reply parse(String raw) {
    String line = raw.strip();
    if (line.startsWith("ok") && (line.length() == 2 || !Character.isLetter(line.charAt(2)))) {
      return ok(line);
    }
    if (line.endsWith("start") && NOISE_AND_START.matcher(line).matches()) {
      return new Reply.Started("start");
    }
    if (line.startsWith("echo:") && RESET_CAUSE.matcher(line).matches()) {
      return new Reply.ResetCause(line);
    }
    if (line.startsWith("Resend:") || line.startsWith("rs ")) {
      return resend(line);
    }
    if (line.startsWith("echo:busy:")) {
      return new Reply.Busy(line.contains("paused"));
    }
    if (line.startsWith("Cap:")) {
      return capability(line);
    }
    if (line.startsWith("FIRMWARE_NAME:")) {
      return new Reply.Named(line);
    }
    if (line.startsWith("//")) {
      return action(line);
    }
    if (line.startsWith("{")) {
      return model(line);
    }
    return trouble(line);
  }

  private static Reply ok(String line) {
    int at = line.indexOf(" N");
    long number = at < 0 ? -1 : digits(line, at + 2);
    boolean temperatures = line.contains(" T:") || line.contains(" T0:") || line.contains(" B:");
    return new Reply.Ok(
        number, room(line, at, " B", 100), room(line, at, " P", 1000), temperatures, line);
  }

  /** A count that follows the number of the line; -1 where there is none. */
  private static int room(String line, int from, String name, int most) {
    int at = from < 0 ? -1 : line.indexOf(name, from);
    return (int) (at < 0 ? -1 : Math.min(digits(line, at + 2), most));
  }

  private static Reply resend(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (isDigit(line.charAt(i))) {
        return new Reply.Resend(digits(line, i));
      }
    }
    return new Reply.Text(line);
  }

  private static Reply capability(String line) {
    String[] parts = line.split(":", -1);
    return parts.length == 3
        ? new Reply.Capability(parts[1], parts[2].equals("1"))
        : new Reply.Text(line);
  }

  private static Reply action(String line) {
    int colon = line.indexOf("action:");
    return colon < 0 ? new Reply.Text(line) : new Reply.HostAction(line.substring(colon + 7));
  }

  /** RepRapFirmware's {@code {"key":"state.status","flags":"","result":"idle"}}. */
  private static Reply model(String line) {
    Matcher matcher = STATUS.matcher(line);
    return matcher.find() ? new Reply.At(matcher.group(1)) : new Reply.Text(line);
  }

  private static Reply trouble(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.startsWith("error:")) {
      int last = lower.indexOf("last line: ");
      if (last >= 0) {
        return new Reply.LineFault(digits(line, last + 11), line);
      }
      return fatal(lower) ? new Reply.Fatal(line) : new Reply.Text(line);
    }
    if (lower.startsWith("!!")
        || lower.startsWith("fatal:")
        || lower.startsWith("emergency stop")) {
      return new Reply.Fatal(line);
    }
    if (line.equals("wait")) {
      return new Reply.Waiting();
    }
    if (line.startsWith("SD printing byte")) {
      return new Reply.CardPrinting(line);
    }
    if (line.startsWith("Not SD printing") || line.startsWith("Done printing file")) {
      return new Reply.CardAtRest(line);
    }
    if (line.startsWith("T:") || line.startsWith("T0:") || line.startsWith("B:")) {
      return new Reply.Temperatures(line);
    }
    return new Reply.Text(line);
  }

  /** The words of a firmware that has switched itself off. */
  private static boolean fatal(String lower) {
    return lower.contains("halted")
        || lower.contains("kill")
        || lower.contains("runaway")
        || lower.contains("heating failed")
        || lower.contains("maxtemp")
        || lower.contains("mintemp")
        || (lower.contains("heater") && lower.contains("fault"))
        || lower.contains("stopped");
  }

  /** The number that begins here, -1 where none does or where it is longer than a line count. */
  private static long digits(String line, int from) {
    int end = from;
    while (end < line.length() && end - from < 10 && isDigit(line.charAt(end))) {
      end++;
    }
    return end == from ? -1 : Long.parseLong(line, from, end, 10);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
