package org.vicinal.commons.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.vicinal.commons.tree.Node;

/** What an unquoted word in YAML means: a number, a date, yes or no, nothing, or just words. */
final class Plain {
  private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern STRANGE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([Tt ].+)?");

  private Plain() {}

  static Node of(String word, int line) {
    return switch (word) {
      case "", "~", "null", "Null", "NULL" -> new Node.Nothing(line);
      case "true", "True", "TRUE" -> new Node.Truth(true, line);
      case "false", "False", "FALSE" -> new Node.Truth(false, line);
      default -> {
        if (INTEGER.matcher(word).matches()
            || DECIMAL.matcher(word).matches()
            || STRANGE.matcher(word).matches()) {
          yield new Node.Figure(word, line);
        }
        yield isMoment(word) ? new Node.Moment(word, line) : new Node.Text(word, line);
      }
    };
  }

  /** Digits that other readers may take for an octal number, such as a postcode 02139. */
  static boolean isLeadingZero(String word) {
    return word.matches("[-+]?0[0-9]+");
  }

  /** Whether it is a date or a time that exists, as TOML spells it. */
  static boolean isMoment(String word) {
    if (!DATE.matcher(word).matches()) {
      return false;
    }
    var iso = word.replace(' ', 'T').replace('t', 'T');
    try {
      if (iso.length() == 10) {
        LocalDate.parse(iso);
      } else if (iso.matches(".*(Z|[-+]\\d\\d:\\d\\d)")) {
        OffsetDateTime.parse(iso);
      } else {
        LocalDateTime.parse(iso);
      }
      return iso.length() == 10 || iso.matches(".{11}\\d\\d:\\d\\d:\\d\\d.*"); // TOML wants seconds
    } catch (DateTimeException e) {
      return false;
    }
  }
}
