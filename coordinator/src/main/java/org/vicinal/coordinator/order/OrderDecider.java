package org.vicinal.coordinator.order;

import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.order.OrderCommand.CancelOrder;
import org.vicinal.coordinator.order.OrderCommand.ConfirmOrder;
import org.vicinal.coordinator.order.OrderCommand.JobEnding;
import org.vicinal.coordinator.order.OrderCommand.NoteJobEnded;
import org.vicinal.coordinator.order.OrderCommand.PlaceOrder;
import org.vicinal.coordinator.order.OrderCommand.WakeOrder;
import org.vicinal.coordinator.order.OrderEvent.OrderCancelled;
import org.vicinal.coordinator.order.OrderEvent.OrderCompleted;
import org.vicinal.coordinator.order.OrderEvent.OrderConfirmed;
import org.vicinal.coordinator.order.OrderEvent.OrderExpired;
import org.vicinal.coordinator.order.OrderEvent.OrderPlaced;
import org.vicinal.coordinator.order.OrderEvent.OrderUnmade;
import org.vicinal.coordinator.order.OrderState.Ended;
import org.vicinal.coordinator.order.OrderState.Making;
import org.vicinal.coordinator.order.OrderState.NotPlaced;
import org.vicinal.coordinator.order.OrderState.Outcome;
import org.vicinal.coordinator.order.OrderState.Unconfirmed;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;

/**
 * How an order is placed, meant, and ended.
 *
 * <pre>
 *               OrderPlaced (guest)                OrderConfirmed
 *   NotPlaced ----------------------> Unconfirmed ----------------+
 *       |                                 |                       v
 *       | OrderPlaced, OrderConfirmed     | OrderExpired        Making
 *       +---------------------------------|---------------------> |
 *                                         | OrderCancelled        | OrderCompleted, OrderUnmade,
 *                                         v                       v OrderCancelled
 *                                       Ended <-------------------+
 * </pre>
 *
 * <p>{@code Unconfirmed} waits until its {@code confirmBy}; {@code Making} waits for its job, which
 * says for what and until when.
 */
public final class OrderDecider implements Decider<OrderState, OrderCommand, OrderEvent> {
  @Override
  public OrderState initial() {
    return new NotPlaced();
  }

  @Override
  public Decision<OrderEvent> decide(OrderState state, Asked<OrderCommand> asked) {
    return switch (asked.command()) {
      case PlaceOrder it -> place(state, it, asked.by(), asked.at());
      case ConfirmOrder it -> confirm(state, it, asked.by(), asked.at());
      case CancelOrder it -> cancel(state, it, asked.by());
      case NoteJobEnded it -> noteJobEnded(state, it, asked.by());
      case WakeOrder it -> wakeUp(state, it.order(), asked.at());
    };
  }

  private static Decision<OrderEvent> place(
      OrderState state, PlaceOrder command, Asker by, Instant at) {
    if (!isCustomerOrSteward(by, command.wish().customer())) {
      return notYours(command.order());
    }
    return switch (state) {
      case NotPlaced _ ->
          WishRules.wrongIn(command, at).orElseGet(() -> accept(placed(command, at)));
      case Unconfirmed it -> again(it.wish(), command);
      case Making it -> again(it.wish(), command);
      case Ended it -> again(it.wish(), command);
    };
  }

  private static List<OrderEvent> placed(PlaceOrder command, Instant at) {
    var order = command.order();
    var rules = command.rules();
    return command.confirmed()
        ? List.of(
            new OrderPlaced(order, command.wish(), command.sealed(), rules, null),
            new OrderConfirmed(order, jobOf(order), command.wish(), rules))
        : List.of(
            new OrderPlaced(
                order, command.wish(), command.sealed(), rules, at.plus(rules.confirmWindow())));
  }

  /** An order has one kind of part today; its job is the first. */
  private static JobId jobOf(OrderId order) {
    return new JobId(order + "-1");
  }

  private static Decision<OrderEvent> again(Wish known, PlaceOrder command) {
    if (!known.customer().equals(command.wish().customer())) {
      return reject(
          Kind.CONFLICT,
          "There is an order %s of somebody else. Place yours under another id."
              .formatted(command.order()));
    }
    return known.equals(command.wish())
        ? nothingNew()
        : reject(
            Kind.CONFLICT,
            "Order %s is placed already, with another wish. Cancel it, and place this one under another id."
                .formatted(command.order()));
  }

