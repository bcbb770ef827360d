package org.vicinal.coordinator.deal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Measured;

/** What may be asked of a deal. */
public sealed interface DealCommand extends Command {
  /** The lot it is about. */
  LotId lot();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.DEAL, lot().toString());
  }

  /** Said by the job's events. */
  sealed interface FromJob extends DealCommand {}

  /** Said by the workshop: by its topic, or with its token. */
  sealed interface FromWorkshop extends DealCommand {}

  /** Said by the customer, or by a steward for them. */
  sealed interface FromCustomer extends DealCommand {}

  /** Said by either, or by a steward, while there is a dispute. */
  sealed interface InDispute extends DealCommand {}

  /** A lot was awarded. */
  record OpenDeal(Deal deal) implements FromJob {
    @Override
    public LotId lot() {
      return deal.lot();
    }
  }

  /** The workshop accepted the award. */
  record NoteTaken(LotId lot) implements FromJob {}

  /** A piece came off the machine. */
  record NotePieceMade(LotId lot) implements FromJob {}

  /** All pieces are made. */
  record NoteMade(LotId lot, int pieces) implements FromJob {}

  /** Nothing more of the lot is made: declined, given back, taken back. */
  record EndMaking(LotId lot, int pieces, String reason) implements FromJob {}

  /**
   * The pieces were looked at and measured.
   *
   * @param pieces how many are good
   * @param from the report it came with; null when it came another way
   */
  record CheckPieces(LotId lot, int pieces, List<Measured> measured, @Nullable Heard from)
      implements FromWorkshop {
    public CheckPieces {
      measured = List.copyOf(measured);
    }
  }

  /** The pieces can be fetched. */
  record ReadyPieces(LotId lot) implements FromWorkshop {}

  /**
   * The pieces leave the workshop.
   *
   * @param mark the pickup code, the carrier's number or the shelf; empty when there is none
   * @param from the report it came with; null when it came another way
   */
  record HandOverPieces(LotId lot, Handing by, String mark, @Nullable Heard from)
      implements FromWorkshop {}

  /** What is owed has come. */
  record TickReceived(LotId lot) implements FromWorkshop {}

  /** The first piece is good, and the others may be made; or it is not. */
  record JudgeFirstPiece(LotId lot, boolean good, String sealed) implements FromCustomer {}

  /** I have the pieces. */
  record CollectPieces(LotId lot) implements FromCustomer {}

  /**
   * The pieces are good.
   *
   * @param sealed a remark, under the order's key; empty for none
   */
  record AcceptPieces(LotId lot, String sealed) implements FromCustomer {}

  /**
   * Some pieces are not good.
   *
   * @param sealed why, under the order's key
   * @param photo in the order's conversation; null when there is none
   */
  record RefusePieces(LotId lot, int pieces, String sealed, @Nullable Digest photo)
      implements FromCustomer {}

  /** I paid. */
  record TickPaid(LotId lot) implements FromCustomer {}

  /** I do not want them any more. What is made is owed. */
  record CancelDeal(LotId lot) implements FromCustomer {}

  /** Let us end it like this. */
  record ProposeRemedy(LotId lot, Remedy remedy) implements InDispute {}

  /** Yes or no to proposal {@code number}. */
  record AnswerRemedy(LotId lot, int number, boolean yes) implements InDispute {}

  /**
   * A mediator, or a steward when nobody moved in time, decides.
   *
   * @param sealed why, under the order's key
   */
  record DecideDispute(LotId lot, Remedy remedy, String sealed) implements InDispute {}

  /** Its time has come. */
  record WakeDeal(LotId lot) implements DealCommand, Wake {}
}
