package org.vicinal.coordinator.http;

import java.util.Optional;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;

/** Whose an order is, and as whom a caller acts on it. */
final class Owners {
  private Owners() {}

  /** The person behind a caller; empty for visitors and workshops. */
  static Optional<PersonId> find(Caller caller) {
    return switch (caller) {
      case Caller.Visitor visitor -> Optional.empty();
      case Caller.Guest guest -> Optional.of(guest.person());
      case Caller.Customer customer -> Optional.of(customer.person());
      case Caller.Designer designer -> Optional.of(designer.person());
      case Caller.Steward steward -> Optional.of(steward.person());
      case Caller.Workshop workshop -> Optional.empty();
    };
  }

  /** With their own orders everybody is a customer; a steward acts on others' as a steward. */
  static Asker asker(Caller caller, PersonId customer) {
    return caller instanceof Caller.Steward steward && !steward.person().equals(customer)
        ? steward.asker()
        : new Asker.Customer(customer);
  }

  /** The customer of the order {@code id}; a guest is one of their own order only. */
  static PersonId customer(Caller caller, OrderId id) {
    if (caller instanceof Caller.Guest guest && !guest.order().equals(id)) {
      throw Problem.forbidden(
          "This secret is for order %s, not for %s.".formatted(guest.order(), id));
    }
    return customer(caller);
  }

  /** Whose files and orders a caller's are. */
  static PersonId customer(Caller caller) {
    if (caller instanceof Caller.Visitor) {
      throw Problem.whoAreYou(
          "Expected a bearer token. Without an account, make a secret of 43 characters and send"
              + " guest.ORDER.SECRET.");
    }
    return find(caller)
        .orElseThrow(
            () ->
                Problem.forbidden(
                    "A workshop's token makes things; order with a token of the role customer."));
  }

  /** The steward who asks; 401 or 403 for everybody else. */
  static Caller.Steward steward(Caller caller) {
    if (caller instanceof Caller.Steward steward) {
      return steward;
    }
    throw caller instanceof Caller.Visitor
        ? Problem.whoAreYou("Expected a bearer token of the role steward.")
        : Problem.forbidden("Expected a token of the role steward.");
  }

  /** Whether it is their own order. */
  static boolean isOwner(Caller caller, OrderView order) {
    return find(caller).filter(order.wish().customer()::equals).isPresent();
  }
}
