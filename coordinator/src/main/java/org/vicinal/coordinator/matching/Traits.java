package org.vicinal.coordinator.matching;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * What a machine, or the best of many machines, could do at most; or what a part needs at least.
 *
 * <p>A sieve that never loses a fit: where {@link #mayMake} says no, {@link
 * org.vicinal.messages.fit.Fit} says no. The reverse need not hold: materials share 64 bits, sides
 * are compared without regard to orientation, and the union of two machines can do what neither
 * can.
 *
 * @param makings a bit for each process
 * @param materials a bit for each material's name; names may share one
 * @param controllers a bit for each family of firmware; a part that has programs for several needs
 *     one of them
 * @param longest the longest side (mm), then {@code middle} and {@code shortest}
 */
record Traits(
    long makings,
    long materials,
    long controllers,
    float longest,
    float middle,
    float shortest,
    int nozzleCelsius,
    int bedCelsius,
    int spindleRpm) {
  /** Nobody: makes nothing. */
  static final Traits NONE = new Traits(0, 0, 0, 0, 0, 0, 0, 0, 0);

  static Traits of(MachineProfile machine) {
    var sides = sides(machine.room());
    long materials = 0;
    for (var material : machine.materials()) {
      materials |= bit(material);
    }
    return new Traits(
        1L << machine.making().ordinal(),
        materials,
        1L << machine.controller().ordinal(),
        Math.nextUp((float) sides[2]),
        Math.nextUp((float) sides[1]),
        Math.nextUp((float) sides[0]),
        machine.nozzleCelsius(),
        machine.bedCelsius(),
        machine.spindleRpm());
  }

  static Traits of(Requirement part) {
    var sides = sides(part.size());
    return new Traits(
        1L << part.making().ordinal(),
        bit(part.material()),
        bits(part.controllers()),
        Math.nextDown((float) sides[2]),
        Math.nextDown((float) sides[1]),
        Math.nextDown((float) sides[0]),
        part.nozzleCelsius(),
        part.bedCelsius(),
        part.spindleRpm());
  }

  /** Whether a machine with these traits may be able to make a part that needs {@code part}. */
  boolean mayMake(Traits part) {
    return sameMaking(part)
        && (part.materials & ~materials) == 0
        && (part.controllers == 0 || (part.controllers & controllers) != 0)
        && part.longest <= longest
        && part.middle <= middle
        && part.shortest <= shortest
        && part.nozzleCelsius <= nozzleCelsius
        && part.bedCelsius <= bedCelsius
        && part.spindleRpm <= spindleRpm;
  }

  /** Whether there is a machine of the process at all. */
  boolean sameMaking(Traits part) {
    return (part.makings & makings) != 0;
  }

  /** The best of both in everything. */
  Traits or(Traits other) {
    return new Traits(
        makings | other.makings,
        materials | other.materials,
        controllers | other.controllers,
        Math.max(longest, other.longest),
        Math.max(middle, other.middle),
        Math.max(shortest, other.shortest),
        Math.max(nozzleCelsius, other.nozzleCelsius),
        Math.max(bedCelsius, other.bedCelsius),
        Math.max(spindleRpm, other.spindleRpm));
  }

  private static double[] sides(Size size) {
    double[] sides = {size.x(), size.y(), size.z()};
    Arrays.sort(sides);
    return sides;
  }

  private static long bit(String name) {
    int hash = name.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9; // golden ratio: spreads
    return 1L << (hash >>> 26);
  }

  private static long bits(Set<Controller> controllers) {
    long bits = 0;
    for (var controller : controllers) {
      bits |= 1L << controller.ordinal();
    }
    return bits;
  }
}
