package org.vicinal.demo.chaos;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/**
 * What an order of a run wants: some squares over each other, in a program that says whose it is
 * when it begins and when it is done, so that the machine's own record tells which order was begun
 * how often.
 */
final class Piece {
  private static final int LAYERS = 60;
  private static final double FILAMENT_MM = 0.6; // a side
  private static final String BEGINS = "M117 begins ";
  private static final String DONE = "M117 done ";

  private Piece() {}

  /** The program of {@code order}; about four minutes on a printer. */
  static byte[] program(String order) {
    var text = new StringBuilder();
    text.append("M140 S60\nM104 S205\nG28\nM190 S60\nM109 S205\nG90\nM83\n");
    text.append(BEGINS).append(order).append('\n');
    for (int layer = 1; layer <= LAYERS; layer++) {
      text.append(String.format(Locale.ROOT, "G1 Z%.2f F600%n", 0.2 * layer));
      for (var corner : new String[] {"X80 Y80", "X110 Y80", "X110 Y110", "X80 Y110"}) {
        text.append(String.format(Locale.ROOT, "G1 %s E%.2f F1800%n", corner, FILAMENT_MM));
      }
    }
    text.append(DONE).append(order).append("\nM104 S0\nM140 S0\nG1 Z40 F600\nM84\n");
    return text.toString().getBytes(US_ASCII);
  }

  /** Whether a line that a machine has executed is the beginning of {@code order}'s piece. */
  static boolean begins(String line, String order) {
    return line.strip().equals(BEGINS + order);
  }

  /** Whether a line that a machine has executed is the end of {@code order}'s piece. */
  static boolean done(String line, String order) {
    return line.strip().equals(DONE + order);
  }
}
