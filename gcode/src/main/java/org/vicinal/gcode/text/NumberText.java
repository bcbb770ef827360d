package org.vicinal.gcode.text;

/**
 * A number as rarely written: with very many digits, with spaces inside, or not a number at all.
 * Slow and exact; {@link WordReader} comes here only when its own loop gave up.
 *
 * @param end index after it
 */
record NumberText(double value, byte kind, int end) {

  /**
   * Reads what begins at {@code p} in a buffer that ends in a newline. An exponent is never part of
   * a number.
   */
  static NumberText read(byte[] buffer, int p, boolean spacesInside) {
    var digits = new StringBuilder();
    int points = 0;
    int signs = 0;
    int numerals = 0;
    int end = p;
    for (int i = p; ; i++) {
      int c = buffer[i];
      if (c == ' ' || c == '\t') {
        if (spacesInside || numerals + points + signs == 0) {
          continue;
        }
        break;
      }
      if (c >= '0' && c <= '9') {
        numerals++;
      } else if (c == '.') {
        points++;
      } else if ((c == '-' || c == '+') && numerals + points == 0) {
        signs++;
      } else {
        break;
      }
      digits.append((char) c);
      end = i + 1;
    }
    if (digits.isEmpty()) {
      return new NumberText(0, WordReader.BARE, p);
    }
    if (numerals == 0 || points > 1 || signs > 1 || digits.length() > 4000) {
      return new NumberText(0, WordReader.BAD, end);
    }
    return new NumberText(Double.parseDouble(digits.toString()), WordReader.NUMBER, end);
  }
}
