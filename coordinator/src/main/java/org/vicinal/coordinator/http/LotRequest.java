package org.vicinal.coordinator.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.Remedy;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Measured;

/**
 * What somebody says about a lot: one body for all verbs, each of which needs some of its fields.
 *
 * @param pieces good ones of a check, or refused ones
 * @param measured what the caliper said
 * @param by how the pieces leave the workshop
 * @param mark pickup code, carrier's number, or which shelf
 * @param good whether the first piece is
 * @param reason or remark, for the other one to read
 * @param photo digest of a picture in the order's conversation
 * @param readyBy of a remake
 * @param minorUnits of a part payment
 * @param mediator a steward's person
 * @param yes to a proposal
 */
record LotRequest(
    @Nullable Integer pieces,
    @Nullable List<Measured> measured,
    @Nullable Handing by,
    @Nullable String mark,
    @Nullable Boolean good,
    @Nullable String reason,
    @Nullable Digest photo,
    @Nullable Instant readyBy,
    @Nullable Long minorUnits,
    @Nullable PersonId mediator,
    @Nullable Boolean yes) {
  static final int LONGEST_WORDS = 2_000; // characters

  /** Seals what a person wrote. */
  interface Seal {
    String of(String words);
  }

  /**
   * The command that {@code verb} asks for; a {@link Problem} when there is none or a field is
   * missing.
   */
  DealCommand command(String verb, LotId lot, int proposal, Seal seal) {
    return switch (verb) {
      case "check" ->
          new DealCommand.CheckPieces(
              lot, need("pieces", pieces, "how many are good"), measures(), null);
      case "ready" -> new DealCommand.ReadyPieces(lot);
      case "handover" ->
          new DealCommand.HandOverPieces(
              lot, need("by", by, "COUNTER, CARRIER or SHELF"), mark == null ? "" : mark, null);
      case "received" -> new DealCommand.TickReceived(lot);
      case "first-piece" ->
          new DealCommand.JudgeFirstPiece(lot, need("good", good, "true or false"), words(seal));
      case "collection" -> new DealCommand.CollectPieces(lot);
      case "acceptance" -> new DealCommand.AcceptPieces(lot, words(seal));
      case "refusal" ->
          new DealCommand.RefusePieces(
              lot, need("pieces", pieces, "how many are not good"), words(seal), photo);
      case "paid" -> new DealCommand.TickPaid(lot);
      case "cancellation" -> new DealCommand.CancelDeal(lot);
      case "proposals" -> new DealCommand.ProposeRemedy(lot, remedy());
      case "answer" ->
          new DealCommand.AnswerRemedy(lot, proposal, need("yes", yes, "true or false"));
      case "decision" -> new DealCommand.DecideDispute(lot, remedy(), words(seal));
      default -> throw Problem.unknown("There is no \"%s\" for a lot.".formatted(verb));
    };
  }

  private List<Measured> measures() {
    return measured == null ? List.of() : measured;
  }

  private String words(Seal seal) {
    var text = OrderRequest.text("reason", reason, LONGEST_WORDS);
    return text == null ? "" : seal.of(text);
  }

  private Remedy remedy() {
    if (readyBy != null && minorUnits == null && mediator == null) {
      return new Remedy.Remake(readyBy);
    }
    if (minorUnits != null && readyBy == null && mediator == null) {
      return new Remedy.PartPayment(minorUnits);
    }
    if (mediator != null && readyBy == null && minorUnits == null) {
      return new Remedy.Mediator(mediator);
    }
    throw Problem.invalid(
        "remedy",
        "Expected one of readyBy (a remake until then), minorUnits (a part payment) and mediator (a"
            + " steward's person).");
  }

  private static <T> T need(String field, @Nullable T value, String expected) {
    if (value == null) {
      throw Problem.field(field, expected, null);
    }
    return value;
  }
}
