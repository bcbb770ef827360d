package org.vicinal.coordinator.matching;

import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.fit.Pose;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * What a machine, or the best of many machines, could do at most; or what a part needs at least.
 *
 * <p>A sieve that never loses a fit: where {@link #mayMake} says no, {@link
 * org.vicinal.messages.fit.Fit} says no. The reverse need not hold: materials share 64 bits, and
 * the union of two machines can do what neither can.
 */
@SuppressWarnings("EnumOrdinal") // bits and columns of this process alone; nothing is written down
final class Traits {
  /** Nobody: makes nothing. */
  static final Traits NONE = new Traits(0, 0, 0, 0, new float[Figure.values().length]);

  /** A laid box may stick out on two sides by this much each (mm). */
  private static final float SLACK = 2 * (float) Pose.SLACK_MM;

  /** What is better the more there is of it, so that a part's figure may not exceed a machine's. */
  private enum Figure {
    X,
    Y,
    Z,
    NARROWER_OF_XY,
    DIAGONAL_OF_XY,
    NARROWEST,
    LONGEST,
    NOZZLE,
    BED,
    SPINDLE,
    FINE_TOOLS,
    FINE_LAYERS,
    FEED,
    PIECES
  }

  private final long makings;
  private final long materials;
  private final long controllers;
  private final long purposes;
  private final float[] figures;

  private Traits(long makings, long materials, long controllers, long purposes, float[] figures) {
    this.makings = makings;
    this.materials = materials;
    this.controllers = controllers;
    this.purposes = purposes;
    this.figures = figures;
  }

  static Traits of(MachineProfile machine) {
    long makings = bit(machine.making());
    for (var also : machine.ability().also()) {
      makings |= bit(also);
    }
    long materials = 0;
    for (var material : machine.materials()) {
      materials |= Words.kindsOf(material);
    }
    for (var material : machine.supply().obtainable()) {
      materials |= Words.kindsOf(material);
    }
    for (var stock : machine.supply().stock()) {
      materials |= Words.kindsOf(stock.material());
    }
    long purposes = 0;
    for (var purpose : machine.rules().takes()) {
      purposes |= bit(purpose);
    }
    return new Traits(makings, materials, bit(machine.controller()), purposes, has(machine));
  }

  static Traits of(Requirement part) {
    long makings = 0;
    for (var kind : Taxonomy.STANDARD.listKinds(part.making())) {
      makings |= bit(kind);
    }
    long controllers = 0;
    for (var controller : part.controllers()) {
      controllers |= bit(controller);
    }
    long purposes = 0;
    for (var purpose : part.terms().purposes()) {
      purposes |= purpose == Purpose.ORDINARY ? 0 : bit(purpose);
    }
    return new Traits(makings, Words.of(part.material()), controllers, purposes, needs(part));
  }

  private static float[] has(MachineProfile machine) {
    var room = machine.room();
    double diagonal = Math.hypot(room.x(), room.y());
    var has = new float[Figure.values().length];
    room(has, room);
    set(has, Figure.NARROWER_OF_XY, Math.min(room.x(), room.y()));
    set(has, Figure.DIAGONAL_OF_XY, diagonal);
    set(has, Figure.NARROWEST, Math.min(Math.min(room.x(), room.y()), room.z()));
    set(has, Figure.LONGEST, Math.max(diagonal, room.z()));
    set(has, Figure.NOZZLE, machine.nozzleCelsius());
    set(has, Figure.BED, machine.bedCelsius());
    set(has, Figure.SPINDLE, machine.spindleRpm());
    set(has, Figure.FINE_TOOLS, fineness(machine.ability().toolMm()));
    set(has, Figure.FINE_LAYERS, fineness(machine.ability().layerMm()));
    set(has, Figure.FEED, machine.ability().feedMmPerMin());
    int most = machine.rules().mostPieces();
    set(has, Figure.PIECES, most == 0 ? Integer.MAX_VALUE : most);
    for (int i = 0; i < has.length; i++) {
      has[i] = has[i] * 1.000_001f + SLACK; // what rounding may take away
    }
    return has;
  }

  private static float[] needs(Requirement part) {
    var size = part.size();
    var needs = new float[Figure.values().length];
    switch (part.turning()) {
      case FIXED -> room(needs, size);
      case ABOUT_Z -> {
        set(needs, Figure.NARROWER_OF_XY, Math.min(size.x(), size.y()));
        set(needs, Figure.DIAGONAL_OF_XY, Math.max(size.x(), size.y()));
        set(needs, Figure.Z, size.z());
      }
      case ANY_FACE -> {
        set(needs, Figure.NARROWEST, Math.min(Math.min(size.x(), size.y()), size.z()));
        set(needs, Figure.LONGEST, size.longest());
      }
    }
    set(needs, Figure.NOZZLE, part.nozzleCelsius());
    set(needs, Figure.BED, part.bedCelsius());
    set(needs, Figure.SPINDLE, part.spindleRpm());
    set(needs, Figure.FINE_TOOLS, fineness(part.shape().smallestFeatureMm()));
    set(needs, Figure.FINE_LAYERS, fineness(part.tooling().layerMm()));
    set(needs, Figure.FEED, part.tooling().feedMmPerMin());
    set(needs, Figure.PIECES, part.terms().pieces());
    return needs;
  }

  private static void room(float[] figures, Size size) {
    set(figures, Figure.X, size.x());
    set(figures, Figure.Y, size.y());
    set(figures, Figure.Z, size.z());
  }

  private static void set(float[] figures, Figure figure, double value) {
    figures[figure.ordinal()] = (float) value;
  }

  /**
   * Grows as {@code millimetres} shrink; 0 stays 0: a part's asks for nothing, a machine's is
   * unsaid.
   */
  private static double fineness(double millimetres) {
    return millimetres == 0 ? 0 : 1 / millimetres;
  }

  private static long bit(Enum<?> value) {
    return 1L << value.ordinal();
  }

  /** Whether a machine with these traits may be able to make a part that needs {@code part}. */
  boolean mayMake(Traits part) {
    if (!sameMaking(part)
        || (part.materials & ~materials) != 0
        || (part.controllers != 0 && (part.controllers & controllers) == 0)
        || (part.purposes & ~purposes) != 0) {
      return false;
    }
    for (int i = 0; i < figures.length; i++) {
      if (part.figures[i] > figures[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is a machine of the process at all. */
  boolean sameMaking(Traits part) {
    return (part.makings & makings) != 0;
  }

  /** The best of both in everything. */
  Traits or(Traits other) {
    var best = new float[figures.length];
    for (int i = 0; i < best.length; i++) {
      best[i] = Math.max(figures[i], other.figures[i]);
    }
    return new Traits(
        makings | other.makings,
        materials | other.materials,
        controllers | other.controllers,
        purposes | other.purposes,
        best);
  }
}
