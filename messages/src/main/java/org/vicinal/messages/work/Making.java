package org.vicinal.messages.work;

/** A way of making that Vicinal knows. */
public enum Making {
  /** Fused filament fabrication: a 3D printer that melts a plastic thread. */
  FFF("3D printing (filament)"),
  /** A cutter takes material away: routers and mills. */
  MILLING("milling");

  private final String words;

  Making(String words) {
    this.words = words;
  }

  /** The process as people say it. */
  public String words() {
    return words;
  }
}
