package org.vicinal.mesh;

import java.io.IOException;
import java.nio.file.Path;
import org.vicinal.mesh.format.Reading;

/** Measures mesh files. No state; each call reads one file on the caller's thread. */
public final class Meshes {
  private Meshes() {}

  /**
   * Measures the file at {@code path} within the usual limits.
   *
   * @throws MeshRefusal when it is no mesh, or one that cannot be measured
   */
  public static Measure measure(Path path) throws IOException, MeshRefusal {
    return measure(String.valueOf(path.getFileName()), Bytes.of(path), Limits.USUAL);
  }

  /**
   * Measures {@code bytes}.
   *
   * @param name the file's, whose ending helps where the content could be anything
   * @throws MeshRefusal when it is no mesh, or one that cannot be measured
   */
  public static Measure measure(String name, Bytes bytes, Limits limits)
      throws IOException, MeshRefusal {
    return measure(name, bytes, limits, Triangles.UNSEEN);
  }

  /**
   * Measures {@code bytes} and hands every triangle to {@code seen} on the way, in millimetres
   * where they stand; where it is refused, some may have been handed on.
   *
   * @param name the file's, whose ending helps where the content could be anything
   * @throws MeshRefusal when it is no mesh, or one that cannot be measured
   */
  public static Measure measure(String name, Bytes bytes, Limits limits, Triangles seen)
      throws IOException, MeshRefusal {
    return Reading.measure(name, bytes, limits, seen);
  }
}
