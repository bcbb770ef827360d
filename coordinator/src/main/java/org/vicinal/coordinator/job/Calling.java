package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.job.JobEvent.JobMade;
import org.vicinal.coordinator.job.JobEvent.JobUnmade;
import org.vicinal.coordinator.job.JobEvent.OfferEnded;
import org.vicinal.coordinator.job.JobEvent.RingCalled;
import org.vicinal.coordinator.job.JobEvent.RingSkipped;
import org.vicinal.coordinator.job.JobEvent.SearchEnded;
import org.vicinal.coordinator.job.JobEvent.TenderClosed;
import org.vicinal.coordinator.job.JobState.Ended;
import org.vicinal.coordinator.job.JobState.Finishing;
import org.vicinal.coordinator.job.JobState.Job;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.job.JobState.NotOpened;
import org.vicinal.coordinator.job.JobState.Offered;
import org.vicinal.coordinator.job.JobState.Tendering;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.net.Conditions;
import org.vicinal.messages.place.Ring;

/**
 * The search: ring by ring outwards, until the missing pieces are in lots or nobody is left to ask.
 */
final class Calling {
  /** Rounds of another generation never meet: a bid of a lost future answers no call of today. */
  private static final int ROUNDS_PER_GENERATION = 1_000;

  private Calling() {}

  /** The first call of a job that was just opened. */
  static void begin(Unfolding unfolding) {
    var state = (Making) unfolding.state();
    widen(unfolding, state.task(), 1, 0);
  }

  /** What follows when lots have changed. */
  static void proceed(Unfolding unfolding) {
    switch (unfolding.state()) {
      case NotOpened _, Ended _ -> {}
      case Tendering it -> {
        if (missing(it.task(), it.lots()) == 0) {
          unfolding.then(
              new TenderClosed(
                  it.task().id(), it.tender().round(), "no pieces are missing any more"));
          proceed(unfolding);
        }
      }
      case Offered it -> {
        if (missing(it.task(), it.lots()) == 0) {
          unfolding.then(new OfferEnded(it.task().id(), "no pieces are missing any more"));
          proceed(unfolding);
        }
      }
      case Making it -> {
        if (allMade(it.task(), it.lots())) {
          made(unfolding, it.task());
        } else if (missing(it.task(), it.lots()) > 0) {
          searchOn(unfolding, it.task());
        }
      }
      case Finishing it -> {
        if (allMade(it.task(), it.lots())) {
          made(unfolding, it.task());
        } else if (!Lots.anyLive(it.lots())) {
          unmade(unfolding, it.task(), new Verdict(it.reason(), it.help()));
        }
      }
    }
  }

  /** A call is over: award what was bid, and ask the next ring for what is still missing. */
  static void close(Unfolding unfolding, Tendering state, String why) {
    unfolding.then(new TenderClosed(state.task().id(), state.tender().round(), why));
    if (missing(state.task(), state.lots()) > 0 && Choice.isAsked((Making) unfolding.state())) {
      Choice.offer(unfolding, false);
      return;
    }
    Awarding.award(unfolding, "");
    if (unfolding.state() instanceof Making it && missing(it.task(), it.lots()) > 0) {
      widen(unfolding, it.task(), it.search().attempt(), it.search().nextRing());
    }
  }

  /**
   * Bids lay before the customer and do not any more: what is still missing is asked for farther.
   */
  static void afterOffer(Unfolding unfolding, boolean last) {
    if (unfolding.state() instanceof Making it && missing(it.task(), it.lots()) > 0) {
      if (last) {
        end(unfolding, it.task(), it.search());
      } else {
        widen(unfolding, it.task(), it.search().attempt(), it.search().nextRing());
      }
    } else {
      proceed(unfolding);
    }
  }

  /** Pieces were lost: the next best bids first, and then a new call from the innermost ring. */
  private static void searchOn(Unfolding unfolding, Job task) {
    Awarding.award(unfolding, "a workshop before it did not make its share; ");
    var state = (Making) unfolding.state();
    if (missing(task, state.lots()) == 0) {
      return;
    }
    int attempt = state.search().attempt() + 1;
    if (attempt > task.rules().tries() || !unfolding.at().isBefore(task.wish().wanted())) {
      giveUp(unfolding, task, state.search());
    } else {
      widen(unfolding, task, attempt, 0);
    }
  }

