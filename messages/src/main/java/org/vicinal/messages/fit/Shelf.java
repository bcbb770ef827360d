package org.vicinal.messages.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.MaterialNeeds;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Stock;

/**
 * The material of a workshop that suits a part best.
 *
 * @param material as the workshop calls it; empty when nothing is of the kind
 * @param here whether it is on the shelf, and not only obtainable
 */
record Shelf(String material, boolean here, List<Shortfall> missing) {
  private static final double SHEET_SLACK_MM = 0.05;

  /** The first on the shelf that does, then the first obtainable; else what lacks least. */
  static Shelf choose(Requirement part, MachineProfile machine) {
    Shelf best = null;
    for (var candidate : candidates(part, machine).entrySet()) {
      var missing = missing(candidate.getKey(), part.needs(), machine.supply().stock());
      var shelf = new Shelf(candidate.getKey(), candidate.getValue(), missing);
      if (missing.isEmpty()) {
        return shelf;
      }
      best = best == null || missing.size() < best.missing.size() ? shelf : best;
    }
    return best != null
        ? best
        : new Shelf(
            "", false, List.of(new Shortfall("material", part.material(), names(machine), 1)));
  }

  private static Map<String, Boolean> candidates(Requirement part, MachineProfile machine) {
    var candidates = new LinkedHashMap<String, Boolean>();
    machine.materials().forEach(name -> offer(candidates, name, part, true));
    for (var stock : machine.supply().stock()) {
      offer(candidates, stock.material(), part, true);
    }
    machine.supply().obtainable().forEach(name -> offer(candidates, name, part, false));
    return candidates;
  }

  private static void offer(
      Map<String, Boolean> candidates, String name, Requirement part, boolean here) {
    if (Taxonomy.STANDARD.isKindOf(name, part.material())) {
      candidates.putIfAbsent(name, here);
    }
  }

  private static String names(MachineProfile machine) {
    var names = new ArrayList<>(machine.materials());
    names.addAll(machine.supply().obtainable());
    for (var stock : machine.supply().stock()) {
      if (!names.contains(stock.material())) {
        names.add(stock.material());
      }
    }
    return names.isEmpty() ? Shortfall.NOT_STATED : String.join(", ", names);
  }

  private static List<Shortfall> missing(String name, MaterialNeeds needs, List<Stock> stock) {
    var comparison = new Comparison();
    var known = Taxonomy.STANDARD.findMaterial(name);
    if (needs.heatCelsius() > 0) {
      double heat = known.flatMap(it -> it.findHeat()).map(fact -> fact.value()).orElse(0.0);
      comparison.atLeast(
          name + " in use", needs.heatCelsius(), heat, " °C", 2, Shortfall.NOT_STATED);
    }
    for (var property : needs.properties()) {
      if (known.isEmpty() || !known.get().properties().containsKey(property)) {
        comparison.lacks(name, property, Shortfall.NOT_STATED, 2);
      }
    }
    if (!needs.colour().isEmpty() || needs.sheetMm() > 0 || needs.grams() > 0) {
      comparison.missing.addAll(bestStock(name, needs, stock));
    }
    return comparison.missing;
  }

  private static List<Shortfall> bestStock(String name, MaterialNeeds needs, List<Stock> stock) {
    List<Shortfall> best = null;
    for (var lying : stock) {
      if (lying.material().equalsIgnoreCase(name)) {
        var missing = missing(lying, needs);
        best = best == null || missing.size() < best.size() ? missing : best;
      }
    }
    return best != null ? best : missing(new Stock(name, "", 0, 0), needs);
  }

  private static List<Shortfall> missing(Stock lying, MaterialNeeds needs) {
    var comparison = new Comparison();
    var name = lying.material();
    if (!needs.colour().isEmpty() && !needs.colour().equalsIgnoreCase(lying.colour())) {
      comparison.lacks(
          name + " colour",
          needs.colour(),
          lying.colour().isEmpty() ? Shortfall.NOT_STATED : lying.colour(),
          1);
    }
    if (needs.sheetMm() > 0 && Math.abs(needs.sheetMm() - lying.sheetMm()) > SHEET_SLACK_MM) {
      comparison.lacks(
          name + " sheet",
          Comparison.figure(needs.sheetMm(), true) + " mm",
          lying.sheetMm() > 0
              ? Comparison.figure(lying.sheetMm(), true) + " mm"
              : Shortfall.NOT_STATED,
          1);
    }
    comparison.atLeast(
        name + " in stock", needs.grams(), lying.grams(), " g", 1, Shortfall.NOT_STATED);
    return comparison.missing;
  }
}
