package org.vicinal.coordinator.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
 * @param changes how often its workshop has put another in its place in this round
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
    @Nullable Share share,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY) int changes) {
  /** So often a workshop may change its bid in one round: a log is for ever. */
  static final int MOST_CHANGES = 16;

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
      @Nullable Share share,
      int changes) {
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
    this.changes = changes;
  }

  /** The same offer for fewer pieces. */
  Bid of(int fewer) {
    return new Bid(
        from,
        round,
        metres,
        machine,
        fewer,
        secondsPerPiece,
        readyBy,
        price.share(fewer, pieces),
        offering,
        differs,
        share,
        changes);
  }

  /** At least as many bytes as it takes in a stored state. */
  int weight() {
    int weight = 330 + from.workshop().value().length() + machine.value().length();
    weight += Bidding.words(price, offering) + 60 * price.lines().size();
    weight += price.payment() == null ? 0 : 90;
    weight += offering == null ? 0 : 60 + 20 * offering.fitFor().size();
    return weight + differs.stream().mapToInt(text -> text.length() + 4).sum();
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
