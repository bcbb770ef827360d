package org.vicinal.coordinator.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.deal.Deal;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.deal.Owed;
import org.vicinal.coordinator.deal.Party;
import org.vicinal.coordinator.deal.PickupCode;
import org.vicinal.coordinator.deal.Remedy;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.WaitingFor;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.Keeping;
import org.vicinal.messages.work.Price;

/**
 * A lot after its award, as the API shows it to customer, workshop and stewards.
 *
 * @param state such as {@code being made}, {@code ready}, {@code disputed}, {@code settled}
 * @param owedIfCancelled what a customer who cancels now would owe; null once that is past
 * @param pickupCode for the customer alone, while the pieces wait
 * @param measure what the workshop measures before the pieces are ready
 * @param rules the version of the community's rules that hold for it
 */
record ShownDeal(
    LotId lot,
    OrderId order,
    long version,
    String title,
    WorkshopId workshop,
    String state,
    int pieces,
    Price price,
    String costs,
    @Nullable String owed,
    @Nullable Long owedMinorUnits,
    boolean paid,
    boolean received,
    @Nullable String owedIfCancelled,
    @Nullable String pickupCode,
    List<CriticalDimension> measure,
    Keeping keeping,
    int rules,
    @Nullable Proposal proposal,
    List<Words> words,
    @Nullable WaitingFor waitingFor) {

  /**
   * A remedy that waits for an answer.
   *
   * @param says the remedy in words
   */
  record Proposal(int number, Party by, Remedy remedy, String says) {}

  /** What somebody wrote; the text is gone once the order's key is destroyed. */
  record Words(String about, @Nullable String text, @Nullable Digest photo) {}

  static ShownDeal of(DealView view, Caller caller, boolean customer, int made, Vault vault) {
    var deal = view.state().agreed().orElseThrow();
    var owed = owed(view.state());
    return new ShownDeal(
        view.lot(),
        view.order(),
        view.version(),
        deal.title(),
        deal.workshop(),
        view.stateName(),
        deal.pieces(),
        deal.price(),
        deal.price().words(),
        owed == null ? null : owed.words(),
        owed == null ? null : owed.minorUnits(),
        paid(view.state()),
        received(view.state()),
        owedIfCancelled(deal, view.state(), made),
        customer && waitsForTheCustomer(view.state()) ? PickupCode.of(deal) : null,
        deal.critical(),
        deal.footing().kept(),
        deal.footing().rules(),
        proposal(view),
        caller instanceof Caller.Steward && !customer && !isDispute(view)
            ? List.of()
            : view.said().stream().map(said -> words(said, view.order(), vault)).toList(),
        view.waitingFor().orElse(null));
  }

  private static boolean isDispute(DealView view) {
    return view.state() instanceof DealState.Disputed;
  }

  private static Words words(DealView.Said said, OrderId order, Vault vault) {
    return new Words(
        said.about().toLowerCase(Locale.ROOT),
        vault.open(Subject.of(order), said.sealed()).orElse(null),
        said.photo());
  }

  static @Nullable Price owed(DealState state) {
    return switch (state) {
      case DealState.Owing it -> it.owed();
      case DealState.Settled it -> it.owed();
      default -> null;
    };
  }

  static boolean paid(DealState state) {
    return switch (state) {
      case DealState.Owing it -> it.paid();
      case DealState.Settled it -> it.paid();
      default -> false;
    };
  }

  static boolean received(DealState state) {
    return switch (state) {
      case DealState.Owing it -> it.received();
      case DealState.Settled it -> it.received();
      default -> false;
    };
  }

  private static @Nullable String owedIfCancelled(Deal deal, DealState state, int made) {
    return switch (state) {
      case DealState.Promised _, DealState.Making _ ->
          made == 0 ? "nothing" : Owed.forPieces(deal.price(), made, deal.pieces()).words();
      case DealState.Made _, DealState.Ready _ -> deal.price().words();
      default -> null;
    };
  }

  private static boolean waitsForTheCustomer(DealState state) {
    return switch (state) {
      case DealState.Promised _, DealState.Making _, DealState.Made _, DealState.Ready _ -> true;
      default -> false;
    };
  }

  private static @Nullable Proposal proposal(DealView view) {
    return view.state() instanceof DealState.Disputed it && it.open() != null
        ? new Proposal(
            it.open().number(), it.open().by(), it.open().remedy(), view.says(it.open().remedy()))
        : null;
  }

  /** A settled or owing deal has a time at which that became so. */
  static Instant changedAt(DealView view) {
    return view.story().isEmpty() ? Instant.EPOCH : view.story().getLast().at();
  }
}
