package org.vicinal.agent.workshop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Measured;

/** What a person of the workshop says about a call or a lot. */
public sealed interface Say {
  /**
   * Yes to a call. What is null or empty stays as the rules would have it.
   *
   * @param machine which one makes it
   * @param pieces how many of those asked for
   * @param price the whole price, in the currency of the workshop, or hours
   * @param readyBy when they will be made
   * @param material another than was asked
   * @param note for the customer
   */
  record Bid(
      JobId job,
      @Nullable MachineId machine,
      @Nullable Integer pieces,
      @Nullable BigDecimal price,
      @Nullable Instant readyBy,
      String material,
      String note)
      implements Say {}

  /** No to a call; or a bid is taken back that has not been awarded. */
  record Refuse(JobId job, String reason) implements Say {}

  /** A lot will be late. */
  record Late(LotId lot, Instant readyBy, String reason) implements Say {}

  /**
   * The rest of a lot cannot be made after all.
   *
   * @param done how many pieces are made all the same; null for what the machine made
   */
  record Cannot(LotId lot, String reason, @Nullable Integer done) implements Say {
    /** What the machine made is what there is. */
    public Cannot(LotId lot, String reason) {
      this(lot, reason, null);
    }
  }

  /** All pieces are made, by whatever machine or hand. */
  record Made(LotId lot) implements Say {}

  /** Somebody looked at the pieces and measured what is critical. */
  record Checked(LotId lot, int pieces, List<Measured> measured) implements Say {
    public Checked {
      measured = List.copyOf(measured);
    }
  }

  /** The pieces can be fetched, or are about to be sent. */
  record Ready(LotId lot) implements Say {}

  /** The pieces have left; {@code mark} is the pickup code, the carrier's number or the shelf. */
  record HandedOver(LotId lot, Handing by, String mark) implements Say {}

  /** What was agreed has come. */
  record Paid(LotId lot) implements Say {}
}
