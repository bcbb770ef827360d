package org.vicinal.gcode.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the part of a LinuxCNC program that has O words, M98 or M99: subroutines, loops and
 * branches. Lines are kept from the first of them on; both their number and the steps of execution
 * are bounded, and what goes beyond is refused.
 */
final class Flow {
  static final int MOST_LINES = 500_000;
  private static final long MOST_STEPS = 5_000_000;
  private static final int MOST_CALLS = 30;

  /** Executes what is no O word. */
  interface Body {
    /** Runs one line of words; false if the program ends there. */
    boolean execute(Line line);

    /** A subroutine of this depth is over. */
    void returned(int depth);
  }

  /** A line of the program: its number, what people see, and its plain form. */
  record Line(long number, String shown, String plain) {}

  /** A subroutine that runs: where it goes back to, and with M98 how often it still runs again. */
  private record Call(int back, int start, long again, boolean ownParameters) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<Integer, FlowWord> words = new HashMap<>();
  private final Map<String, Integer> subroutines = new HashMap<>();
  private final Map<String, Long> repeats = new HashMap<>();
  private final Parameters parameters;
  private final List<Call> calls = new ArrayList<>();
  private long steps;

  Flow(Parameters parameters) {
    this.parameters = parameters;
  }

  boolean isCollecting() {
    return !lines.isEmpty();
  }

  boolean isFull() {
    return lines.size() >= MOST_LINES;
  }

  /** How many subroutines deep the present line stands. */
  int depth() {
    return calls.size();
  }

  void add(long number, String line) {
    String plain = FlowWord.withoutNumber(Expression.plain(line));
    FlowWord word = FlowWord.find(plain);
    if (word != null) {
      words.put(lines.size(), word);
      if (word.operation().equals("sub") || word.operation().isEmpty()) {
        subroutines.putIfAbsent(word.name(), lines.size());
      }
    }
    lines.add(new Line(number, line, plain));
  }

  /** Where an exception happened; for the finding. */
  private int at;

  Line here() {
    return lines.get(Math.min(at, lines.size() - 1));
  }

  /** Runs all lines. */
  void run(Body body) {
    at = 0;
    while (at < lines.size()) {
      if (++steps > MOST_STEPS) {
        throw new ExpressionRefusal(
            "a program that ends within "
                + MOST_STEPS
                + " lines, found a longer one or an endless loop");
      }
      FlowWord word = words.get(at);
      if (word != null) {
        at = jump(word, body);
      } else if (body.execute(lines.get(at))) {
        at++;
      } else {
        return;
      }
    }
  }

  /** The line to go on with. */
  private int jump(FlowWord word, Body body) {
    return switch (word.operation()) {
      case "sub" -> find(word.name(), at + 1, "endsub") + 1;
      case "endsub", "return", "m99" -> back(word, body);
      case "call", "m98" -> call(word);
      case "" -> at + 1; // the number of a program, or one that runs into the next
      case "if" -> isTrue(word) ? at + 1 : otherwise(word);
      case "elseif", "else" -> find(word.name(), at + 1, "endif") + 1;
      case "endif", "do" -> at + 1;
      case "while" -> loop(word);
      case "endwhile" -> findBack(word.name(), "while");
      case "repeat" -> repeat(word);
      case "endrepeat" -> findBack(word.name(), "repeat");
      case "break" -> afterLoop(word.name());
      case "continue" -> find(word.name(), at + 1, "endwhile", "endrepeat", "while");
      default ->
          throw new ExpressionRefusal(
              "an O word such as sub, call, if or while, found \"" + word.operation() + "\"");
    };
  }

  private boolean isTrue(FlowWord word) {
    return new Expression(word.rest(), parameters).bracket() != 0;
  }

  /** After a false if: the next branch decides; an else is entered. */
  private int otherwise(FlowWord word) {
    int next = at;
    while (true) {
      next = find(word.name(), next + 1, "elseif", "else", "endif");
      FlowWord found = words.get(next);
      if (found == null || !found.operation().equals("elseif") || isTrue(found)) {
        return next + 1;
      }
    }
  }

