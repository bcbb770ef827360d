package org.vicinal.agent.simulation.grbl;

/** How much faster or slower than written a person wants it, in percent. */
final class GrblOverrides {
  private int feed = 100;
  private int rapid = 100;
  private int spindle = 100;

  /** Takes a realtime byte; whether it was one of these. */
  boolean take(int code) {
    switch (code) {
      case 0x90 -> feed = 100;
      case 0x91, 0x92, 0x93, 0x94 -> feed = Math.clamp(feed + step(code - 0x91), 10, 200);
      case 0x95 -> rapid = 100;
      case 0x96 -> rapid = 50;
      case 0x97 -> rapid = 25;
      case 0x99 -> spindle = 100;
      case 0x9A, 0x9B, 0x9C, 0x9D -> spindle = Math.clamp(spindle + step(code - 0x9A), 10, 200);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static int step(int which) {
    return new int[] {10, -10, 1, -1}[which];
  }

  void restart() {
    feed = 100;
    rapid = 100;
    spindle = 100;
  }

  double feedFactor() {
    return feed / 100.0;
  }

  double rapidFactor() {
    return rapid / 100.0;
  }

  double spindleFactor() {
    return spindle / 100.0;
  }

  String shown() {
    return feed + "," + rapid + "," + spindle;
  }
}
