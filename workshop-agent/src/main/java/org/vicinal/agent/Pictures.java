package org.vicinal.agent;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.picture.Picture;
import org.vicinal.messages.id.Digest;

/**
 * Pictures of programs, drawn once each and one after the other, so that a machine that streams
 * keeps its core. Each is a PNG in the folder, named by its program.
 */
final class Pictures implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
  private static final int PIXELS = 480;
  private static final long LARGEST_BYTES = 200L << 20; // some ten seconds of drawing
  private final Path folder;
  private final Function<Digest, Path> programs;
  private final ExecutorService hand =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("pictures").factory());

  /**
   * @param folder is made when it is needed
   * @param programs where the bytes of a program are
   */
  Pictures(Path folder, Function<Digest, Path> programs) {
    this.folder = folder;
    this.programs = programs;
  }

  /** The picture of {@code program} as a PNG; empty when it cannot be drawn. */
  Optional<byte[]> find(Digest program, MachineLimits machine) throws InterruptedException {
    var file = folder.resolve(program.value() + ".png");
    try {
      if (Files.exists(file)) {
        return Optional.of(Files.readAllBytes(file));
      }
      return hand.submit(() -> drawn(program, machine, file)).get();
    } catch (IOException | ExecutionException e) {
      LOG.warn("No picture of program {}: {}", program, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<byte[]> drawn(Digest program, MachineLimits machine, Path file)
      throws IOException {
    var path = programs.apply(program);
    if (!Files.exists(path) || Files.size(path) > LARGEST_BYTES) {
      return Optional.empty();
    }
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      var part = file.resolveSibling(file.getFileName() + ".part");
      try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
        new Picture(Inspector.of(machine), PIXELS, 0, Picture.View.ISO).png(path, out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return Optional.of(Files.readAllBytes(file));
  }

  @Override
  public void close() {
    hand.shutdownNow();
  }
}
