package org.vicinal.mesh.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vicinal.mesh.Measure;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Meshes;

/**
 * {@code mesh inspect FILE} and {@code mesh picture FILE PICTURE}. Ends with 0 if all is well, 1 if
 * the file cannot be measured, 2 if the command line was wrong, 3 if it could not be read.
 */
public final class MeshMain {
  static final int FINE = 0;
  static final int REFUSED = 1;
  static final int WRONG_USE = 2;
  static final int NO_FILE = 3;

  private static final String HELP =
      """
      Usage: mesh inspect FILE... [--json]
             mesh picture FILE PICTURE.png

      inspect measures STL, 3MF and OBJ files: size, volume, skin, whether closed, and what is odd about them.
      picture draws one from above its front right corner, 512 pixels wide.

        --json    one JSON object a file
        --help    this text

      Ends with 0 if all is well, 1 if a file cannot be measured, 2 if the command line was wrong, 3 if a file could not
      be read.
      """;

  private MeshMain() {}

  @SuppressWarnings("SystemOut") // the edge: text for a person
  public static void main(String[] arguments) {
    int code = run(List.of(arguments), System.out, System.err);
    System.out.flush();
    System.exit(code);
  }

  /** Runs a command line; gives the exit code. */
  static int run(List<String> words, PrintStream out, PrintStream err) {
    if (words.contains("--help") || words.contains("-h") || words.equals(List.of("help"))) {
      out.print(HELP);
      return FINE;
    }
    if (words.size() == 3 && words.getFirst().equals("picture")) {
      return PictureFile.draw(words.get(1), words.get(2), err);
    }
    boolean json = words.contains("--json");
    var files = words.stream().skip(1).filter(word -> !word.equals("--json")).toList();
    if (words.isEmpty()
        || !words.getFirst().equals("inspect")
        || files.isEmpty()
        || files.stream().anyMatch(word -> word.startsWith("--"))) {
      err.println(
          "Expected: mesh inspect FILE... [--json], or mesh picture FILE PICTURE.png. mesh --help tells more.");
      return WRONG_USE;
    }
    int worst = FINE;
    for (var file : files) {
      worst = Math.max(worst, inspect(file, json, out, err));
    }
    return worst;
  }

  private static int inspect(String file, boolean json, PrintStream out, PrintStream err) {
    try {
      var measure = Meshes.measure(Path.of(file));
      out.print(json ? MeshJson.of(file, measure) + "\n" : text(file, measure));
      return FINE;
    } catch (MeshRefusal e) {
      if (json) {
        out.println(MeshJson.refusal(file, e.words()));
      } else {
        err.println(file + ": " + e.words());
      }
      return REFUSED;
    } catch (NoSuchFileException e) {
      err.println("Expected a file, found none at " + file + ". Look at the path.");
      return NO_FILE;
    } catch (IOException e) {
      err.println(file + " could not be read: " + e.getMessage());
      return NO_FILE;
    }
  }

  private static String text(String file, Measure measure) {
    var lines =
        measure.parts().stream()
            .map(
                part ->
                    String.format(
                        Locale.ROOT,
                        "  %s: %.2f x %.2f x %.2f mm, %.2f cm³, %.2f cm² of skin, %d triangles, %s%n",
                        part.name(),
                        part.box().sizeX(),
                        part.box().sizeY(),
                        part.box().sizeZ(),
                        part.volumeMm3() / 1000,
                        part.areaMm2() / 100,
                        part.triangles(),
                        part.watertight()
                            ? "closed"
                            : part.openEdges() < 0
                                ? "unknown whether closed"
                                : part.openEdges() + " open edges"))
            .collect(Collectors.joining());
    var findings =
        measure.findings().stream()
            .map(finding -> "  ! " + finding.text() + "\n")
            .collect(Collectors.joining());
    return file + ": " + measure.format().words() + "\n" + lines + findings;
  }
}
