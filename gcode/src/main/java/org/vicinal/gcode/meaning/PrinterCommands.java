package org.vicinal.gcode.meaning;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;

/**
 * Commands of printers that move nothing: which are known, which are forbidden to a stranger's
 * program, and why.
 */
final class PrinterCommands {
  private static final Pattern BLOCKING = Pattern.compile("S *[2-9]");

  private final PrinterLine line;
  private final Dialect dialect;
  private final MachineLimits machine;
  private final Tally tally;
  private final PrinterVocabulary vocabulary;

  PrinterCommands(PrinterLine line, Dialect dialect, MachineLimits machine, Tally tally) {
    this.line = line;
    this.dialect = dialect;
    this.machine = machine;
    this.tally = tally;
    vocabulary = PrinterVocabulary.of(dialect);
  }

  /** Whether the firmware knows this M code and a stranger's program may use it; reports if not. */
  boolean allows(double value) {
    if (vocabulary.isHarmless(value)) {
      return true;
    }
    int code = (int) value;
    String harm = vocabulary.harm(value);
    if (!harm.isEmpty()) {
      line.add(
          Rule.FORBIDDEN_COMMAND,
          "Expected nothing that " + harm + ", found M" + code + ". Remove the line");
    } else if (vocabulary.runsMacro(value)) {
      tally.macros++;
      line.add(
          Rule.OPAQUE_COMMAND,
          "A macro or another file runs here; what it does is not in the program. Read it");
    } else if (vocabulary.changesMotors(value)) {
      line.add(
          Rule.CHANGES_LIMITS,
          "The motors are driven otherwise. Expected on no machine but the one it was made for."
              + " Remove it");
    } else {
      unknown();
    }
    return false;
  }

  /** Whether the firmware knows this G code; reports if not. */
  boolean allowsGeneral(double value) {
    if (vocabulary.knowsGeneral(value)) {
      return true;
    }
    unknownMove();
    return false;
  }

  /** Prusa's {@code M862.3 P "MK3S"}: the program names the printer it was made for. */
  void checkPrinter(double value) {
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

  /** {@code M291 P"Turn the part" S3} waits for an answer, S0 and S1 do not. */
  boolean messageWaits() {
    return BLOCKING.matcher(line.words.text().replaceAll("\"[^\"]*\"?", "")).find();
  }

  /** M211 S0: nothing keeps the machine from leaving its travel any more. */
  void softLimits() {
    if (line.value('S', 1) == 0) {
      line.add(
          Rule.CHANGES_LIMITS,
          "Expected the limits of travel to stay on, found M211 S0, which switches them off. Remove"
              + " it");
    }
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

  /** A G code that the firmware does not know; with axes nobody can say where it goes. */
  private void unknownMove() {
    if (line.has('X') || line.has('Y') || line.has('Z') || line.has('E')) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected moves that can be followed, found one that is not known here, so nobody can say"
              + " where it goes. Export with G0 to G3");
    } else {
      unknown();
    }
  }

  private void unknown() {
    tally.macros += dialect == Dialect.KLIPPER ? 1 : 0; // the machine may have a macro of this name
    line.add(
        Rule.UNKNOWN_COMMAND,
        "Expected a command of "
            + dialect
            + ", found one that it does not know. Look it up or remove it");
  }
}
