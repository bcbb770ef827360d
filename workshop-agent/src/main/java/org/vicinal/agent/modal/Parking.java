package org.vicinal.agent.modal;

import static org.vicinal.agent.modal.Place.shortest;
import static org.vicinal.agent.modal.Place.word;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that take a tool off the part, and those that bring it back exactly as it was.
 *
 * <p>Nothing is moved to a place along an axis where nobody knows where it stands; only the lift is
 * made even so, as it goes away from everything. Away: retract, lift, then aside. Back: aside
 * first, then down, then the filament, and the modes last, because the program relies on them.
 */
public final class Parking {
  private static final double HOP = 5;
  private static final double RETRACT = 2;
  private static final double MELTING = 170;
  private static final double GENTLEST = 100;
  private static final double PLUNGE = 300;

  /** Seconds that a spindle is given to come to speed. */
  private static final int SPIN_UP = 4;

  private Parking() {}

  /**
   * The space in which a tool may be moved, from its zero, in mm.
   *
   * @param width along X
   * @param depth along Y
   * @param height along Z
   */
  public record Room(double width, double depth, double height) {}

  /** Off the part. The machine stands and has taken all that it was sent. */
  public static List<String> away(Modal modal, Room room) {
    return switch (modal) {
      case PrinterModal printer -> away(printer, room);
      case MillModal mill -> away(mill);
    };
  }

  /** Back on it, as if nothing had been. Heat has been seen to. */
  public static List<String> back(Modal modal, Room room) {
    return switch (modal) {
      case PrinterModal printer -> back(printer, room);
      case MillModal mill -> back(mill);
    };
  }

  private static List<String> away(PrinterModal from, Room room) {
    List<String> lines = new ArrayList<>();
    lines.add("G21");
    if (from.hotend() >= MELTING) {
      lines.add("M83");
      lines.add("G1 E-" + shortest(RETRACT) + " F2100");
    }
    Place place = from.place();
    double hop = hop(place, room);
    if (hop > 0) {
      lines.add("G91");
      lines.add("G1 Z" + shortest(hop) + " F600");
    }
    lines.add("G90");
    if (!Double.isNaN(place.x() + place.y())) {
      lines.add("G1 X0 Y" + shortest(room.depth()) + " F4800");
    }
    lines.add("M400");
    return lines;
  }

  private static double hop(Place place, Room room) {
    return Double.isNaN(place.z()) ? HOP : Math.min(HOP, room.height() - place.z());
  }

  private static List<String> back(PrinterModal to, Room room) {
    List<String> lines = new ArrayList<>(List.of("G21", "G90", "M83"));
    Place place = to.place();
    if (!Double.isNaN(place.x() + place.y())) {
      lines.add("G1" + word('X', place.x()) + word('Y', place.y()) + " F4800");
    }
    if (Double.isNaN(place.z())) {
      lines.addAll(List.of("G91", "G1 Z-" + shortest(hop(place, room)) + " F600", "M83"));
    } else {
      lines.add("G1" + word('Z', place.z()) + " F600");
    }
    if (to.hotend() >= MELTING) {
      lines.add("G1 E" + shortest(RETRACT) + " F2100");
    }
    lines.addAll(modes(to));
    return lines;
  }

  /** G90 and G91 change the extruder's mode too, so M82 or M83 follows them. */
  static List<String> modes(PrinterModal to) {
    List<String> lines = new ArrayList<>();
    lines.add("G92 E" + shortest(to.e()));
    if (to.inches()) {
      lines.add("G20");
    }
    lines.add(to.relative() ? "G91" : "G90");
    lines.add(to.relativeE() ? "M83" : "M82");
    if (to.feed() > 0) {
      lines.add("G1 F" + shortest(to.inches() ? to.feed() / 25.4 : to.feed()));
    }
    if (to.fan() > 0) {
      lines.add("M106 S" + to.fan());
    }
    return lines;
  }

  /**
   * GRBL cannot be told to stand in an arc, so within arcs without a word of their own it stays.
   */
  private static boolean mayMove(MillModal mill) {
    return mill.motion() < 2 && mill.place().known() && !Double.isNaN(mill.highest());
  }

  private static List<String> away(MillModal from) {
    List<String> lines = new ArrayList<>();
    if (mayMove(from) && from.place().z() < from.highest()) {
      lines.add("G21G90G94");
      lines.add("G0Z" + shortest(from.highest()));
    }
    if (from.turning()) {
      lines.add("M5");
    }
    if (from.coolant() != 9) {
      lines.add("M9");
    }
    return lines;
  }

  private static List<String> back(MillModal to) {
    List<String> lines = new ArrayList<>(spin(to));
    if (mayMove(to)) {
      Place place = to.place();
      lines.add("G21G90G94");
      lines.add("G0X%sY%s".formatted(shortest(place.x()), shortest(place.y())));
      if (place.z() < to.highest()) {
        double feed = to.inverse() || to.feed() <= 0 ? GENTLEST : Math.min(to.feed(), PLUNGE);
        lines.add("G1Z%sF%s".formatted(shortest(place.z()), shortest(feed)));
      }
      lines.addAll(modes(to));
    }
    return lines;
  }

  /** The spindle is at its speed before anything goes down. */
  static List<String> spin(MillModal to) {
    List<String> lines = new ArrayList<>();
    if (to.turning()) {
      lines.add("M" + to.spindle() + "S" + shortest(to.rpm()));
      lines.add("G4P" + SPIN_UP);
    }
    if (to.coolant() == 7 || to.coolant() == 15) {
      lines.add("M7");
    }
    if (to.coolant() == 8 || to.coolant() == 15) {
      lines.add("M8");
    }
    return lines;
  }

  static List<String> modes(MillModal to) {
    StringBuilder line = new StringBuilder();
    line.append(to.inches() ? "G20" : "G21").append(to.relative() ? "G91" : "G90");
    line.append('G').append(to.plane()).append(to.inverse() ? "G93" : "G94");
    List<String> lines = new ArrayList<>(List.of(line.toString()));
    if (!to.inverse() && to.feed() > 0) {
      lines.add("G1F" + shortest(to.inches() ? to.feed() / 25.4 : to.feed()));
    }
    if (to.motion() == 0) {
      lines.add("G0");
    }
    return lines;
  }
}
