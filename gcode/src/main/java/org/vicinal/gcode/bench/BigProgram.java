package org.vicinal.gcode.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vicinal.gcode.text.ProgramStream;

/** A program of any size: a real one, written one after the other until it is as long as wanted. */
final class BigProgram {
  private static final String UNITS = "kMG";

  private BigProgram() {}

  /**
   * Reads a size such as {@code 46MB} or {@code 1G}; units are powers of ten.
   *
   * @throws IllegalArgumentException if it is none
   */
  static long size(String text) {
    String number = text.replaceFirst("(?i)b$", "");
    int unit = number.isEmpty() ? -1 : UNITS.indexOf(unitOf(number));
    try {
      double digits =
          Double.parseDouble(unit < 0 ? number : number.substring(0, number.length() - 1));
      return Math.round(digits * Math.pow(1000, unit + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Expected a size such as 46MB or 1GB after --size, found " + text + ".", e);
    }
  }

  private static char unitOf(String number) {
    String last = number.substring(number.length() - 1);
    return (last.equals("k") ? last : last.toUpperCase(Locale.ROOT)).charAt(0);
  }

  /** Writes whole repetitions of {@code program} until {@code to} has the size. */
  static void write(Path program, long size, Path to) throws IOException {
    byte[] text;
    try (InputStream in = ProgramStream.open(program)) {
      text = in.readAllBytes();
    }
    if (text.length == 0) {
      throw new IllegalArgumentException(
          "Expected a program to repeat, found an empty file at " + program + ".");
    }
    try (OutputStream out = Files.newOutputStream(to)) {
      for (long written = 0; written < size; written += text.length + 1) {
        out.write(text);
        out.write('\n');
      }
    }
  }
}
