package org.vicinal.gcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists real programs for the tests of other packages; {@link SharedData} finds them. */
public final class SharedPrograms {
  private SharedPrograms() {}

  /** All files of a folder with this ending, or the test is skipped and says so. */
  public static List<Path> list(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(SharedData.folder(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** The rows of a table in a folder by the names of its columns, or the test is skipped. */
  public static List<Map<String, String>> table(String folder, String name) {
    return SharedData.table(SharedData.folder(folder).resolve(name));
  }
}