  private int loop(FlowWord word) {
    boolean goOn = isTrue(word);
    int start = startOfDo(word.name());
    if (start >= 0) {
      return goOn ? start + 1 : at + 1;
    }
    return goOn ? at + 1 : find(word.name(), at + 1, "endwhile") + 1;
  }

  /** The do that this while ends; -1 if it begins a loop of its own. */
  private int startOfDo(String name) {
    for (int i = at - 1; i >= 0; i--) {
      steps++;
      FlowWord word = words.get(i);
      if (word != null && word.name().equals(name)) {
        return word.operation().equals("do")
            ? i
            : word.operation().equals("break") || word.operation().equals("continue")
                ? startBefore(i, name)
                : -1;
      }
    }
    return -1;
  }

  private int startBefore(int index, String name) {
    int saved = at;
    at = index;
    int start = startOfDo(name);
    at = saved;
    return start;
  }

  private int repeat(FlowWord word) {
    String key = at + "/" + depth();
    long left =
        repeats.containsKey(key)
            ? repeats.getOrDefault(key, 0L)
            : Math.round(new Expression(word.rest(), parameters).bracket());
    if (left <= 0) {
      repeats.remove(key);
      return find(word.name(), at + 1, "endrepeat") + 1;
    }
    repeats.put(key, left - 1);
    return at + 1;
  }

  private int afterLoop(String name) {
    int end = find(name, at + 1, "endwhile", "endrepeat", "while");
    repeats.keySet().removeIf(key -> key.endsWith("/" + depth()));
    return end + 1;
  }

  private int call(FlowWord word) {
    Integer start = subroutines.get(word.name());
    if (start == null) {
      throw new ExpressionRefusal(
          "a subroutine within the program, found a call of o"
              + word.name()
              + " that is elsewhere");
    }
    if (calls.size() >= MOST_CALLS) {
      throw new ExpressionRefusal("calls nested at most " + MOST_CALLS + " deep");
    }
    if (word.operation().equals("m98")) {
      long times = Long.parseLong(word.rest());
      if (times == 0) {
        return at + 1;
      }
      calls.add(new Call(at + 1, start + 1, times - 1, false));
      return start + 1;
    }
    var expression = new Expression(word.rest(), parameters);
    var arguments = new ArrayList<Double>();
    while (expression.peek() == '[') {
      arguments.add(expression.bracket());
    }
    parameters.enter(arguments.stream().mapToDouble(Double::doubleValue).toArray());
    calls.add(new Call(at + 1, start + 1, 0, true));
    return start + 1;
  }

  private int back(FlowWord word, Body body) {
    if (calls.isEmpty()) {
      throw new ExpressionRefusal("endsub after sub only, and M99 in a subroutine that was called");
    }
    double value =
        word.rest().startsWith("[")
            ? new Expression(word.rest(), parameters).bracket()
            : Double.NaN;
    int depth = depth();
    Call call = calls.removeLast();
    if (call.again() > 0) {
      calls.add(new Call(call.back(), call.start(), call.again() - 1, false));
      return call.start();
    }
    body.returned(depth);
    if (call.ownParameters()) {
      parameters.leave();
    }
    parameters.setNamed("_value_returned", Double.isNaN(value) ? 0 : 1);
    parameters.setNamed("_value", Double.isNaN(value) ? 0 : value);
    return call.back();
  }

  private int find(String name, int from, String... operations) {
    for (int i = from; i < lines.size(); i++) {
      steps++;
      if (matches(words.get(i), name, operations)) {
        return i;
      }
    }
    throw new ExpressionRefusal(
        "o" + name + " " + String.join(" or ", operations) + " further down, found none");
  }

  private int findBack(String name, String operation) {
    for (int i = at - 1; i >= 0; i--) {
      steps++;
      if (matches(words.get(i), name, operation)) {
        return i;
      }
    }
    throw new ExpressionRefusal("o" + name + " " + operation + " further up, found none");
  }

  private static boolean matches(@Nullable FlowWord word, String name, String... operations) {
    if (word == null || !word.name().equals(name)) {
      return false;
    }
    for (String operation : operations) {
      if (word.operation().equals(operation)) {
        return true;
      }
    }
    return false;
  }
}
