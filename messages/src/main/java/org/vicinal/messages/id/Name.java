package org.vicinal.messages.id;

import java.util.regex.Pattern;

/**
 * The one rule for names that people and programs give to things.
 *
 * <p>1 to 80 characters of lower-case letters, digits, {@code -}, {@code _} and {@code .},
 * beginning with a letter or a digit. They fit into topic names, file names and addresses as they
 * are.
 */
public final class Name {
  private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

  private Name() {}

  /**
   * Returns {@code value} when it keeps the rule.
   *
   * @throws IllegalArgumentException when not, saying what was expected of {@code what}
   */
  public static String checked(String what, String value) {
    if (!RULE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Expected %s of 1 to 80 lower-case letters, digits, '-', '_' or '.', beginning with a letter or digit, but found \"%s\"."
              .formatted(what, value.length() > 100 ? value.substring(0, 100) + "..." : value));
    }
    return value;
  }
}
