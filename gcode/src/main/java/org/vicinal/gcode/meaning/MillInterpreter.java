package org.vicinal.gcode.meaning;

import java.util.LinkedHashMap;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Planner;

/**
 * GRBL, grblHAL and LinuxCNC: a line is a set of modal words, executed in RS-274's order and not as
 * written. A line with an error moves nothing, as on the machine.
 */
final class MillInterpreter extends Interpreter {
  private final MillBlock block = new MillBlock();
  private final LineReport report;
  private final MillMachine mill;
  private final Parameters parameters;
  private final Flow flow;

  MillInterpreter(WordReader words, Dialect dialect, MachineLimits machine, Planner planner) {
    super(words, dialect, machine, planner);
    report = new LineReport(words, findings);
    mill = new MillMachine(this, block, report);
    parameters = new Parameters(mill);
    flow = new Flow(parameters);
  }

  @Override
  protected void line() {
    if (dialect == Dialect.LINUXCNC && (flow.isCollecting() || beginsFlow())) {
      collect();
      return;
    }
    report.begin();
    block.clear();
    if (words.starIndex() >= 0) {
      return; // its checksum is reported; the controller stops at it
    }
    if (words.oddColumn() != 0) {
      oddLine();
      return;
    }
    for (int i = 0; i < words.count() && !report.broken(); i++) {
      word(i);
    }
    if (!report.broken() && !block.isEmpty()) {
      mill.execute(flow.depth());
    }
  }

  private void oddLine() {
    int c = words.oddByte();
    if (c == '$' && words.oddColumn() == 1) {
      setting();
      return;
    }
    boolean expression = c == '#' || c == '[' || c == '=' || c == '<' || c == '|';
    if (expression && dialect == Dialect.LINUXCNC) {
      computed(words.lineNumber(), Expression.plain(words.text(0, words.length())));
    } else if (expression) {
      report.error(
          Rule.EXPRESSION,
          words.oddColumn(),
          "Expected plain numbers, found a parameter or an expression, which "
              + dialect
              + " is not asked to compute here. Export the program without");
    } else {
      String shown = c > ' ' && c < 0x7f ? "'" + (char) c + "'" : "the byte 0x%02x".formatted(c);
      report.error(
          c < ' ' ? Rule.CONTROL_BYTE : Rule.UNEXPECTED_BYTE,
          words.oddColumn(),
          "Expected a word such as X10, found " + shown);
    }
  }

  private boolean beginsFlow() {
    int first = words.count() > 0 && words.letter(0) == 'N' ? 1 : 0;
    if (words.count() <= first) {
      return false;
    }
    int letter = words.letter(first);
    boolean call = letter == 'M' && (words.value(first) == 98 || words.value(first) == 99);
    return letter == 'O' || (call && FlowWord.isIn(words.text(0, words.length())));
  }

  private void collect() {
    if (flow.isFull()) {
      report.error(
          Rule.EXPRESSION,
          0,
          "Expected at most " + Flow.MOST_LINES + " lines in a program with O words");
    } else {
      flow.add(words.lineNumber(), words.text(0, words.length()));
    }
  }

  /** Executes a line of words whose numbers must be computed. */
  private void computed(long number, String plain) {
    report.begin();
    block.clear();
    try {
      var numbers = new LinkedHashMap<Integer, Double>();
      var names = new LinkedHashMap<String, Double>();
      var line = new Expression(plain, parameters);
      line.takeIf("/");
      while (!line.atEnd() && !report.broken()) {
        char letter = line.take();
        if (letter == '#' && line.takeIf("<")) {
          String name = line.name('>');
          names.put(name, line.assigned());
        } else if (letter == '#') {
          int index = line.index();
          numbers.put(index, line.assigned());
        } else if (letter >= 'a' && letter <= 'z') {
          take(0, letter - 32, line.value());
        } else {
          throw new ExpressionRefusal("a word such as X10, found '" + letter + "'");
        }
      }
      numbers.forEach(parameters::setNumber);
      names.forEach(parameters::setNamed);
      if (!report.broken() && !block.isEmpty()) {
        mill.execute(flow.depth());
      }
    } catch (ExpressionRefusal e) {
      report.error(Rule.EXPRESSION, 0, e.text() + " in line " + number);
    }
  }

