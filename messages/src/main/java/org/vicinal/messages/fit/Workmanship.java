package org.vicinal.messages.fit;

import java.util.Set;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Tolerance;

/** How finely a machine works, against how finely a part must be made. */
final class Workmanship {
  /** A length to compare tolerances at when nobody knows the part's size (mm). */
  private static final double USUAL_MM = 100;

  private static final int USUAL_AXES = 3;

  private Workmanship() {}

  static void compare(Requirement part, MachineProfile machine, Making process, Comparison told) {
    var ability = machine.ability();
    var tooling = part.tooling();
    told.atMost("finest tool", part.shape().smallestFeatureMm(), ability.toolMm(), " mm", 3);
    if (Taxonomy.STANDARD.isKindOf(process, Making.MACHINING)) {
      told.atMost(
          "tool for the inner radius",
          2 * part.shape().smallestInnerRadiusMm(),
          ability.toolMm(),
          " mm",
          3);
    }
    told.atMost("layer", tooling.layerMm(), ability.layerMm(), " mm", 3);
    told.atLeast(
        "feed", tooling.feedMmPerMin(), ability.feedMmPerMin(), " mm/min", 4, Shortfall.NOT_STATED);
    if (tooling.axes() > USUAL_AXES) {
      told.atLeast("axes", tooling.axes(), ability.axes(), "", 7, Shortfall.NOT_STATED);
    }
    all("tool", tooling.tools(), ability.tools(), 3, told);
    tolerance(part, ability, told);
    told.atMost(
        "roughness",
        part.quality().roughnessMicrometres(),
        ability.roughnessMicrometres(),
        " µm",
        4);
    all("finish", part.quality().finishes(), ability.finishes(), 3, told);
  }

  /** Everything of {@code needed} must be among {@code found}. */
  static void all(String what, Set<String> needed, Set<String> found, int weight, Comparison told) {
    for (var one : needed) {
      if (!found.contains(one)) {
        var there = found.isEmpty() ? Shortfall.NOT_STATED : String.join(", ", found);
        told.lacks(what, one, there, weight);
      }
    }
  }

  private static void tolerance(Requirement part, Ability ability, Comparison told) {
    var asked = part.quality().tolerance();
    double length = part.size().stated() ? part.size().longest() : USUAL_MM;
    boolean proven = part.quality().proven();
    var what = proven ? "proven tolerance ±" : "tolerance ±";
    if (asked != Tolerance.UNSTATED) {
      double needed = asked.plusMinusMm(length);
      if (!Double.isNaN(needed)) { // the standard asks for nothing at this length
        told.atMost(what, needed, held(ability, length, proven), " mm", 5);
      }
    }
    for (var critical : part.quality().critical()) {
      told.atMost(
          what + " of " + critical.what(),
          critical.plusMinusMm(),
          held(ability, critical.nominalMm(), proven),
          " mm",
          5);
    }
  }

  /** What the machine holds at {@code length} (± mm), 0 when nobody has said. */
  private static double held(Ability ability, double length, boolean onlyProven) {
    double proven = ability.proven().plusMinusMm(length);
    double claimed = onlyProven ? Double.NaN : ability.claimed().plusMinusMm(length);
    double best =
        Double.isNaN(proven) ? claimed : Double.isNaN(claimed) ? proven : Math.min(proven, claimed);
    return Double.isNaN(best) ? 0 : best;
  }
}
