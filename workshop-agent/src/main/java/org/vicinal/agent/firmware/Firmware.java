package org.vicinal.agent.firmware;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A firmware as its host must treat it: a value, so that a relative of a known one is one more line
 * here and not one more class.
 *
 * @param name as people write it in a configuration: {@code marlin}, {@code grbl}
 * @param family how answers find their lines
 * @param lineBytes the longest line it takes whole, without the line end, with number and checksum
 * @param bufferBytes how many bytes may wait unanswered; only for {@link Family#COUNTED}
 * @param plannedMoves how many moves it may have answered and not made: its planner and its queue
 */
public record Firmware(
    String name, Family family, int lineBytes, int bufferBytes, int plannedMoves) {

  /** How a firmware's answers are attributed to the lines that were sent. */
  public enum Family {
    /** Lines carry a number and a checksum, and the firmware asks again for damaged ones. */
    NUMBERED,
    /**
     * Lines carry a checksum, but a damaged one vanishes without a word, and a number is only a
     * number: one line at a time, and a question where an answer is missing.
     */
    CHECKED,
    /** No numbers: every line gets one answer, in order, and the host counts bytes. */
    COUNTED
  }

  /** 95 characters is what a ring of 96-byte slots keeps; the rest is cut off without a word. */
  public static final Firmware MARLIN = new Firmware("marlin", Family.NUMBERED, 95, 0, 20);

  /** RepRapFirmware 3 in its Marlin mode; its moves are queued 40 to 60 deep. */
  public static final Firmware RRF = new Firmware("rrf", Family.CHECKED, 255, 0, 61);

  /** GRBL 1.1 keeps 79 significant characters; 127 of its 128 bytes may wait. */
  public static final Firmware GRBL = new Firmware("grbl", Family.COUNTED, 79, 127, 16);

  /** Speaks as GRBL does; the sizes of its buffers are taken from its {@code [OPT:]} line. */
  public static final Firmware GRBLHAL = new Firmware("grblhal", Family.COUNTED, 255, 127, 101);

  private static final Pattern PRINTER_STOP = Pattern.compile("M0*([01]|600)(?![0-9]).*");
  private static final Pattern REPRAP_STOP = Pattern.compile("M0*(0|1|25|226|600)(?![0-9]).*");
  private static final Pattern MILL_STOP = Pattern.compile(".*M0*[016](?![0-9.]).*");

  /** Every firmware that can be named. */
  public static final List<Firmware> ALL = List.of(MARLIN, RRF, GRBL, GRBLHAL);

  public Firmware {
    if (lineBytes < 1) {
      throw new IllegalArgumentException("Expected a line length of 1 or more, got " + lineBytes);
    }
  }

  /** The firmware with this name, whatever its case. */
  public static Optional<Firmware> find(String name) {
    return ALL.stream().filter(firmware -> firmware.name.equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Whether this line waits for a person (M0, M1, M600, a tool change). It is never sent: the
   * firmware would stand in it, hot and reading nothing, where only its own panel helps; or refuse
   * it, or not know it and go on.
   */
  public boolean asksPerson(String text) {
    if (text.indexOf('M') < 0) {
      return false;
    }
    Pattern stop =
        switch (family) {
          case NUMBERED -> PRINTER_STOP;
          case CHECKED -> REPRAP_STOP;
          case COUNTED -> MILL_STOP;
        };
    return stop.matcher(text).matches();
  }

  /** Whether it is a printer's: lines carry a number and a checksum. */
  public boolean numbered() {
    return family != Family.COUNTED;
  }

  /** Whether it is RepRapFirmware. */
  public boolean reprap() {
    return family == Family.CHECKED;
  }
}
