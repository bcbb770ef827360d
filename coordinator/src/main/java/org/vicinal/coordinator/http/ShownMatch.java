package org.vicinal.coordinator.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.matching.Answer;
import org.vicinal.coordinator.matching.Found;
import org.vicinal.coordinator.matching.Offer;
import org.vicinal.coordinator.matching.Question;
import org.vicinal.coordinator.matching.Work;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.view.WorkshopView;
import org.vicinal.messages.fit.Margin;
import org.vicinal.messages.fit.Shortfall;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Requirement;

/** The shapes in which an answer to {@code POST /matches} is shown. */
final class ShownMatch {
  private static final double STEP_METRES = 500; // as coarse as places are
  private static final double METRES_PER_KILOMETRE = 1_000;
  private static final int MOST_MISSING = 2;

  private ShownMatch() {}

  /**
   * The answer.
   *
   * @param work null when nobody can say how long it takes
   * @param outermost the name of the last ring that was looked at
   * @param verdict in one sentence
   * @param program what is to be known of its program; null when there is one
   */
  record Matches(
      Requirement requirement,
      int pieces,
      Instant wanted,
      @Nullable Estimate work,
      String outermost,
      String verdict,
      @Nullable String program,
      List<Ring> rings,
      List<Miss> nearMisses) {}

  /** Machine time and material of one piece; the truth lies between over and times the error. */
  record Estimate(double seconds, double grams, double error, String from) {}

  /** A ring and who of it could make the part, best first. */
  record Ring(String name, String why, List<Fit> fits) {}

  /**
   * A workshop that could.
   *
   * @param kilometres in steps of half a kilometre, upwards
   * @param material which it would be made of there, and whether it is {@code onShelf}
   * @param margins figures to spare
   * @param freeAt when the machine's queue is done
   * @param earliest null when nobody can say
   * @param makesPrograms whether it says that it makes programs from models
   */
  record Fit(
      WorkshopId workshop,
      String name,
      double kilometres,
      MachineId machine,
      String material,
      boolean onShelf,
      List<String> margins,
      Instant freeAt,
      @Nullable Instant earliest,
      boolean inTime,
      boolean makesPrograms,
      @Nullable Price price) {}

  /** About how much, in minor units, with {@code words} for people. */
  record Price(String currency, long low, long likely, long high, String words) {}

  /**
   * A workshop that cannot.
   *
   * @param missing the one or two things that stand most in the way
   * @param more how many others
   */
  record Miss(
      WorkshopId workshop,
      String name,
      double kilometres,
      MachineId machine,
      List<String> missing,
      int more) {}

  static Matches of(Question question, Answer answer, Views views) {
    var rings =
        answer.rings().stream()
            .map(
                ring ->
                    new Ring(
                        ring.ring().name(),
                        ring.ring().why(),
                        ring.offers().stream().map(offer -> fit(question, offer, views)).toList()))
            .toList();
    var outermost = question.rings().getLast().name();
    return new Matches(
        question.part(),
        question.pieces(),
        question.wanted(),
        estimate(question.work()),
        outermost,
        verdict(question, answer, outermost),
        program(question.part(), rings),
        rings,
        answer.misses().stream().map(miss -> miss(miss, views)).toList());
  }

  /** The nearest workshop that could make it, and how many there are in all. */
  static Optional<ShownDesign.Near> nearest(Answer answer, Views views) {
    var offers = answer.rings().stream().flatMap(ring -> ring.offers().stream()).toList();
    return offers.stream()
        .min(Comparator.comparingDouble(Offer::metres))
        .map(
            it ->
                new ShownDesign.Near(
                    it.workshop(), name(it.workshop(), views), coarse(it.metres()), offers.size()));
  }

  private static @Nullable Estimate estimate(Work work) {
    return work.known()
        ? new Estimate(
            Math.round(work.seconds()),
            Math.round(10 * work.grams()) / 10.0,
            work.error(),
            work.from())
        : null;
  }

  private static String verdict(Question question, Answer answer, String outermost) {
    if (answer.rings().isEmpty()) {
      return answer.misses().isEmpty()
          ? "Nobody %s has a machine for %s.".formatted(outermost, question.part().making().words())
          : "Nobody %s can make it.".formatted(outermost);
    }
    var first = answer.rings().getFirst();
    long there = first.offers().size();
    long timely =
        answer.rings().stream()
            .flatMap(ring -> ring.offers().stream())
            .filter(offer -> offer.inTime(question.wanted()))
            .count();
    var who = there == 1 ? "One workshop" : there + " workshops";
    return "%s %s could make it%s."
        .formatted(
            who,
            first.ring().name(),
            timely == 0 ? ", but nobody in time: a later day would help" : "");
  }

  /** A model is no program: an order for it goes only to those who make one. */
  private static @Nullable String program(Requirement part, List<Ring> rings) {
    if (!part.controllers().isEmpty()) {
      return null;
    }
    long able =
        rings.stream().flatMap(ring -> ring.fits().stream()).filter(Fit::makesPrograms).count();
    return able == 0
        ? "It has no program yet, and none of these workshops says that it makes programs from"
            + " models: slice it for one of their machines, and order with the program."
        : "It has no program yet; an order goes to the %s that %s programs from models."
            .formatted(able == 1 ? "one" : able, able == 1 ? "makes" : "make");
  }

  private static boolean makesPrograms(Requirement part, Offer offer, Views views) {
    var tool = Parts.programmer(part.making());
    return views.findWorkshop(offer.workshop()).stream()
        .flatMap(workshop -> workshop.machines().stream())
        .filter(machine -> machine.machine().equals(offer.machine()))
        .anyMatch(machine -> machine.ability().tools().contains(tool));
  }

  private static Fit fit(Question question, Offer offer, Views views) {
    return new Fit(
        offer.workshop(),
        name(offer.workshop(), views),
        coarse(offer.metres()),
        offer.machine(),
        offer.fit().material(),
        offer.fit().onShelf(),
        offer.fit().margins().stream().map(Margin::words).toList(),
        offer.freeAt(),
        offer.earliest(),
        offer.inTime(question.wanted()),
        makesPrograms(question.part(), offer, views),
        price(offer.cost()));
  }

  private static @Nullable Price price(Offer.@Nullable Cost cost) {
    return cost == null
        ? null
        : new Price(
            cost.currency(),
            cost.low(),
            cost.likely(),
            cost.high(),
            "about %s %s (%s to %s)"
                .formatted(
                    amount(cost, cost.likely()),
                    cost.currency(),
                    amount(cost, cost.low()),
                    amount(cost, cost.high())));
  }

  private static Miss miss(Found.Missing missing, Views views) {
    var shortfalls =
        missing.misfit().shortfalls().stream()
            .sorted(Comparator.comparingInt(Shortfall::weight).reversed())
            .toList();
    return new Miss(
        missing.workshop(),
        name(missing.workshop(), views),
        coarse(missing.metres()),
        missing.machine(),
        shortfalls.stream().limit(MOST_MISSING).map(Shortfall::words).toList(),
        Math.max(0, shortfalls.size() - MOST_MISSING));
  }

  private static String name(WorkshopId workshop, Views views) {
    return views.findWorkshop(workshop).map(WorkshopView::name).orElse(workshop.value());
  }

  private static double coarse(double metres) {
    return Math.max(1, Math.ceil(metres / STEP_METRES)) * STEP_METRES / METRES_PER_KILOMETRE;
  }

  private static String amount(Offer.Cost cost, long minorUnits) {
    return org.vicinal.messages.work.Price.amount(cost.currency(), minorUnits);
  }
}
