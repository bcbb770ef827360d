package org.vicinal.gcode.meaning;

import org.vicinal.gcode.time.Planner;

/** G10 and G11: the firmware pulls the filament back by lengths that M207 and M208 set. */
final class Retraction {
  private final PrinterLine line;
  private final Planner planner;
  private double length;
  private double feed;
  private double recoverFeed;
  private boolean recoverStated;
  private boolean in;

  Retraction(PrinterLine line, Planner planner) {
    this.line = line;
    this.planner = planner;
  }

  /** M207 S1.5 F2400: mm and mm/min. */
  void set() {
    length = Math.clamp(line.value('S', length), 0, 1000);
    feed = feedOr(feed);
    if (!recoverStated) {
      recoverFeed = feed;
    }
  }

  /** M208 F1800. */
  void setRecovery() {
    recoverStated |= line.has('F');
    recoverFeed = feedOr(recoverFeed);
  }

  /** F in mm/s; a feed of 0 changes nothing. */
  private double feedOr(double otherwise) {
    double stated = line.value('F', 0) / 60;
    return stated > 0 ? stated : otherwise;
  }

  /** Pulls back, or pushes forth again. */
  void run(boolean back, PrinterMotion at) {
    if (in == back) {
      return;
    }
    in = back;
    if (length > 0 && feed > 0) {
      planner.line(at.x, at.y, at.z, back ? -length : length, back ? feed : recoverFeed, false);
    } else {
      line.add(
          Rule.NOT_COUNTED,
          "The firmware pulls filament back by its own settings, whose time is not counted. State"
              + " them by M207");
    }
  }
}
