package org.vicinal.coordinator.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.work.Price;

/**
 * A promise that can be awarded.
 *
 * @param offering null when it is what was asked
 * @param differs how it differs from the wish; only a person takes such a counter-bid
 * @param share of its workshop when it was called; null for a newcomer
 */
public record Bid(
    Source from,
    int round,
    double metres,
    MachineId machine,
    int pieces,
    double secondsPerPiece,
    Instant readyBy,
    Price price,
    @Nullable Offering offering,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> differs,
    @Nullable Share share) {
  public Bid(
      Source from,
      int round,
      double metres,
      MachineId machine,
      int pieces,
      double secondsPerPiece,
      Instant readyBy,
      Price price,
      @Nullable Offering offering,
      @Nullable List<String> differs,
      @Nullable Share share) {
    this.from = from;
    this.round = round;
    this.metres = metres;
    this.machine = machine;
    this.pieces = pieces;
    this.secondsPerPiece = secondsPerPiece;
    this.readyBy = readyBy;
    this.price = price;
    this.offering = offering;
    this.differs = differs == null ? List.of() : List.copyOf(differs);
    this.share = share;
  }

  WorkshopId workshop() {
    return from.workshop();
  }

  /** Whether it keeps to the wish. */
  boolean keeps() {
    return differs.isEmpty();
  }

  double hoursLately() {
    return share == null ? 0 : share.hoursLately();
  }

  /** Whether the promise can be kept by somebody who begins now. */
  boolean canStillBegin(Instant now) {
    var work = Duration.ofMillis((long) (secondsPerPiece * pieces * 1_000));
    return !now.plus(work).isAfter(readyBy);
  }
}
