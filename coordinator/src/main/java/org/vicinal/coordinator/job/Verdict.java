package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.vicinal.coordinator.job.JobState.Job;
import org.vicinal.messages.fit.Shortfall;
import org.vicinal.messages.work.Tooling;

/**
 * Why the search ended without all pieces, for the customer.
 *
 * @param reason what stood in the way
 * @param help what would help; may be empty
 */
record Verdict(String reason, String help) {
  static Verdict of(Job task, Search search, List<Lot> lots, Instant now) {
    var outermost = task.rules().rings().getLast().name();
    if (!now.isBefore(task.wish().wanted())) {
      return new Verdict(
          "The day it was wanted for, %s, has passed.".formatted(Words.time(task.wish().wanted())),
          "What would help: order again with a later day." + earliest(search));
    }
    if (broken(lots) > 0
        && (search.attempt() >= task.rules().tries() || lots.size() >= Lots.MOST)) {
      return new Verdict(
          "It was called for %d times, and %d lots were not brought to their end."
              .formatted(search.attempt(), broken(lots)),
          "What would help: ask the workshops what went wrong, then order again.");
    }
    if (!search.lateOffers().isEmpty()) {
      return new Verdict(
          "Nobody %s can make it by %s.".formatted(outermost, Words.time(task.wish().wanted())),
          "What would help: a later day." + earliest(search));
    }
    if (search.round() > 0) {
      return new Verdict(
          nobodyTook(outermost, search),
          "What would help: order again later, or with a later day.");
    }
    return new Verdict("Nobody %s can make it.".formatted(outermost), help(search, outermost));
  }

  private static long broken(List<Lot> lots) {
    return lots.stream()
        .filter(lot -> !lot.standing().live() && lot.standing() != Lot.Standing.MADE)
        .count();
  }

  private static String earliest(Search search) {
    return search.lateOffers().isEmpty()
        ? ""
        : " The earliest offer was %s, from %s."
            .formatted(
                Words.time(search.lateOffers().getFirst().readyBy()),
                Words.where(
                    search.lateOffers().getFirst().workshop(),
                    search.lateOffers().getFirst().metres()));
  }

  private static String nobodyTook(String outermost, Search search) {
    return search.refusals().isEmpty()
        ? "Nobody %s who could make it has answered.".formatted(outermost)
        : "Nobody %s who could make it takes it now: %s."
            .formatted(outermost, String.join("; ", search.refusals()));
  }

  private static String help(Search search, String outermost) {
    if (search.misses().isEmpty()) {
      return "What would help: a workshop %s that joins; there is none.".formatted(outermost);
    }
    var best = search.misses().getFirst();
    var lacking = foremost(best.shortfalls());
    return "What would help: %s (%s found is %s, at %s)."
        .formatted(
            joined(lacking.stream().map(Verdict::needed).toList()),
            best.lackMm() > 0 ? "the largest" : "the best",
            joined(lacking.stream().map(Shortfall::found).toList()),
            Words.where(best.workshop(), best.metres()));
  }

  /**
   * Another kind of machine brings its own room and material: then nothing else is worth telling.
   */
  private static List<Shortfall> foremost(List<Shortfall> shortfalls) {
    return shortfalls.stream()
        .filter(shortfall -> shortfall.what().equals("process"))
        .findFirst()
        .map(List::of)
        .orElse(shortfalls);
  }

  private static String needed(Shortfall shortfall) {
    return switch (shortfall.what()) {
      case "process" -> "a machine for " + shortfall.needed();
      case "program" -> "a program: " + shortfall.needed();
      case "tool" ->
          isProgrammer(shortfall.needed())
              ? "a program (G-code) for one of their machines, or a workshop that makes programs"
                  + " from models"
              : "a tool of " + shortfall.needed();
      case "material" -> shortfall.needed() + " on the shelf";
      default -> "a %s of %s".formatted(shortfall.what(), shortfall.needed());
    };
  }

  private static boolean isProgrammer(String tool) {
    return tool.equals(Tooling.SLICER) || tool.equals(Tooling.CAM);
  }

  private static String joined(List<String> parts) {
    return parts.stream().collect(Collectors.joining(" and "));
  }
}
