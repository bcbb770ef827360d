package org.vicinal.gcode.meaning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.text.WordReader;

/** Collects findings: at most {@link #SHOWN} of a kind are kept, the rest are counted. */
public final class Findings {
  /** How many findings of one kind are worth reading. */
  public static final int SHOWN = 5;

  private final WordReader words;
  private long line;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<Rule, Long> seen = new EnumMap<>(Rule.class);

  Findings(WordReader words) {
    this.words = words;
  }

  /**
   * Whether another finding of this kind would be kept; if not, it is counted here. Ask before
   * formatting a text.
   */
  boolean wants(Rule rule) {
    if (count(rule) < SHOWN) {
      return true;
    }
    seen.merge(rule, 1L, Long::sum);
    return false;
  }

  /** Lines that come are not read but run again: findings belong to this line. */
  void at(long number) {
    line = number;
  }

  /** Adds a finding at a column of the present line, 0 for the whole line. */
  void add(Rule rule, int column, String text) {
    if (seen.merge(rule, 1L, Long::sum) <= SHOWN) {
      kept.add(
          new Finding(
              line == 0 ? words.lineNumber() : line, column, rule.severity(), rule.code(), text));
    }
  }

  /** Adds a finding about the whole program. */
  void addForAll(Rule rule, String text) {
    if (seen.merge(rule, 1L, Long::sum) <= SHOWN) {
      kept.add(new Finding(0, 0, rule.severity(), rule.code(), text));
    }
  }

  /** How often a rule was broken. */
  long count(Rule rule) {
    return seen.getOrDefault(rule, 0L);
  }

  /** The findings in the order of the program, and one line for each kind that was cut short. */
  List<Finding> list() {
    var all = new ArrayList<>(kept);
    seen.forEach(
        (rule, count) -> {
          if (count > SHOWN) {
            all.add(
                new Finding(
                    0,
                    0,
                    rule.severity(),
                    rule.code(),
                    "And " + (count - SHOWN) + " more of this kind."));
          }
        });
    return List.copyOf(all);
  }
}
