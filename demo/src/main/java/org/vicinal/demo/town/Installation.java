package org.vicinal.demo.town;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where Vicinal is on this machine. */
public final class Installation {
  private Installation() {}

  /**
   * The folder with the launcher: as the launcher tells, else the parent of the module that runs.
   */
  public static Path home() {
    var told = System.getProperty("vicinal.home");
    return told != null ? Path.of(told) : Path.of("").toAbsolutePath().resolveSibling("");
  }

  /** The jar or folder with the classes of this module. */
  static Path classesOfDemo() {
    try {
      return Path.of(
          Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
