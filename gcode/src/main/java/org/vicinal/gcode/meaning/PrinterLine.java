package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.text.WordReader;

/**
 * One command of a printer with its parameters: the words from {@link #first} up to {@link #end} of
 * the present line, and what is wrong with them. Most firmware knows one command in a line;
 * RepRapFirmware takes several.
 */
final class PrinterLine {
  private static final String NEED_NUMBER = "XYZEFIJKR";

  final WordReader words;
  private final Dialect dialect;
  private final Findings findings;

  /** The command itself. */
  int first;

  /** Behind its last parameter. */
  int end;

  PrinterLine(WordReader words, Dialect dialect, Findings findings) {
    this.words = words;
    this.dialect = dialect;
    this.findings = findings;
  }

  /** Goes to the first command of a line. */
  void begin() {
    int n = words.count();
    first = n > 1 && words.letter(0) == 'N' ? 1 : 0;
    end = n;
    if (dialect == Dialect.REPRAPFIRMWARE) {
      end = nextCommand();
    }
  }

  /** Goes to the next command of the same line; false if there is none. */
  boolean next() {
    if (end >= words.count()) {
      return false;
    }
    first = end;
    end = nextCommand();
    return true;
  }

  private int nextCommand() {
    for (int i = first + 1; i < words.count(); i++) {
      if (isCommand(i)) {
        return i;
      }
    }
    return words.count();
  }

  private boolean isCommand(int word) {
    int letter = words.letter(word);
    return (letter == 'G' || letter == 'M') && words.kind(word) == WordReader.NUMBER;
  }

  /** The word with this letter; -1 without. */
  int find(int letter) {
    for (int i = first + 1; i < end; i++) {
      if (words.letter(i) == letter) {
        return i;
      }
    }
    return -1;
  }

  boolean has(int letter) {
    return find(letter) >= 0;
  }

  double value(int letter, double otherwise) {
    int word = find(letter);
    return word >= 0 && words.kind(word) == WordReader.NUMBER ? words.value(word) : otherwise;
  }

  /** A finding about a word, or about the line at -1; the line is quoted after the text. */
  void add(Rule rule, int word, String text) {
    if (findings.wants(rule)) {
      findings.add(rule, word < 0 ? 0 : words.column(word), text + ": " + words.text());
    }
  }

  /** A finding about the whole command. */
  void add(Rule rule, String text) {
    add(rule, first, text);
  }

  /** Reports a second command, which this firmware takes for a parameter. */
  void refuseSecond(int word) {
    if (isCommand(word)) {
      add(
          Rule.SEVERAL_COMMANDS,
          word,
          "Expected one command in a line, found a second, which "
              + dialect
              + " ignores. Give it a line of its own");
    }
  }

  void refuseSeconds() {
    for (int i = first + 1; i < end; i++) {
      refuseSecond(i);
    }
  }

  void refuseRepeated(int word) {
    add(
        Rule.REPEATED_WORD,
        word,
        "Expected "
            + (char) words.letter(word)
            + " once, found it twice: which of them counts differs. Choose one");
  }

  void refuseTooFar(int word) {
    add(
        Rule.NUMBER_RANGE,
        word,
        "Expected a number that a machine can reach, found " + words.value(word) + ". Correct it");
  }

  /** A word whose number is missing or none. */
  void refuseNumber(int word) {
    if (words.kind(word) == WordReader.BAD) {
      add(
          Rule.BAD_NUMBER,
          word,
          "Expected a number after " + (char) words.letter(word) + ". Correct it");
    } else if (NEED_NUMBER.indexOf(words.letter(word)) >= 0) {
      add(
          Rule.MISSING_VALUE,
          word,
          "Expected a number after " + (char) words.letter(word) + ", found none. Add it");
    }
  }

  /** What the firmware does only if somebody chose so when it was built. */
  void needsBuildOption(String option) {
    add(
        Rule.BUILD_OPTION,
        "Expected a firmware built with "
            + option
            + "; others leave this out. Ask the workshop, or export without");
  }
}
