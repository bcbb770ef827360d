package org.vicinal.commons.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads {@code MIT AND (CERN-OHL-S-2.0 OR CC-BY-4.0)}; AND binds stronger than OR. */
final class ExpressionReader {
  private static final Pattern WORD = Pattern.compile("\\(|\\)|[^\\s()]+");
  private static final Pattern OWN =
      Pattern.compile("(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+");
  private final List<String> words;
  private int at;

  private ExpressionReader(String text) {
    words = WORD.matcher(text).results().map(found -> found.group()).toList();
  }

  /**
   * The expression that {@code text} is.
   *
   * @throws NotSpdx with a sentence that names the word it stumbled over
   */
  static Expression read(String text) throws NotSpdx {
    var reader = new ExpressionReader(text);
    if (reader.words.isEmpty()) {
      throw new NotSpdx("there is no licence");
    }
    var expression = reader.any();
    if (reader.at < reader.words.size()) {
      throw new NotSpdx(
          "\"" + reader.words.get(reader.at) + "\" follows where AND, OR or the end should");
    }
    return expression;
  }

  private Expression any() throws NotSpdx {
    var parts = new ArrayList<Expression>(List.of(all()));
    while (next("OR")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Any(parts);
  }

  private Expression all() throws NotSpdx {
    var parts = new ArrayList<Expression>(List.of(one()));
    while (next("AND")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts);
  }

  private Expression one() throws NotSpdx {
    if (next("(")) {
      var inside = any();
      if (!next(")")) {
        throw new NotSpdx("a bracket is not closed");
      }
      return inside;
    }
    if (at >= words.size()) {
      throw new NotSpdx("it ends where a licence should follow");
    }
    var word = words.get(at++);
    boolean orLater = word.endsWith("+") && Spdx.findLicence(word).isEmpty();
    var name = orLater ? word.substring(0, word.length() - 1) : word;
    var id =
        OWN.matcher(name).matches()
            ? name
            : Spdx.findLicence(name)
                .orElseThrow(() -> new NotSpdx("\"" + name + "\" is no licence that SPDX lists"));
    return new Expression.One(id, orLater, exception());
  }

  private String exception() throws NotSpdx {
    if (!next("WITH")) {
      return "";
    }
    var name = at < words.size() ? words.get(at++) : "";
    return Spdx.findException(name)
        .orElseThrow(() -> new NotSpdx("\"" + name + "\" is no exception that SPDX lists"));
  }

  private boolean next(String word) {
    boolean found = at < words.size() && words.get(at).toUpperCase(Locale.ROOT).equals(word);
    at += found ? 1 : 0;
    return found;
  }

  /** Why a text is no SPDX expression. */
  static final class NotSpdx extends Exception {
    private static final long serialVersionUID = 1;

    NotSpdx(String why) {
      super(why);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }
}
