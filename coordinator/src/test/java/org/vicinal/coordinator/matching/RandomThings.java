package org.vicinal.coordinator.matching;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.vicinal.messages.fit.Ability;
import org.vicinal.messages.fit.HouseRules;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.fit.Supply;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Shape;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Terms;
import org.vicinal.messages.work.Tolerance;
import org.vicinal.messages.work.Tooling;
import org.vicinal.messages.work.Turning;

/** Machines and parts with everything that they may say, drawn so that about half would fit. */
final class RandomThings {
  private static final List<String> MATERIALS =
      List.of(
          "PLA", "petg", "ABS", "plywood", "Beech", "plastic", "wood", "PLA  Plus!", "moon-rock");
  private final Random random;

  RandomThings(Random random) {
    this.random = random;
  }

  MachineProfile machine(String name) {
    return new MachineProfile(
        new MachineId(name),
        making(),
        controller(),
        new Size(side(), side(), side()),
        materials(),
        200 + 50 * random.nextInt(3),
        50 * random.nextInt(3),
        1000 * random.nextInt(2),
        seldom() ? null : ability(),
        seldom() ? new Supply(materials(), List.of()) : null,
        seldom() ? house() : null);
  }

  Requirement part() {
    var part =
        new Requirement(
            making(),
            random.nextInt(12) == 0 ? "unobtainium" : material(),
            new Size(side() - 50, side() - 50, side() - 50),
            random.nextBoolean() ? Set.of() : Set.of(controller()),
            random.nextInt(3) * 120,
            random.nextInt(3) * 45,
            random.nextInt(5) == 0 ? 900 : 0);
    part = part.with(Shape.FREE.turned(one(Turning.values())));
    if (seldom()) {
      part = part.with(new Shape(one(Turning.values()), hundredths(), 0, 0, 0));
    }
    if (seldom()) {
      part = part.with(new Tooling(Set.of(), 0, hundredths(), 100 * random.nextInt(60), 0));
    }
    if (seldom()) {
      part = part.with(new Terms(Set.of(one(Purpose.values())), 1 + random.nextInt(9), Set.of()));
    }
    return part;
  }

  private Ability ability() {
    return new Ability(
        seldom() ? EnumSet.of(one(Making.values())) : Set.of(),
        3,
        hundredths(),
        hundredths(),
        100 * random.nextInt(60),
        Tolerance.UNSTATED,
        Tolerance.UNSTATED,
        0,
        Set.of(),
        Set.of());
  }

  private HouseRules house() {
    var takes = one(Purpose.values());
    var never = one(Purpose.values());
    return new HouseRules(
        Set.of(takes), takes == never ? Set.of() : Set.of(never), Set.of(), random.nextInt(12));
  }

  private Making making() {
    return switch (random.nextInt(9)) {
      case 0 -> Making.PRINTING;
      case 1 -> Making.MILLING;
      case 2 -> one(Making.values());
      default -> Making.FFF;
    };
  }

  private Controller controller() {
    return random.nextBoolean() ? Controller.MARLIN : Controller.GRBL;
  }

  private Set<String> materials() {
    var materials = new TreeSet<String>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      materials.add(material());
    }
    return materials;
  }

  private String material() {
    return MATERIALS.get(random.nextInt(MATERIALS.size()));
  }

  private double side() {
    return 100 + 20 * random.nextInt(10) + (random.nextInt(3) == 0 ? random.nextDouble() : 0);
  }

  private double hundredths() {
    return random.nextInt(60) / 100.0;
  }

  private boolean seldom() {
    return random.nextInt(4) == 0;
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
