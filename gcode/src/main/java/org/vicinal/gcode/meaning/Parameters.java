package org.vicinal.gcode.meaning;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of one RS-274 program: numbered ones, of which 1 to 30 belong to the subroutine
 * that runs, and named ones, which are local too unless their name begins with an underscore.
 */
final class Parameters {
  private static final int NUMBERED = 5603;
  private static final int LOCAL = 30;
  private static final int FIRST_LIVE = 5000;
  private static final int MOST_NAMES = 10_000;

  /** What the machine keeps itself. */
  interface Live {
    /** The value of a numbered parameter; NaN if the machine does not keep it. */
    double number(int index);

    /** The value of a name; NaN if the machine does not keep it. */
    double named(String name);
  }

  private record Frame(List<Double> numbered, Map<String, Double> named) {}

  private final Live live;
  private final double[] numbered = new double[NUMBERED];
  private final Map<String, Double> global = new HashMap<>();
  private Map<String, Double> local = new HashMap<>();
  private final Deque<Frame> callers = new ArrayDeque<>();

  Parameters(Live live) {
    this.live = live;
  }

  /** A numbered parameter. */
  double number(int index) {
    check(index);
    double kept = index > FIRST_LIVE ? live.number(index) : Double.NaN;
    return Double.isNaN(kept) ? numbered[index] : kept;
  }

  void setNumber(int index, double value) {
    check(index);
    numbered[index] = value;
  }

  private static void check(int index) {
    if (index < 1 || index >= NUMBERED) {
      throw new ExpressionRefusal(
          "a parameter from #1 to #" + (NUMBERED - 1) + ", found #" + index);
    }
  }

  boolean knows(String name) {
    return table(name).containsKey(name) || !Double.isNaN(live.named(name));
  }

  double named(String name) {
    double kept = name.startsWith("_") ? live.named(name) : Double.NaN;
    Double value = Double.isNaN(kept) ? table(name).get(name) : Double.valueOf(kept);
    if (value == null) {
      throw new ExpressionRefusal("a parameter that was given a value, found #<" + name + ">");
    }
    return value;
  }

  void setNamed(String name, double value) {
    if (table(name).size() >= MOST_NAMES) {
      throw new ExpressionRefusal("at most " + MOST_NAMES + " names");
    }
    table(name).put(name, value);
  }

  private Map<String, Double> table(String name) {
    return name.startsWith("_") ? global : local;
  }

  /** A subroutine begins with these arguments as #1, #2 and so on. */
  void enter(double[] arguments) {
    callers.push(new Frame(Arrays.stream(numbered, 1, LOCAL + 1).boxed().toList(), local));
    local = new HashMap<>();
    for (int i = 0; i < LOCAL; i++) {
      numbered[i + 1] = i < arguments.length ? arguments[i] : 0;
    }
  }

  void leave() {
    Frame caller = callers.pop();
    for (int i = 0; i < LOCAL; i++) {
      numbered[i + 1] = caller.numbered().get(i);
    }
    local = caller.named();
  }
}
