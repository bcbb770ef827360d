package org.vicinal.agent.simulation.marlin;

import java.util.HashMap;
import java.util.Map;

/** A command as Marlin's parser sees it: {@code G1}, and its letters with their numbers. */
record MarlinWords(String command, Map<Character, Double> values) {

  static MarlinWords parse(String text) {
    int end = 1;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (text.isEmpty() || end == 1) {
      return new MarlinWords("", Map.of());
    }
    String command = text.charAt(0) + Integer.toString(parseShort(text.substring(1, end)));
    Map<Character, Double> values = new HashMap<>();
    int i = end;
    while (i < text.length()) {
      char letter = text.charAt(i++);
      if (letter < 'A' || letter > 'Z') {
        continue;
      }
      int from = i;
      while (i < text.length() && "+-.0123456789".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      values.putIfAbsent(letter, number(text.substring(from, i)));
    }
    return new MarlinWords(command, values);
  }

  private static int parseShort(String digits) {
    return digits.length() > 6 ? -1 : Integer.parseInt(digits);
  }

  /** As the firmware's strtod: what cannot be read is nothing. */
  private static double number(String text) {
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  boolean has(char letter) {
    return values.containsKey(letter);
  }

  double value(char letter, double otherwise) {
    Double value = values.get(letter);
    return value == null || value.isNaN() ? otherwise : value;
  }
}
