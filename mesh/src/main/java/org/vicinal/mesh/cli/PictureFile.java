package org.vicinal.mesh.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.picture.Picture;

/** {@code mesh picture FILE PICTURE.png}. */
final class PictureFile {
  private static final int SIDE = 512;

  private PictureFile() {}

  /** Draws {@code file} into {@code target}; gives the exit code. */
  static int draw(String file, String target, PrintStream err) {
    try {
      var picture = Picture.of(file, Bytes.of(Path.of(file)), SIDE);
      Files.write(Path.of(target), picture.png());
      return MeshMain.FINE;
    } catch (MeshRefusal e) {
      err.println(file + ": " + e.words());
      return MeshMain.REFUSED;
    } catch (NoSuchFileException e) {
      err.println("Expected a file, found none at " + e.getFile() + ". Look at the path.");
      return MeshMain.NO_FILE;
    } catch (IOException e) {
      err.println(file + " could not be drawn: " + e.getMessage());
      return MeshMain.NO_FILE;
    }
  }
}
