package org.vicinal.agent.slicing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;

/**
 * Whether a profile is for a printer, by the condition that its vendor wrote, such as {@code
 * nozzle_diameter[0]==0.4 and printer_notes=~/.*MK3.*}{@code /}. Reads {@code and or not ! ( ) ==
 * != =~ !~ < > <= >=} over the printer's values, numbers, quoted words and patterns; what it cannot
 * read, it lets pass.
 */
final class Compatibility {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(and\\b|&&)|(or\\b|\\|\\|)|(=~|!~|==|!=|<=|>=|<|>)|(!|not\\b)|([()])|(/(?:[^/\\\\]|\\\\.)*/)|(\"[^\"]*\")|([\\w.]+(?:\\[\\d+])?))");
  private final Map<String, String> printer;
  private final Matcher tokens;
  private String token = "";

  /** Not a condition that is read here. */
  private static final class Unread extends Exception {
    private static final long serialVersionUID = 1;
  }

  private Compatibility(String condition, Map<String, String> printer) throws Unread {
    this.printer = printer;
    this.tokens = TOKEN.matcher(condition.strip());
    step();
  }

  /**
   * Fails when {@code condition} says that {@code profile} is not for {@code name}.
   *
   * @throws ConfigurationError when it is for another printer
   */
  static void check(
      String profile, String name, @Nullable String condition, Map<String, String> printer) {
    if (condition != null && !condition.isBlank() && !holds(condition, printer)) {
      throw new ConfigurationError(
          "\"%s\" is not for the printer \"%s\": expected %s.".formatted(profile, name, condition));
    }
  }

  static boolean holds(String condition, Map<String, String> printer) {
    try {
      var reading = new Compatibility(condition, printer);
      boolean value = reading.any();
      return value || !reading.token.isEmpty(); // more than we read
    } catch (Unread | PatternSyntaxException e) {
      return true;
    }
  }

  private boolean any() throws Unread {
    boolean value = all();
    while (token.equals("or") || token.equals("||")) {
      step();
      value |= all();
    }
    return value;
  }

  private boolean all() throws Unread {
    boolean value = one();
    while (token.equals("and") || token.equals("&&")) {
      step();
      value &= one();
    }
    return value;
  }

  private boolean one() throws Unread {
    if (token.equals("!") || token.equals("not")) {
      step();
      return !one();
    }
    if (token.equals("(")) {
      step();
      boolean value = any();
      if (!token.equals(")")) {
        throw new Unread();
      }
      step();
      return value;
    }
    var left = value(token);
    step();
    return switch (token) {
      case "=~", "!~", "==", "!=", "<", ">", "<=", ">=" -> compare(left);
      default -> !left.isEmpty() && !left.equals("0") && !left.equals("false");
    };
  }

  private boolean compare(String left) throws Unread {
    var sign = token;
    step();
    var right = token;
    step();
    if (sign.endsWith("~")) {
      boolean found = Pattern.matches("(?s)" + right.substring(1, right.length() - 1), left);
      return found == sign.equals("=~");
    }
    int order = order(left, value(right));
    return switch (sign) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  private static int order(String left, String right) {
    try {
      return Double.compare(Double.parseDouble(left), Double.parseDouble(right));
    } catch (NumberFormatException e) {
      return left.compareTo(right);
    }
  }

  /** A word's value: itself when quoted or a number, else the printer's. */
  private String value(String word) throws Unread {
    if (word.startsWith("\"")) {
      return word.substring(1, word.length() - 1);
    }
    if (word.isEmpty() || word.startsWith("/")) {
      throw new Unread();
    }
    if (Character.isDigit(word.charAt(0))) {
      return word;
    }
    int bracket = word.indexOf('[');
    if (word.equals("num_extruders")) {
      return String.valueOf(valueOf("nozzle_diameter").split(",", -1).length);
    }
    var whole = valueOf(bracket < 0 ? word : word.substring(0, bracket));
    if (bracket < 0) {
      return whole;
    }
    var each = whole.split(",", -1);
    int index = Integer.parseInt(word.substring(bracket + 1, word.length() - 1));
    return index < each.length ? each[index].strip() : "";
  }

  /** What the printer does not say is as the slicer takes it. */
  private String valueOf(String key) {
    return printer.getOrDefault(key, key.equals("nozzle_diameter") ? "0.4" : "");
  }

  private void step() throws Unread {
    if (tokens.regionStart() == tokens.regionEnd()) {
      token = "";
    } else if (tokens.lookingAt()) {
      token = tokens.group().strip();
      tokens.region(tokens.end(), tokens.regionEnd());
    } else {
      throw new Unread();
    }
  }
}
