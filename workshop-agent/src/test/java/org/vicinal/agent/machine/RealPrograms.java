package org.vicinal.agent.machine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs that slicers and CAM have really written, beside the project; {@code
 * -Dvicinal.data=} says where. A test that finds none is visibly skipped.
 */
final class RealPrograms {
  private static final Path DATA = Path.of(System.getProperty("vicinal.data", "../../shared/data"));

  private RealPrograms() {}

  /** Those in this folder that are smaller than so many bytes, by name. */
  static List<Path> list(String folder, long bytes) throws IOException {
    Path data = DATA.resolve(folder);
    assumeTrue(Files.isDirectory(data), () -> "skipped: no " + data.toAbsolutePath());
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.sorted().toList()) {
        if (isProgram(file.getFileName().toString()) && Files.size(file) < bytes) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static boolean isProgram(String name) {
    return name.endsWith(".gcode") || name.endsWith(".nc") || name.endsWith(".ngc");
  }
}
