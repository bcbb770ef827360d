package org.vicinal.gcode.meaning;

import java.util.Locale;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;

/**
 * Commands of printers that move nothing: which are known, which are forbidden to a stranger's
 * program, and why.
 */
final class PrinterCommands {
  private final PrinterLine line;
  private final Dialect dialect;
  private final MachineLimits machine;
  private final Tally tally;

  PrinterCommands(PrinterLine line, Dialect dialect, MachineLimits machine, Tally tally) {
    this.line = line;
    this.dialect = dialect;
    this.machine = machine;
    this.tally = tally;
  }

  /** An M code, with its fraction if it has one. */
  void other(int code, double value) {
    String harm = harm(code);
    if (!harm.isEmpty()) {
      line.add(
          Rule.FORBIDDEN_COMMAND,
          "Expected nothing that " + harm + ", found M" + code + ". Remove the line");
      return;
    }
    switch (code) {
      case 98, 810, 811, 812, 813, 814, 815, 816, 817, 818, 819, 32 -> {
        tally.macros++;
        line.add(
            Rule.OPAQUE_COMMAND,
            "A macro or another file runs here; what it does is not in the program. Read it");
      }
      case 862 -> checkPrinter(value);
      case 17,
          18,
          31,
          42,
          73,
          74,
          75,
          76,
          77,
          78,
          84,
          85,
          105,
          106,
          107,
          108,
          110,
          111,
          113,
          114,
          115,
          117,
          118,
          119,
          122,
          123,
          126,
          127,
          132,
          133,
          134,
          135,
          142,
          143,
          144,
          149,
          150,
          154,
          155,
          156,
          163,
          164,
          165,
          166,
          192,
          200,
          202,
          209,
          210,
          211,
          217,
          218,
          221,
          240,
          250,
          256,
          260,
          261,
          280,
          281,
          282,
          290,
          291,
          292,
          300,
          308,
          309,
          333,
          350,
          351,
          355,
          360,
          365,
          401,
          402,
          403,
          404,
          405,
          406,
          407,
          410,
          412,
          413,
          420,
          421,
          422,
          425,
          486,
          503,
          555,
          556,
          557,
          558,
          567,
          569,
          572,
          573,
          593,
          603,
          604,
          605,
          672,
          701,
          702,
          703,
          704,
          705,
          706,
          707,
          708,
          709,
          710,
          861,
          863,
          864,
          871,
          872,
          873,
          876,
          900,
          914,
          915,
          919,
          981,
          1002,
          5,
          7,
          8,
          9,
          10,
          11,
          16,
          20,
          27,
          36,
          37,
          38,
          39 -> {
        // known and harmless
      }
      case 906, 907, 908, 913 ->
          line.add(
              Rule.CHANGES_LIMITS,
              "The current of the motors is changed. Expected on no machine but the one it was made for. Remove it");
      default -> unknown();
    }
  }

  /** What a command does that no stranger's program may do; empty if nothing. */
  private static String harm(int code) {
    return switch (code) {
      case 500, 501, 502, 504, 505 -> "writes or reloads the machine's settings";
      case 21, 22, 23, 24, 26, 28, 29, 30, 33, 34, 524, 540, 928, 808 -> "touches the SD card";
      case 112, 410, 999, 81, 80, 997, 1000 -> "stops, resets or switches the machine";
      case 92 -> "changes the steps per millimetre";
      case 301, 303, 304, 305, 306, 307 -> "changes how heaters are regulated";
      case 302 -> "allows cold extrusion";
      case 206, 428, 851, 665, 666, 669 -> "changes offsets of the machine";
      case 550, 551, 552, 553, 554, 560, 575, 576, 584, 586, 587, 588, 589, 929 ->
          "changes network or ports of the machine";
      default -> "";
    };
  }

  /** Prusa's {@code M862.3 P "MK3S"}: the program names the printer it was made for. */
  private void checkPrinter(double value) {
    if (Math.round(value * 10) != 8623) {
      return;
    }
    String text = line.words.text();
    int from = text.indexOf('"');
    int to = text.indexOf('"', from + 1);
    if (from < 0 || to < 0) {
      return;
    }
    String model = text.substring(from + 1, to);
    String name = machine.name().replace(" ", "").toUpperCase(Locale.ROOT);
    if (!machine.name().equals("any machine") && !name.contains(model.toUpperCase(Locale.ROOT))) {
      line.add(
          Rule.WRONG_PRINTER,
          "The program was made for \""
              + model
              + "\", this machine is \""
              + machine.name()
              + "\". Slice for this machine");
    }
  }

  /** M220: whether a firmware obeys it is its own matter. */
  void speedFactor() {
    line.add(
        Rule.NOT_COUNTED,
        "The speed is changed by a factor that is not counted in the time. Set it on the machine");
  }

  void waitsForPerson() {
    line.add(
        Rule.WAITS_FOR_PERSON,
        "The machine waits here until a person goes on; that time is not counted. Be there");
  }

  /** {@code T?}, {@code Tx} and {@code Tc} of a multi-material unit, which move nothing we know. */
  boolean asksForTool() {
    String text = line.words.text().strip();
    int comment = text.indexOf(';');
    String command = (comment < 0 ? text : text.substring(0, comment)).strip();
    boolean asks = command.equals("T?") || command.equals("Tx") || command.equals("Tc");
    if (!asks || (dialect != Dialect.PRUSA && dialect != Dialect.MARLIN)) {
      return false;
    }
    line.add(
        Rule.WAITS_FOR_PERSON,
        0,
        "A person or the machine chooses the filament here; that time is not counted. Be there");
    return true;
  }

  /** Whether a text stands behind the command: the name of a file. */
  boolean hasText() {
    int from = line.words.textIndex();
    int comment = line.words.commentIndex();
    int to = comment < 0 ? line.words.length() : comment;
    return from >= 0 && to > from && !line.words.text(from, to).isBlank();
  }

  /** A G code that we do not know; with axes nobody can say where it goes. */
  void unknownMove() {
    if (line.has('X') || line.has('Y') || line.has('Z') || line.has('E')) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected moves that can be followed, found one that we do not know, so nobody can say where it goes. Export with G0 to G3");
    } else {
      unknown();
    }
  }

  private void unknown() {
    line.add(
        Rule.UNKNOWN_COMMAND,
        "Expected a command of "
            + dialect
            + ", found one that we do not know. Look it up or remove it");
  }
}
