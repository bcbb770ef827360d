package org.vicinal.coordinator.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.LotView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.StoryLine;
import org.vicinal.coordinator.view.WaitingFor;
import org.vicinal.coordinator.view.WorkshopView;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Origin;
import org.vicinal.messages.work.Requirement;

/** The shapes in which the API shows things: what stands in {@code openapi.json}. */
final class Shown {
  private Shown() {}

  /** An order, to its customer and to stewards. */
  record Order(
      OrderId id,
      long version,
      String title,
      OrderView.State state,
      @Nullable ReleaseRef release,
      Requirement requirement,
      List<FileRef> files,
      int pieces,
      int made,
      double progress,
      Instant wanted,
      Instant placedAt,
      Instant changedAt,
      Place place,
      @Nullable Choosing choosing,
      @Nullable Origin origin,
      @Nullable WaitingFor waitingFor,
      @Nullable String outcome,
      List<WorkshopId> called,
      List<Lot> lots,
      List<StoryLine> story,
      @Nullable Personal personal,
      boolean mayConfirm,
      boolean mayCancel,
      @Nullable String stage) {}

  /** What a customer told, readable for them alone. */
  record Personal(
      @Nullable String contact,
      @Nullable String note,
      @Nullable Double latitude,
      @Nullable Double longitude) {}

  /** What one award became. */
  record Lot(
      String lot,
      WorkshopId workshop,
      String machine,
      String state,
      int pieces,
      int made,
      String price,
      Instant readyBy,
      @Nullable String waiting,
      @Nullable Run run) {}

  /** A run on a machine. */
  record Run(String run, long line, long lines, double fraction, double secondsLeft) {}

  /** An order, to everybody: without anything personal. */
  record BoardEntry(
      OrderId id,
      String title,
      OrderView.State state,
      int pieces,
      int made,
      double progress,
      List<WorkshopId> called,
      List<WorkshopId> workshops,
      @Nullable WaitingFor waitingFor,
      @Nullable String outcome,
      Instant changedAt) {}

  /**
   * A workshop, to everybody.
   *
   * @param capacity hours, queues and rates as it publishes them
   * @param ready whether it can be called: a member that has told its machines
   */
  record Workshop(
      WorkshopId id,
      long version,
      String name,
      Place place,
      WorkshopView.Standing standing,
      boolean ready,
      String agent,
      List<MachineProfile> machines,
      Capacity capacity) {}

  static Order order(OrderView view, @Nullable Personal personal) {
    return new Order(
        view.id(),
        view.version(),
        view.wish().title(),
        view.state(),
        view.wish().release(),
        view.wish().requirement(),
        view.wish().files(),
        view.wish().pieces(),
        view.made(),
        view.progress(),
        view.wish().wanted(),
        view.placedAt(),
        view.changedAt(),
        view.wish().place(),
        view.wish().choosing(),
        view.wish().origin(),
        view.waitingFor().orElse(null),
        outcome(view),
        called(view),
        view.lots().stream().map(Shown::lot).toList(),
        view.told(),
        personal,
        view.state() == OrderView.State.UNCONFIRMED,
        view.ended() == null || view.deals().stream().anyMatch(OrderHandler::mayCancel),
        stage(view));
  }

  /** Where the lots are after their award: the one that is least far; null before there is one. */
  private static @Nullable String stage(OrderView view) {
    return view.deals().stream()
        .filter(deal -> deal.open())
        .map(DealView::stateName)
        .findFirst()
        .orElse(view.deals().isEmpty() ? null : "settled");
  }

  static BoardEntry boardEntry(OrderView view) {
    return new BoardEntry(
        view.id(),
        view.wish().title(),
        view.state(),
        view.wish().pieces(),
        view.made(),
        view.progress(),
        called(view),
        view.lots().stream()
            .filter(lot -> lot.state().held() || lot.state() == LotView.State.MADE)
            .map(LotView::workshop)
            .distinct()
            .toList(),
        view.waitingFor().orElse(null),
        view.state() == OrderView.State.UNMADE ? outcome(view) : null,
        view.changedAt());
  }

  static Workshop workshop(WorkshopView view) {
    return new Workshop(
        view.id(),
        view.version(),
        view.name(),
        view.place(),
        view.standing(),
        view.standing() == WorkshopView.Standing.MEMBER && !view.machines().isEmpty(),
        view.agent(),
        view.machines(),
        view.capacity());
  }

  private static Lot lot(LotView lot) {
    var run = lot.run();
    return new Lot(
        lot.lot().toString(),
        lot.workshop(),
        lot.machine().value(),
        lot.state().name().toLowerCase(Locale.ROOT),
        lot.pieces(),
        lot.made(),
        lot.price(),
        lot.readyBy(),
        lot.waiting(),
        run == null
            ? null
            : new Run(
                run.run().value(), run.line(), run.lines(), run.fraction(), run.secondsLeft()));
  }

  private static List<WorkshopId> called(OrderView view) {
    return view.tender() == null ? List.of() : view.tender().called();
  }

  private static @Nullable String outcome(OrderView view) {
    return view.ended() == null || view.ended().words().isBlank() ? null : view.ended().words();
  }
}
