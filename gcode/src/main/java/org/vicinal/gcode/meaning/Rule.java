package org.vicinal.gcode.meaning;

import java.util.Locale;
import org.vicinal.gcode.Finding.Severity;

/**
 * Every kind of finding, with its weight. The code people see is the name in small letters with
 * dashes.
 */
public enum Rule {
  // How it is written
  LINE_TOO_LONG(Severity.ERROR),
  BAD_NUMBER(Severity.ERROR),
  SCIENTIFIC_NOTATION(Severity.ERROR),
  MISSING_VALUE(Severity.ERROR),
  UNEXPECTED_BYTE(Severity.ERROR),
  REALTIME_BYTE(Severity.ERROR),
  CONTROL_BYTE(Severity.ERROR),
  BAD_COMMENT(Severity.ERROR),
  UNCLOSED_COMMENT(Severity.WARNING),
  FOREIGN_COMMENT(Severity.WARNING),
  LOWER_CASE(Severity.WARNING),
  BYTE_ORDER_MARK(Severity.WARNING),
  PERCENT_SIGN(Severity.WARNING),
  BLOCK_DELETE(Severity.WARNING),
  BLOCK_DELETE_TOTALS(Severity.INFO),
  BAD_CHECKSUM(Severity.ERROR),
  UNEXPECTED_CHECKSUM(Severity.ERROR),
  TOO_MANY_WORDS(Severity.ERROR),
  EMPTY_PROGRAM(Severity.ERROR),

  // What it means
  REPEATED_WORD(Severity.ERROR),
  SAME_GROUP(Severity.ERROR),
  AXIS_CONFLICT(Severity.ERROR),
  AXIS_MISSING(Severity.ERROR),
  SEVERAL_COMMANDS(Severity.ERROR),
  UNUSED_WORD(Severity.ERROR),
  NO_FEED(Severity.ERROR),
  NEGATIVE_VALUE(Severity.ERROR),
  NUMBER_RANGE(Severity.ERROR),
  ARC_RADIUS(Severity.ERROR),
  ARC_CENTER(Severity.ERROR),
  THREAD(Severity.ERROR),
  UNKNOWN_COMMAND(Severity.WARNING),
  UNSUPPORTED_COMMAND(Severity.ERROR),
  OPAQUE_COMMAND(Severity.WARNING),
  BUILD_OPTION(Severity.WARNING),
  EXTRA_AXIS(Severity.WARNING),
  TOOL_LENGTH_UNKNOWN(Severity.WARNING),
  NOT_COUNTED(Severity.INFO),
  EXPRESSION(Severity.ERROR),
  DWELL_UNIT(Severity.WARNING),
  UNITS_LOOK_WRONG(Severity.WARNING),
  ABSOLUTE_EXTRUSION_HIDDEN(Severity.WARNING),
  CODE_AFTER_END(Severity.WARNING),
  NO_PROGRAM_END(Severity.ERROR),

  // What it would do to this machine
  WRONG_DIALECT(Severity.ERROR),
  WRONG_PRINTER(Severity.WARNING),
  OUTSIDE_ENVELOPE(Severity.ERROR),
  BELOW_BED(Severity.ERROR),
  FORBIDDEN_COMMAND(Severity.ERROR),
  CHANGES_LIMITS(Severity.WARNING),
  NOZZLE_TOO_HOT(Severity.ERROR),
  BED_TOO_HOT(Severity.ERROR),
  CHAMBER_TOO_HOT(Severity.ERROR),
  NO_CHAMBER(Severity.WARNING),
  FEED_ABOVE_LIMIT(Severity.INFO),
  SPINDLE_ABOVE_LIMIT(Severity.WARNING),
  NO_SUCH_TOOL(Severity.ERROR),
  NO_SPINDLE(Severity.ERROR),
  COLD_EXTRUSION(Severity.ERROR),
  HEAT_NOT_AWAITED(Severity.WARNING),
  NO_HOMING(Severity.WARNING),
  SPINDLE_OFF(Severity.WARNING),
  HEATER_LEFT_ON(Severity.WARNING),
  WAITS_FOR_PERSON(Severity.INFO);

  private final Severity severity;

  Rule(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The stable code: {@code outside-envelope}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
