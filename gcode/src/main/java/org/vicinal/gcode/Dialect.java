package org.vicinal.gcode;

import java.util.Locale;
import java.util.Optional;

/**
 * How a family of firmware reads a line: as one command with parameters (printers) or as a set of
 * modal words (mills), and how long a line may be.
 */
public enum Dialect {
  /** Marlin 2: MAX_CMD_SIZE is 96, one byte of it ends the text. */
  MARLIN(true, 95, 82),
  /** Prusa's 8-bit firmware and Prusa-Firmware-Buddy. */
  PRUSA(true, 95, 82),
  REPRAPFIRMWARE(true, 255, 242),
  /** Klipper reads from a pseudo-terminal, which takes 4095 bytes a line. */
  KLIPPER(true, 4095, 4095),
  /** GRBL 1.1: 80 bytes with the ending NUL, counted after spaces and comments are gone. */
  GRBL(false, 79, 79),
  GRBLHAL(false, 255, 255),
  /** LinuxCNC's rs274: LINELEN is 255. */
  LINUXCNC(false, 254, 254);

  private final boolean printer;
  private final int lineLimit;
  private final int payloadLimit;

  Dialect(boolean printer, int lineLimit, int payloadLimit) {
    this.printer = printer;
    this.lineLimit = lineLimit;
    this.payloadLimit = payloadLimit;
  }

  /** Whether a line is one command with parameters, as printers have it. */
  public boolean printer() {
    return printer;
  }

  /** Whether a line is a set of modal words (RS-274), as mills and lasers have it. */
  public boolean mill() {
    return !printer;
  }

  /**
   * The most bytes of a line, without its end, that the firmware takes, number and checksum
   * included.
   */
  public int lineLimit() {
    return lineLimit;
  }

  /**
   * The most bytes that a line of a program may have, so that {@code N1234567 } and {@code *255}
   * still fit around it.
   */
  public int payloadLimit() {
    return payloadLimit;
  }

  /**
   * Whether the firmware acts on single bytes ({@code ? ! ~}, 0x18, everything from 0x80) wherever
   * they stand in a line.
   */
  public boolean realtimeBytes() {
    return this == GRBL || this == GRBLHAL;
  }

  /** Whether {@code (...)} is a comment without any build option. */
  public boolean parenthesisComments() {
    return mill();
  }

  /**
   * The dialect of this name in any case, with or without dashes: {@code marlin}, {@code grbl-hal}.
   */
  public static Optional<Dialect> find(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT).replaceAll("[-_ .0-9]", "");
    for (Dialect dialect : values()) {
      if (dialect.name().equals(wanted)) {
        return Optional.of(dialect);
      }
    }
    return wanted.equals("RRF") ? Optional.of(REPRAPFIRMWARE) : Optional.empty();
  }
}
