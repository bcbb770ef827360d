package org.vicinal.agent.firmware;

import java.util.regex.Pattern;
import org.vicinal.agent.modal.Place;
import org.vicinal.agent.modal.PrinterModal;

/** Whether a line may be sent once more when nobody knows whether it was done. */
enum Twice {
  /** Done twice it leaves the printer as once: an absolute move, a temperature, a text. */
  SAME,
  /** A relative move: where the printer stands tells whether it was made. */
  TOLD_BY_PLACE,
  /** A macro, a filament change, a step of the height: nothing tells. */
  UNKNOWN;

  /** Commands whose second time is another deed, whatever the printer's modes. */
  private static final Pattern NEVER_TWICE =
      Pattern.compile("(M0*(24|25|32|98|226|290|600|701|702)|G0*(4|29|30))(?![0-9.]).*");

  /** Positions are told with two or three decimals. */
  private static final double NEAR = 0.02;

  static Twice of(PrinterModal modal, String line) {
    if (NEVER_TWICE.matcher(line).matches()) {
      return UNKNOWN;
    }
    PrinterModal once = modal.after(line);
    if (once.after(line).equals(once)) {
      return SAME;
    }
    return modal.place().known() && apart(modal, once) ? TOLD_BY_PLACE : UNKNOWN;
  }

  private static boolean apart(PrinterModal from, PrinterModal to) {
    return !standsAt(from, to.place(), to.e());
  }

  /** Whether this is where the printer stands; the extruder counts too. */
  static boolean standsAt(PrinterModal modal, Place there, double e) {
    Place place = modal.place();
    return near(place.x(), there.x())
        && near(place.y(), there.y())
        && near(place.z(), there.z())
        && near(modal.e(), e);
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) <= NEAR; // what is unknown is near nothing
  }
}
