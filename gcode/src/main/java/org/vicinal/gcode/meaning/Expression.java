package org.vicinal.gcode.meaning;

import java.util.Locale;

/**
 * Computes RS-274 values: numbers, {@code #parameters}, {@code [expressions]} and functions. Works
 * on a line without comments and spaces, in small letters; moves along it.
 */
final class Expression {
  private static final int MOST_NESTED = 64;
  private static final String[][] OPERATORS = {
    {"and", "or", "xor"},
    {"eq", "ne", "gt", "ge", "lt", "le"},
    {"+", "-"},
    {"*", "/", "mod"},
    {"**"}
  };

  private final String text;
  private final Parameters parameters;
  private int at;
  private int depth;

  Expression(String line, Parameters parameters) {
    this.text = line;
    this.parameters = parameters;
  }

  /** A line without comments and without spaces, in small letters. */
  static String plain(String line) {
    var out = new StringBuilder();
    boolean comment = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ';' && !comment) {
        break;
      }
      comment |= c == '(';
      if (!comment && c > ' ') {
        out.append(c);
      }
      comment &= c != ')';
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return atEnd() ? '\n' : text.charAt(at);
  }

  char take() {
    char c = peek();
    at++;
    return c;
  }

  boolean takeIf(String wanted) {
    if (!text.startsWith(wanted, at)) {
      return false;
    }
    at += wanted.length();
    return true;
  }

  int position() {
    return at;
  }

  /** A number, a parameter, a bracket or a function. */
  double value() {
    if (++depth > MOST_NESTED) {
      throw new ExpressionRefusal("brackets nested at most " + MOST_NESTED + " deep");
    }
    char c = peek();
    double value;
    if (c == '[') {
      value = bracket();
    } else if (c == '#') {
      at++;
      value = parameter();
    } else if (c == '-') {
      at++;
      value = -value();
    } else if (c == '+') {
      at++;
      value = value();
    } else if (c >= 'a' && c <= 'z') {
      value = function();
    } else {
      value = number();
    }
    depth--;
    return value;
  }

  double bracket() {
    if (!takeIf("[")) {
      throw new ExpressionRefusal("'[', found '" + peek() + "'");
    }
    double value = binary(0);
    if (!takeIf("]")) {
      throw new ExpressionRefusal("']', found '" + peek() + "'");
    }
    return value;
  }

  private double binary(int level) {
    if (level == OPERATORS.length) {
      return value();
    }
    double left = binary(level + 1);
    while (true) {
      String operator = operator(level);
      if (operator.isEmpty()) {
        return left;
      }
      left = apply(operator, left, binary(level + 1));
    }
  }

  private String operator(int level) {
    for (String operator : OPERATORS[level]) {
      boolean power = operator.equals("*") && text.startsWith("**", at);
      if (!power && takeIf(operator)) {
        return operator;
      }
    }
    return "";
  }

  private static double apply(String operator, double a, double b) {
    return switch (operator) {
      case "**" -> Math.pow(a, b);
      case "*" -> a * b;
      case "/" -> {
        if (b == 0) {
          throw new ExpressionRefusal("a divisor other than 0");
        }
        yield a / b;
      }
      case "mod" -> {
        double rest = a % b;
        yield rest < 0 ? rest + Math.abs(b) : rest;
      }
      case "+" -> a + b;
      case "-" -> a - b;
      case "eq" -> truth(Math.abs(a - b) < 1e-6);
      case "ne" -> truth(Math.abs(a - b) >= 1e-6);
      case "gt" -> truth(a > b);
      case "ge" -> truth(a >= b);
      case "lt" -> truth(a < b);
      case "le" -> truth(a <= b);
      case "and" -> truth(a != 0 && b != 0);
      case "or" -> truth(a != 0 || b != 0);
      default -> truth((a != 0) != (b != 0));
    };
  }

  private static double truth(boolean value) {
    return value ? 1 : 0;
  }

  private double function() {
    int from = at;
    while (peek() >= 'a' && peek() <= 'z') {
      at++;
    }
    String name = text.substring(from, at);
    if (name.equals("exists")) {
      if (!takeIf("[#<")) {
        throw new ExpressionRefusal("exists[#<name>]");
      }
      boolean known = parameters.knows(name('>'));
      takeIf("]");
      return truth(known);
    }
    double a = bracket();
    if (name.equals("atan")) {
      if (!takeIf("/")) {
        throw new ExpressionRefusal("atan[y]/[x]");
      }
      return Math.toDegrees(Math.atan2(a, bracket()));
    }
    return finite(
        switch (name) {
          case "abs" -> Math.abs(a);
          case "acos" -> Math.toDegrees(Math.acos(a));
          case "asin" -> Math.toDegrees(Math.asin(a));
          case "cos" -> Math.cos(Math.toRadians(a));
          case "sin" -> Math.sin(Math.toRadians(a));
          case "tan" -> Math.tan(Math.toRadians(a));
          case "exp" -> Math.exp(a);
          case "ln" -> Math.log(a);
          case "sqrt" -> Math.sqrt(a);
          case "fix" -> Math.floor(a);
          case "fup" -> Math.ceil(a);
          case "round" -> Math.copySign(Math.floor(Math.abs(a) + 0.5), a);
          default -> throw new ExpressionRefusal("a function such as sin or sqrt, found " + name);
        });
  }

  private static double finite(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new ExpressionRefusal("a function's argument within its range");
    }
    return value;
  }

  /** What stands after a {@code #}. */
  private double parameter() {
    if (takeIf("<")) {
      return parameters.named(name('>'));
    }
    return parameters.number(index());
  }

  /** The number of a parameter. */
  int index() {
    double value = value();
    if (!(Math.abs(value) < 1e6)) {
      throw new ExpressionRefusal("the number of a parameter, found " + value);
    }
    return (int) Math.round(value);
  }

  /** What stands behind the {@code =} of a parameter. */
  double assigned() {
    if (!takeIf("=")) {
      throw new ExpressionRefusal("'=' after a parameter");
    }
    return value();
  }

  String name(char end) {
    int to = text.indexOf(end, at);
    if (to < 0) {
      throw new ExpressionRefusal("'" + end + "' after a name");
    }
    String name = text.substring(at, to);
    at = to + 1;
    return name;
  }

  private double number() {
    int from = at;
    while ((peek() >= '0' && peek() <= '9') || peek() == '.') {
      at++;
    }
    try {
      return Double.parseDouble(text.substring(from, at));
    } catch (NumberFormatException e) {
      throw new ExpressionRefusal(
          "a number, found \"" + text.substring(from, Math.min(text.length(), from + 8)) + "\"");
    }
  }
}