  private void runFlow() {
    try {
      flow.run(
          new Flow.Body() {
            @Override
            public boolean execute(Flow.Line line) {
              report.again(line.number(), line.shown());
              if (!line.plain().isEmpty() && !line.plain().startsWith("%")) {
                computed(line.number(), line.plain());
              }
              return !hasEnded() && !report.broken(); // LinuxCNC stops at the first error
            }

            @Override
            public void returned(int depth) {
              mill.returned(depth);
            }
          });
    } catch (ExpressionRefusal e) {
      report.again(flow.here().number(), flow.here().shown());
      report.error(Rule.EXPRESSION, 0, e.text() + ". Correct it");
    }
  }

  private void setting() {
    String line = report.text();
    if (line.equals("$H") || line.equals("$H ")) {
      tally.homings++;
      planner.stop();
    } else {
      report.error(
          Rule.FORBIDDEN_COMMAND,
          1,
          "Expected nothing that changes the machine's settings or state, found a '$' command."
              + " Remove it");
    }
  }

  private void word(int i) {
    int letter = words.letter(i);
    if (words.kind(i) == WordReader.BAD && dialect == Dialect.LINUXCNC && hasTwoSigns(i)) {
      block.clear();
      computed(words.lineNumber(), Expression.plain(words.text(0, words.length())));
      block.clear(); // rs274 takes X--1 for X1, and the line is done
      report.stop();
      return;
    }
    if (words.kind(i) != WordReader.NUMBER) {
      boolean bare = words.kind(i) == WordReader.BARE;
      report.error(
          bare ? Rule.MISSING_VALUE : Rule.BAD_NUMBER,
          words.column(i),
          "Expected a number after "
              + (char) letter
              + ", found "
              + (bare ? "none" : "something else"));
      return;
    }
    take(words.column(i), letter, words.value(i));
  }

  private boolean hasTwoSigns(int word) {
    int signs = 0;
    for (int i = words.column(word); i < words.length(); i++) {
      int c = words.byteAt(i);
      if (c == '-' || c == '+') {
        signs++;
      } else if (c != ' ') {
        break;
      }
    }
    return signs > 1;
  }

  private void take(int column, int letter, double value) {
    if (letter == 'G' || letter == 'M') {
      code(column, letter, value);
    } else if (letter == 'O') {
      report.error(
          Rule.EXPRESSION,
          column,
          "Expected no subroutine or loop (O word), found one. Export the program without");
    } else if (letter == 'N') {
      return; // a line number
    } else if (!MillCommands.knowsLetter(dialect, letter)) {
      report.error(
          Rule.UNSUPPORTED_COMMAND,
          column,
          "Expected a word of " + dialect + ", found " + (char) letter);
    } else if (Math.abs(value) > 1e7) {
      report.error(
          Rule.NUMBER_RANGE, column, "Expected a number that a machine can reach, found " + value);
    } else if (!block.put(letter, value)) {
      report.error(
          Rule.REPEATED_WORD, column, "Expected " + (char) letter + " once, found it twice");
    }
  }

  private void code(int column, int letter, double value) {
    int tenths = (int) Math.round(value * 10);
    boolean exact = Math.abs(value * 10 - tenths) < 1e-6;
    Rule rule = Rule.UNSUPPORTED_COMMAND;
    if (letter == 'G' && exact && MillCommands.knowsGeneral(dialect, tenths)) {
      rule = block.putGeneral(tenths);
    } else if (letter == 'M'
        && exact
        && tenths % 10 == 0
        && MillCommands.knowsMiscellaneous(dialect, tenths / 10)) {
      rule = block.putMiscellaneous(tenths / 10);
    }
    if (rule == Rule.UNSUPPORTED_COMMAND) {
      report.error(
          rule,
          column,
          "Expected a command of "
              + dialect
              + ", found "
              + (char) letter
              + LineReport.number(value)
              + ", on which it stops. Choose another post-processor");
    } else if (rule == Rule.SAME_GROUP) {
      report.error(
          rule,
          column,
          "Expected one command of a kind in a line, found "
              + (char) letter
              + LineReport.number(value)
              + " beside another");
    }
  }

  @Override
  protected void end() {
    if (flow.isCollecting()) {
      runFlow();
    }
  }

  @Override
  protected void finish() {
    mill.finish();
  }
}
