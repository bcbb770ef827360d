package org.vicinal.agent.recorder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder into which a machine's recorder is emptied when something goes wrong: one file each
 * time, the newest {@value #KEPT} of a machine are kept. Writes on the thread that calls, so never
 * on a machine's.
 */
public final class BlackBox {
  private static final int KEPT = 20;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final InstantSource clock;

  /** Files go into this folder, which is made when it is needed. */
  public BlackBox(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes what the recorder holds.
   *
   * @param machine its name
   * @param state how the machine is, a line each
   * @return the file
   */
  public Path write(String machine, List<String> state, Recorder recorder) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve("%s-%s.log".formatted(machine, STAMP.format(clock.instant())));
    try (var out = Files.newBufferedWriter(file)) {
      for (var line : state) {
        out.write("# " + line.replace('\n', ' '));
        out.newLine();
      }
      out.write("# > written, ! urgent, X stop, < heard, # note; bytes that do not print as \\xNN");
      out.newLine();
      recorder.copyTo(line -> put(out, line));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    forgetOld(machine);
    return file;
  }

  private static void put(BufferedWriter out, String line) {
    try {
      out.write(line);
      out.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forgetOld(String machine) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      var own =
          files
              .filter(
                  file ->
                      String.valueOf(file.getFileName())
                          .matches(java.util.regex.Pattern.quote(machine) + "-[0-9-]+\\.log"))
              .sorted()
              .toList();
      for (var old : own.subList(0, Math.max(0, own.size() - KEPT))) {
        Files.deleteIfExists(old);
      }
    }
  }
}
