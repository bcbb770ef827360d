package org.vicinal.agent.slicing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.vicinal.messages.id.Digest;

/**
 * The programs that were sliced here, each under what it was made from (model, profile, slicer,
 * scale, turn, copies). Slicers write the time into their files, so the same order sliced twice
 * gives other bytes; here it is sliced once, and a bid and its run use the same file.
 *
 * <p>Thread-safe; so many orders are sliced at once as {@code atOnce} allows, the others wait.
 */
public final class SliceShelf {
  private final Path folder;
  private final Slicer slicer;
  private final Semaphore places;

  /**
   * A shelf in {@code folder}, which is made when it is not there.
   *
   * @param atOnce slicers that may run at the same time
   */
  public SliceShelf(Path folder, Slicer slicer, int atOnce) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.slicer = slicer;
    this.places = new Semaphore(atOnce, true);
  }

  /** What slices here. */
  public String version() {
    return slicer.version();
  }

  /**
   * The program for {@code order}: the one on the shelf, or a new one.
   *
   * @param percent hears how far the slicer is; nothing when the program is here
   * @throws SliceRefused when none can be made
   */
  public Path slice(SliceOrder order, IntConsumer percent)
      throws SliceRefused, InterruptedException {
    var program = program(order.key(slicer.version()));
    if (!take(program)) {
      places.acquire();
      try {
        if (!take(program)) { // somebody sliced it while we waited
          slicer.slice(order, program, percent);
        }
      } finally {
        places.release();
      }
    }
    return program;
  }

  /** Deletes what was not used for longest, until the shelf holds at most {@code bytes}. */
  public void sweep(long bytes) throws IOException {
    try (var files = Files.list(folder)) {
      var newestFirst =
          files
              .filter(file -> file.toString().endsWith(".gcode"))
              .sorted(Comparator.comparing(SliceShelf::used).reversed())
              .toList();
      long kept = 0;
      for (var file : newestFirst) {
        kept += Files.size(file);
        if (kept > bytes) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path program(Digest key) {
    return folder.resolve(key.value() + ".gcode");
  }

  private static boolean take(Path program) {
    try {
      Files.setLastModifiedTime(program, FileTime.from(Instant.now()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static FileTime used(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
