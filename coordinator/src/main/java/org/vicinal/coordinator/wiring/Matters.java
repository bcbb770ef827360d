package org.vicinal.coordinator.wiring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.Party;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.notice.Matter;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.talk.TalkEvent;
import org.vicinal.messages.id.OrderId;

/** Which events are worth a notice to the customer, and what it is about. */
public final class Matters {
  private Matters() {}

  /** What a notice of {@code occurred} is about; empty when it is worth none. */
  public static Optional<Matter> of(Occurred<?> occurred) {
    return Optional.ofNullable(
        switch (occurred.event()) {
          case TalkEvent.WordsSaid _ ->
              occurred.by() instanceof Asker.Workshop ? Matter.QUESTION : null;
          case OrderEvent it -> of(it, occurred.by());
          case JobEvent it -> of(it);
          case DealEvent it -> of(it);
          case Event _ -> null;
        });
  }

  private static @Nullable Matter of(OrderEvent event, Asker by) {
    return switch (event) {
      case OrderEvent.OrderUnmade _, OrderEvent.OrderExpired _ -> Matter.END;
      case OrderEvent.OrderCancelled _ -> by instanceof Asker.Customer ? null : Matter.END;
      case OrderEvent.OrderCompleted _ -> null; // what can be fetched is told when it is ready
      case OrderEvent.OrderPlaced _, OrderEvent.OrderConfirmed _ -> null;
    };
  }

  private static @Nullable Matter of(JobEvent event) {
    return switch (event) {
      case JobEvent.BidsOffered _ -> Matter.BID;
      case JobEvent.LotLate _,
          JobEvent.LotDelayed _,
          JobEvent.LotReturned _,
          JobEvent.LotInterrupted _ ->
          Matter.LATE;
      default -> null; // the rest of a job needs nobody's hand
    };
  }

  private static @Nullable Matter of(DealEvent event) {
    return switch (event) {
      case DealEvent.FirstPieceShown _ -> Matter.FIRST_PIECE;
      case DealEvent.PiecesReadied _, DealEvent.PiecesSent _ -> Matter.READY;
      case DealEvent.PickupReminded _, DealEvent.PiecesDisposed _ -> Matter.UNCOLLECTED;
      case DealEvent.PiecesNeverReady _ -> Matter.LATE;
      case DealEvent.RemedyProposed it -> it.by() == Party.CUSTOMER ? null : Matter.DISPUTE;
      case DealEvent.RemedyRefused it -> it.by() == Party.CUSTOMER ? null : Matter.DISPUTE;
      case DealEvent.MediatorAccepted _, DealEvent.DisputeOverdue _, DealEvent.DisputeClosed _ ->
          Matter.DISPUTE;
      case DealEvent.AmountOwed _, DealEvent.PaymentReminded _ -> Matter.PAYMENT;
      case DealEvent.DealSettled _ -> Matter.END;
      default -> null; // what the customer did, or what the workshop has to do
    };
  }

  /** Whose order it is about; empty where no order has anything to do with it. */
  public static Optional<OrderId> orderOf(Occurred<?> occurred) {
    return switch (occurred.event()) {
      case TalkEvent _, OrderEvent _ -> Optional.of(new OrderId(occurred.entity().id()));
      case JobEvent _ -> Optional.of(ofJob(occurred.entity().id()));
      case DealEvent it -> Optional.of(ofJob(it.lot().job().value()));
      case Event _ -> Optional.empty();
    };
  }

  /** A job is named after its order, with a number behind. */
  private static OrderId ofJob(String job) {
    return new OrderId(job.substring(0, job.lastIndexOf('-')));
  }
}
