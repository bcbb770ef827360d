package org.vicinal.agent.simulation.marlin;

/**
 * The count of lines and the check of each, in Marlin's order: the number first, the checksum
 * second. RepRapFirmware looks at the checksum only.
 */
final class LineNumbers {

  /** What becomes of a line. */
  sealed interface Verdict {

    /** It goes into the queue; {@code number} is -1 without one. */
    record Taken(String text, long number) implements Verdict {}

    /** It vanishes without an answer. */
    record Dropped() implements Verdict {}

    /** It is asked for again. */
    record Refused(String why) implements Verdict {}
  }

  private static final Verdict DROPPED = new Verdict.Dropped();

  private final MarlinSwitches switches;
  private long last;

  LineNumbers(MarlinSwitches switches) {
    this.switches = switches;
  }

  long last() {
    return last;
  }

  void renumber(long number) {
    last = number;
  }

  Verdict judge(String line) {
    if (line.isEmpty()) {
      return DROPPED;
    }
    if (!line.startsWith("N")) {
      return new Verdict.Taken(line, -1);
    }
    return switches.reprap() ? onlyChecksum(line) : numbered(line);
  }

  private static Verdict onlyChecksum(String line) {
    int star = line.indexOf('*'); // what stands behind its digits is thrown away
    boolean damaged = star >= 0 && checksum(line, star) != declared(line, star + 1);
    return damaged ? DROPPED : new Verdict.Taken(line, leadingNumber(line, 1));
  }

  private Verdict numbered(String line) {
    long number = leadingNumber(line, 1);
    boolean renumbers = line.contains("M110");
    if (renumbers && line.indexOf('N', 4) >= 0) {
      number = leadingNumber(line, line.indexOf('N', 4) + 1);
    }
    if (number != last + 1 && !renumbers) {
      boolean known = number == last || number == last - 1;
      return known && switches.dropsKnownLines()
          ? DROPPED
          : new Verdict.Refused("Line Number is not Last Line Number+1");
    }
    int star = line.lastIndexOf('*');
    if (star < 0) {
      return new Verdict.Refused("No Checksum with line number");
    }
    if (checksum(line, star) != leadingNumber(line, star + 1)) {
      return new Verdict.Refused("checksum mismatch");
    }
    last = number;
    return new Verdict.Taken(line, number);
  }

  /** One to three digits; anything else cannot be right. */
  private static long declared(String line, int from) {
    int end = from;
    while (end < line.length() && Character.isDigit(line.charAt(end))) {
      end++;
    }
    boolean may = end > from && end - from <= 3;
    return may ? Long.parseLong(line, from, end, 10) : -1;
  }

  private static int checksum(String line, int star) {
    int sum = 0;
    for (int i = 0; i < star; i++) {
      sum ^= line.charAt(i);
    }
    return sum & 0xff;
  }

  private static long leadingNumber(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    int end = i;
    while (end < text.length() && end - i < 10 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == i ? 0 : Long.parseLong(text, i, end, 10);
  }
}
