package org.vicinal.coordinator.deal;

import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Instant;
import java.util.Optional;
import org.vicinal.coordinator.deal.DealCommand.FromCustomer;
import org.vicinal.coordinator.deal.DealCommand.FromJob;
import org.vicinal.coordinator.deal.DealCommand.FromWorkshop;
import org.vicinal.coordinator.deal.DealCommand.InDispute;
import org.vicinal.coordinator.deal.DealCommand.WakeDeal;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;

/**
 * The life of a lot, from the promise to both content.
 *
 * <pre>
 *   NotOpened --DealOpened--> Promised --DealTaken--> Making --PiecesMade--> Made
 *                                |                    |    ^                  |  GatePassed, GateMissed,
 *                    DealDropped |   FirstPieceShown, |    | FirstPiece-      |  GateReminded
 *                                |   FirstPieceRefused|    | Accepted         | PiecesReadied
 *                                v                    v----+                  v
 *                             Settled &lt;--(nothing owed)   PiecesSent       Ready  PickupReminded,
 *                                ^             +----------------------------| |   CodeWrong
 *                                |             v      the code is right     | | PiecesDisposed,
 *                                |           Sent --PiecesCollected--> HandedOver   DealCancelled
 *                                |                                     |  |   |
 *                                |       PiecesRefused, DisputeClosed  |  |   | PiecesAccepted (7 days'
 *                                |           Disputed &lt;----------------+  |   |   silence accepts, too)
 *                                |              | AmountOwed              v   v
 *                                +--DealSettled-+-------------------->  Owing  PaidTicked, ReceivedTicked,
 *                                                                              PaymentReminded
 * </pre>
 *
 * <p>Each state has a moment at which something happens by itself ({@link DealWaits}); while a lot
 * is promised or made, the job has it. Who says a later thing has said the earlier ones: a workshop
 * that was without a network tells everything at once, and its reports to the job and to the deal
 * may overtake each other.
 */
public final class DealDecider implements Decider<DealState, DealCommand, DealEvent> {
  @Override
  public DealState initial() {
    return new DealState.NotOpened();
  }

  @Override
  public Decision<DealEvent> decide(DealState state, Asked<DealCommand> asked) {
    var course = new Course(state, asked);
    var command = asked.command();
    if (!(command instanceof FromJob) && state.agreed().isEmpty()) {
      return reject(
          Kind.UNKNOWN, "There is no lot %s with a deal. Look up its order.", command.lot());
    }
    if (!maySay(command, asked.by(), state)) {
      return reject(Kind.FORBIDDEN, "%s", notYours(command));
    }
    return switch (command) {
      case FromJob it -> Progress.note(course, it);
      case FromWorkshop it -> Handover.say(course, it);
      case FromCustomer it -> Judging.say(course, it);
      case InDispute it -> Disputing.say(course, it);
      case WakeDeal _ -> DealWaits.over(course);
    };
  }

  private static Decision<DealEvent> reject(Kind kind, String words, Object found) {
    return Decision.reject(kind, words.formatted(found));
  }

  private static boolean maySay(DealCommand command, Asker by, DealState state) {
    var deal = state.agreed();
    return switch (command) {
      case FromJob _, WakeDeal _ -> by instanceof Asker.Coordinator;
      case FromWorkshop _ -> deal.filter(it -> isWorkshop(it, by)).isPresent();
      // a cancelled order ends the deals that it still has
      case DealCommand.CancelDeal _ when by instanceof Asker.Coordinator -> true;
      case FromCustomer _ ->
          by instanceof Asker.Steward || deal.filter(it -> isCustomer(it, by)).isPresent();
      case InDispute _ ->
          by instanceof Asker.Steward
              || deal.filter(it -> isCustomer(it, by) || isWorkshop(it, by)).isPresent();
    };
  }

  static boolean isWorkshop(Deal deal, Asker by) {
    return by instanceof Asker.Workshop(var workshop) && workshop.equals(deal.workshop());
  }

  static boolean isCustomer(Deal deal, Asker by) {
    return by instanceof Asker.Customer(var person) && person.equals(deal.footing().customer());
  }

  private static String notYours(DealCommand command) {
    return switch (command) {
      case FromWorkshop _ ->
          "Lot %s is another workshop's. Ask with the token of the workshop that has it."
              .formatted(command.lot());
      default ->
          "Lot %s belongs to an order. Ask with the link or the token of its customer."
              .formatted(command.lot());
    };
  }

  /** Where a deal is, as people say it: {@code ready}. */
  public static String nameOf(DealState state) {
    return DealWaits.nameOf(state);
  }

  /** What is said does not go with where the deal is; said once more it is nothing new. */
  static Decision<DealEvent> notNow(Course course, String what) {
    return course.state() instanceof DealState.Settled
        ? nothingNew()
        : reject(
            Kind.CONFLICT,
            "%s Look at the story of the order for what is waited for.",
            what + " is not possible while the lot is " + DealWaits.nameOf(course.state()) + ".");
  }

  @Override
  public DealState evolve(DealState state, Occurred<DealEvent> event) {
    return DealEvolution.after(state, event.event());
  }

  @Override
  public Optional<Instant> wake(DealState state) {
    return DealWaits.next(state);
  }
}