  private static Decision<OrderEvent> confirm(
      OrderState state, ConfirmOrder command, Asker by, Instant at) {
    var order = command.order();
    return switch (state) {
      case NotPlaced _ -> unknown(order);
      case Unconfirmed it when !isCustomerOrSteward(by, it.wish().customer()) -> notYours(order);
      case Unconfirmed it when !at.isBefore(it.confirmBy()) ->
          accept(new OrderExpired(order, it.confirmBy()));
      case Unconfirmed it -> accept(new OrderConfirmed(order, jobOf(order), it.wish(), it.rules()));
      case Making it ->
          isCustomerOrSteward(by, it.wish().customer()) ? nothingNew() : notYours(order);
      case Ended it ->
          reject(
              Kind.CONFLICT,
              "Order %s has ended (%s). Place a new one.".formatted(order, it.reason()));
    };
  }

  private static Decision<OrderEvent> cancel(OrderState state, CancelOrder command, Asker by) {
    var order = command.order();
    if (command.reason().length() > 500) {
      return invalid("reason", "Expected a reason of at most 500 characters.");
    }
    return switch (state) {
      case NotPlaced _ -> unknown(order);
      case Unconfirmed it ->
          isCustomerOrSteward(by, it.wish().customer())
              ? accept(new OrderCancelled(order, List.of(), command.reason()))
              : notYours(order);
      case Making it ->
          isCustomerOrSteward(by, it.wish().customer())
              ? accept(new OrderCancelled(order, List.of(it.job()), command.reason()))
              : notYours(order);
      case Ended it when it.outcome() == Outcome.CANCELLED -> nothingNew();
      case Ended it ->
          reject(
              Kind.CONFLICT,
              "Order %s has ended (%s); there is nothing to cancel.".formatted(order, it.reason()));
    };
  }

  private static Decision<OrderEvent> noteJobEnded(
      OrderState state, NoteJobEnded command, Asker by) {
    if (!(by instanceof Asker.Coordinator)) {
      return notYours(command.order());
    }
    return switch (state) {
      case Making it when it.job().equals(command.job()) -> accept(ended(it.wish(), command));
      case Ended _ -> nothingNew(); // cancelled while its last piece was made
      case NotPlaced _, Unconfirmed _, Making _ -> unknown(command.order());
    };
  }

  private static OrderEvent ended(Wish wish, NoteJobEnded command) {
    return command.ending() == JobEnding.MADE
        ? new OrderCompleted(command.order(), command.made())
        : new OrderUnmade(
            command.order(), command.made(), wish.pieces(), command.reason(), command.help());
  }

  private static Decision<OrderEvent> wakeUp(OrderState state, OrderId order, Instant at) {
    return state instanceof Unconfirmed it && !at.isBefore(it.confirmBy())
        ? accept(new OrderExpired(order, it.confirmBy()))
        : nothingNew();
  }

  private static boolean isCustomerOrSteward(Asker by, PersonId customer) {
    return switch (by) {
      case Asker.Customer(PersonId person) -> person.equals(customer);
      case Asker.Steward _ -> true;
      case Asker.Designer _, Asker.Workshop _, Asker.Coordinator _ -> false;
    };
  }

  private static Decision<OrderEvent> notYours(OrderId order) {
    return reject(
        Kind.FORBIDDEN,
        "Order %s is its customer's. Use the link or the token it was placed with."
            .formatted(order));
  }

  private static Decision<OrderEvent> unknown(OrderId order) {
    return reject(Kind.UNKNOWN, "There is no order %s. Place it first.".formatted(order));
  }

  @Override
  public OrderState evolve(OrderState state, Occurred<OrderEvent> event) {
    return switch (event.event()) {
      case OrderPlaced it when it.confirmBy() != null ->
          new Unconfirmed(it.wish(), it.rules(), it.confirmBy());
      case OrderPlaced _ -> state; // confirmed in the same breath
      case OrderConfirmed it -> new Making(it.wish(), it.job());
      case OrderCancelled it -> end(state, Outcome.CANCELLED, it.reason());
      case OrderCompleted _ -> end(state, Outcome.COMPLETED, "all pieces are made");
      case OrderUnmade it -> end(state, Outcome.UNMADE, it.reason());
      case OrderExpired it ->
          end(state, Outcome.EXPIRED, "it was not confirmed by " + it.confirmBy());
    };
  }

  private static OrderState end(OrderState state, Outcome outcome, String reason) {
    return switch (state) {
      case Unconfirmed it -> new Ended(it.wish(), outcome, reason);
      case Making it -> new Ended(it.wish(), outcome, reason);
      case NotPlaced _, Ended _ -> state;
    };
  }

  @Override
  public Optional<Instant> wake(OrderState state) {
    return state instanceof Unconfirmed it ? Optional.of(it.confirmBy()) : Optional.empty();
  }
}
