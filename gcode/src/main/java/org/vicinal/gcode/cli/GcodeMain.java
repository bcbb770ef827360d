package org.vicinal.gcode.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.vicinal.gcode.MachineLimits;

/**
 * {@code gcode inspect|check|draw|bench}. Ends with 0 if all is well, 1 if a program must not run,
 * 2 if the command line was wrong, 3 if a file could not be read or written.
 */
public final class GcodeMain {
  static final int FINE = 0;
  static final int MUST_NOT_RUN = 1;
  static final int WRONG_USE = 2;
  static final int NO_FILE = 3;

  private static final String HELP =
      """
      Usage: gcode COMMAND FILE [OPTIONS]

        inspect FILE        what the program does and how long it takes
        check FILE          whether it may run: findings only; ends with 1 if it must not
        draw FILE -o OUT    a picture: OUT ends in .png, .svg or .path (compact binary)
        bench FILE...       how fast this library reads and plans, beside the floor of the machine and npm's gcode-toolpath

      Options
        --machine M         a profile (PROFILES),
                            or a file: a profile, what $$ printed, or what M503 printed
        --dialect D         marlin, prusa, reprapfirmware, klipper, grbl, grblhal, linuxcnc
        --time-model T      grbl, marlin-jerk, marlin-jerk-2.1.3, marlin-jd, mk3, klipper, prusaslicer
        --json              one JSON object instead of text (inspect, check)
        -o OUT              where to draw to
        --layer N           draw one layer, from 1
        --view V            top or iso
        --size N            width and height of the picture in pixels, 800 if not given;
                            for bench: repeat the file up to this size, such as 46MB or 1GB
        --help              this text

      Ends with 0 if all is well, 1 if the program must not run, 2 if the command line was wrong, 3 if a file could not be
      read or written.
      """;

  private GcodeMain() {}

  @SuppressWarnings("SystemOut") // the edge: text for a person
  public static void main(String[] arguments) {
    int code = run(Arrays.asList(arguments), System.out, System.err);
    System.out.flush();
    System.exit(code);
  }

  /** Runs a command line; gives the exit code. */
  static int run(List<String> words, PrintStream out, PrintStream err) {
    try {
      Arguments arguments = Arguments.of(words);
      System.setProperty("java.awt.headless", "true");
      if (arguments.help()) {
        out.print(HELP.replace("PROFILES", String.join(", ", MachineLimits.listNames())));
        return FINE;
      }
      return switch (arguments.command()) {
        case "inspect" -> InspectCommand.run(arguments, out);
        case "check" -> CheckCommand.run(arguments, out);
        case "draw" -> DrawCommand.run(arguments, out);
        case "bench" -> BenchCommand.run(arguments, out);
        default ->
            throw new IllegalArgumentException(
                "Expected inspect, check, draw or bench, found \""
                    + arguments.command()
                    + "\". gcode --help tells more.");
      };
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return WRONG_USE;
    } catch (java.nio.file.NoSuchFileException e) {
      err.println("Expected a file, found none at " + e.getFile() + ". Look at the path.");
      return NO_FILE;
    } catch (IOException | UncheckedIOException e) {
      err.println("Could not read or write: " + e.getMessage());
      return NO_FILE;
    }
  }
}
