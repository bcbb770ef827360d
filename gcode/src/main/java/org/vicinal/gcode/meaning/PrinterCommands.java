package org.vicinal.gcode.meaning;

import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.WordReader;

/**
 * Commands of printers that move nothing: which are known, which are forbidden to a stranger's
 * program, and why.
 */
final class PrinterCommands {
  private final WordReader words;
  private final MachineLimits machine;
  private final Findings findings;
  private final Tally tally;

  PrinterCommands(WordReader words, MachineLimits machine, Findings findings, Tally tally) {
    this.words = words;
    this.machine = machine;
    this.findings = findings;
    this.tally = tally;
  }

  void other(int code, double value, int first) {
    String harm = harm(code);
    if (!harm.isEmpty()) {
      if (findings.wants(Rule.FORBIDDEN_COMMAND)) {
        findings.add(
            Rule.FORBIDDEN_COMMAND,
            words.column(first),
            "Expected nothing that "
                + harm
                + ", found M"
                + code
                + ". Remove the line: "
                + words.text());
      }
      return;
    }
    switch (code) {
      case 98, 810, 811, 812, 813, 814, 815, 816, 817, 818, 819, 32 -> {
        tally.macros++;
        if (findings.wants(Rule.OPAQUE_COMMAND)) {
          findings.add(
              Rule.OPAQUE_COMMAND,
              words.column(first),
              "A macro or another file runs here; what it does is not in the program: "
                  + words.text());
        }
      }
      case 862 -> checkPrinter(value, first);
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
          116,
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
          566,
          567,
          568,
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
      case 906, 907, 908, 913 -> {
        if (findings.wants(Rule.CHANGES_LIMITS)) {
          findings.add(
              Rule.CHANGES_LIMITS,
              words.column(first),
              "The current of the motors is changed. Expected on no machine but the one it was made for: "
                  + words.text());
        }
      }
      default -> unknown(first);
    }
  }

  /** What a command does that no stranger's program may do; empty if nothing. */
  private static String harm(int code) {
    return switch (code) {
      case 500, 501, 502, 504, 505 -> "writes or reloads the machine's settings";
      case 21, 22, 23, 24, 26, 28, 29, 33, 34, 524, 540, 928, 808 -> "touches the SD card";
      case 112, 410, 999, 81, 80, 997, 1000 -> "stops, resets or switches the machine";
      case 92 -> "changes the steps per millimetre";
      case 301, 303, 304, 305, 306, 307 -> "changes how heaters are regulated";
      case 302 -> "allows cold extrusion";
      case 206, 428, 851, 665, 666, 669, 208 -> "changes offsets of the machine";
      case 550, 551, 552, 553, 554, 560, 575, 576, 584, 586, 587, 588, 589, 929 ->
          "changes network or ports of the machine";
      default -> "";
    };
  }

  /** Prusa's {@code M862.3 P "MK3S"}: the program names the printer it was made for. */
  private void checkPrinter(double value, int first) {
    if (Math.round(value * 10) != 8623) {
      return;
    }
    String line = words.text();
    int from = line.indexOf('"');
    int to = line.indexOf('"', from + 1);
    if (from < 0 || to < 0) {
      return;
    }
    String model = line.substring(from + 1, to);
    String name = machine.name().replace(" ", "").toUpperCase(java.util.Locale.ROOT);
    if (!machine.name().equals("any machine")
        && !name.contains(model.toUpperCase(java.util.Locale.ROOT))) {
      findings.add(
          Rule.WRONG_PRINTER,
          words.column(first),
          "The program was made for \""
              + model
              + "\", this machine is \""
              + machine.name()
              + "\". Slice for this machine.");
    }
  }

  /** A move whose way we cannot tell: better no program than a wrong place. */
  void refuseMove(int first) {
    if (findings.wants(Rule.UNSUPPORTED_COMMAND)) {
      findings.add(
          Rule.UNSUPPORTED_COMMAND,
          words.column(first),
          "Expected moves that can be followed, found a curve or a stored place (G5, G6, G61). Export with G0 to G3: "
              + words.text());
    }
  }

  /** M220: whether a firmware obeys it is its own matter. */
  void speedFactor(int first) {
    if (findings.wants(Rule.NOT_COUNTED)) {
      findings.add(
          Rule.NOT_COUNTED,
          words.column(first),
          "The speed is changed by a factor that is not counted in the time: " + words.text());
    }
  }

  void waitsForPerson(int first) {
    if (findings.wants(Rule.WAITS_FOR_PERSON)) {
      findings.add(
          Rule.WAITS_FOR_PERSON,
          words.column(first),
          "The machine waits here until a person goes on; that time is not counted: "
              + words.text());
    }
  }

  void unknown(int first) {
    if (findings.wants(Rule.UNKNOWN_COMMAND)) {
      findings.add(
          Rule.UNKNOWN_COMMAND,
          words.column(first),
          "Expected a command of "
              + machine.dialect()
              + ", found one that we do not know. Look it up or remove it: "
              + words.text());
    }
  }
}