  private static void widen(Unfolding unfolding, Job task, int attempt, int from) {
    var rings = task.rules().rings();
    for (int i = from; i < rings.size() && mayAsk(unfolding, task); i++) {
      double inner = i == 0 ? -1 : rings.get(i - 1).metres();
      var asked =
          Asking.of(
              task.wish(), unfolding.neighbourhood(), inner, rings.get(i).metres(), unfolding.at());
      if (!asked.called().isEmpty()) {
        unfolding.then(call(unfolding, task, attempt, rings.get(i), asked));
        return;
      }
      unfolding.then(
          new RingSkipped(task.id(), attempt, rings.get(i), asked.whyNobody(), asked.nearMisses()));
    }
    giveUp(unfolding, task, ((Making) unfolding.state()).search());
  }

  private static boolean mayAsk(Unfolding unfolding, Job task) {
    return unfolding.at().isBefore(task.wish().wanted())
        && unfolding.state().lots().size() < Lots.MOST;
  }

  private static RingCalled call(
      Unfolding unfolding, Job task, int attempt, Ring ring, Asking asked) {
    var wish = task.wish();
    var state = (Making) unfolding.state();
    int missing = missing(task, state.lots());
    var closesAt = unfolding.at().plus(task.rules().biddingWindow());
    return new RingCalled(
        task.id(),
        attempt,
        nextRound(state.search().round(), unfolding.generation()),
        ring,
        attempt == 1
            ? ring.why()
            : "%s missing again (try %d of %d)"
                .formatted(
                    missing == 1 ? "1 piece is" : missing + " pieces are",
                    attempt,
                    task.rules().tries()),
        asked.called(),
        asked.nearMisses(),
        wish.title(),
        wish.requirement(),
        wish.files(),
        missing,
        wish.wanted(),
        closesAt.isBefore(wish.wanted()) ? closesAt : wish.wanted(),
        wish.place(),
        conditions(wish, closesAt.plus(task.rules().settling())));
  }

  /** An award may come until everybody who is to choose has chosen, in this ring or at the end. */
  private static @Nullable Conditions conditions(Wish wish, Instant closed) {
    var choosing = wish.choosing();
    return choosing == null
        ? null
        : new Conditions(
            choosing.handover(),
            choosing.together(),
            closed.plus(choosing.lookFor()),
            choosing.firstPiece() && wish.pieces() > 1,
            wish.origin());
  }

  private static int nextRound(int last, long generation) {
    return Math.max(last + 1, Math.toIntExact(generation * ROUNDS_PER_GENERATION) + 1);
  }

  private static void giveUp(Unfolding unfolding, Job task, Search search) {
    if (hasCounters(unfolding)) {
      Choice.offer(unfolding, true);
    } else {
      end(unfolding, task, search);
    }
  }

  private static void end(Unfolding unfolding, Job task, Search search) {
    var lots = unfolding.state().lots();
    var verdict = Verdict.of(task, search, lots, unfolding.at());
    if (Lots.anyLive(lots)) {
      unfolding.then(
          new SearchEnded(task.id(), missing(task, lots), verdict.reason(), verdict.help()));
    } else {
      unmade(unfolding, task, verdict);
    }
  }

  /** Whether there is a bid that only a person may take, before the search ends without it. */
  private static boolean hasCounters(Unfolding unfolding) {
    return unfolding.state() instanceof Making it
        && it.task().wish().choosing() != null
        && java.util.stream.Stream.concat(it.standby().stream(), it.search().counters().stream())
            .anyMatch(bid -> bid.canStillBegin(unfolding.at()));
  }

  private static void made(Unfolding unfolding, Job task) {
    unfolding.then(new JobMade(task.id(), task.order(), task.wish().pieces()));
  }

  private static void unmade(Unfolding unfolding, Job task, Verdict verdict) {
    unfolding.then(
        new JobUnmade(
            task.id(),
            task.order(),
            Lots.made(unfolding.state().lots()),
            task.wish().pieces(),
            verdict.reason(),
            verdict.help()));
  }

  /** How many pieces are neither made nor in a lot that is alive. */
  static int missing(Job task, List<Lot> lots) {
    return Math.max(0, task.wish().pieces() - Lots.covered(lots));
  }

  private static boolean allMade(Job task, List<Lot> lots) {
    return Lots.made(lots) >= task.wish().pieces();
  }
}
