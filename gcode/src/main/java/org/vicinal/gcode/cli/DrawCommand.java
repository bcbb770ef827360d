package org.vicinal.gcode.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vicinal.gcode.picture.Picture;

/** A picture of a program. */
final class DrawCommand {
  private DrawCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    String wanted =
        arguments
            .findOption("-o")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected -o with the file to draw to, found none."));
    int layer = number(arguments, "--layer", 0);
    boolean top = view(arguments.findOption("--view").orElse(layer > 0 ? "top" : "iso"));
    var picture =
        new Picture(
            arguments.inspector(),
            number(arguments, "--size", 800),
            layer,
            top ? Picture.View.TOP : Picture.View.ISO);
    Path program = arguments.file();
    String kind = wanted.substring(wanted.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!kind.equals("png") && !kind.equals("svg") && !kind.equals("path")) {
      throw new IllegalArgumentException(
          "Expected a picture that ends in .png, .svg or .path, found " + wanted + ".");
    }
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(Path.of(wanted)))) {
      switch (kind) {
        case "png" -> picture.png(program, file);
        case "svg" -> picture.svg(program, file);
        default -> picture.path(program, file);
      }
    }
    out.println("Drawn to " + wanted + ".");
    return GcodeMain.FINE;
  }

  private static boolean view(String name) {
    return switch (name) {
      case "top" -> true;
      case "iso" -> false;
      default ->
          throw new IllegalArgumentException("Expected --view top or iso, found " + name + ".");
    };
  }

  private static int number(Arguments arguments, String option, int otherwise) {
    String value = arguments.findOption(option).orElse(Integer.toString(otherwise));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Expected a whole number after " + option + ", found " + value + ".", e);
    }
  }
}
