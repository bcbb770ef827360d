package org.vicinal.coordinator.community;

import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.community.CommunityCommand.EnactRules;
import org.vicinal.coordinator.community.CommunityCommand.WakeCommunity;
import org.vicinal.coordinator.community.CommunityEvent.RulesEnacted;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.messages.place.Ring;

/**
 * Who may change the rules, and which rules can be.
 *
 * <pre>
 *   usual rules --RulesEnacted--> version 1 --RulesEnacted--> version 2 ...
 * </pre>
 */
public final class CommunityDecider
    implements Decider<CommunityState, CommunityCommand, CommunityEvent> {
  private static final int MOST_RINGS = 12;
  private static final int MOST_TRIES = 20;
  private static final int MOST_EXCLUSIONS = 100;
  private static final int LONGEST_REASON = 2_000;

  @Override
  public CommunityState initial() {
    return new CommunityState(CommunityRules.usual());
  }

  @Override
  public Decision<CommunityEvent> decide(CommunityState state, Asked<CommunityCommand> asked) {
    return switch (asked.command()) {
      case EnactRules it -> enact(state, it, asked.by());
      case WakeCommunity _ -> nothingNew();
    };
  }

  private static Decision<CommunityEvent> enact(
      CommunityState state, EnactRules command, Asker by) {
    if (!(by instanceof Asker.Steward steward)) {
      return reject(Kind.FORBIDDEN, "Rules are enacted by a steward. Ask one of yours.");
    }
    var rules = command.rules();
    if (rules.equals(state.rules())) {
      return nothingNew();
    }
    if (rules.version() != state.rules().version() + 1) {
      return reject(
          Kind.CONFLICT,
          "Expected rules of version %d, but found %d: the rules have changed since you read them. Read them again and send yours as version %d."
              .formatted(
                  state.rules().version() + 1, rules.version(), state.rules().version() + 1));
    }
    if (command.reason().isBlank() || command.reason().length() > LONGEST_REASON) {
      return invalid("reason", "Expected a reason of 1 to " + LONGEST_REASON + " characters.");
    }
    var wrong = wrongIn(rules);
    return wrong.isPresent()
        ? wrong.get()
        : accept(new RulesEnacted(command.community(), rules, steward.person(), command.reason()));
  }

  private static Optional<Decision<CommunityEvent>> wrongIn(CommunityRules rules) {
    if (rules.rings().isEmpty() || rules.rings().size() > MOST_RINGS || !widening(rules.rings())) {
      return Optional.of(
          invalid(
              "rings", "Expected 1 to " + MOST_RINGS + " rings, each wider than the one before."));
    }
    if (rules.tries() < 1 || rules.tries() > MOST_TRIES) {
      return Optional.of(invalid("tries", "Expected 1 to " + MOST_TRIES + " tries."));
    }
    if (rules.mostPieces() < 1) {
      return Optional.of(invalid("mostPieces", "Expected a limit of 1 piece or more."));
    }
    var unfair = rules.spreading().wrong();
    if (!unfair.isEmpty()) {
      return Optional.of(invalid("fairness", unfair));
    }
    var impatient = rules.waits().wrong();
    if (!impatient.isEmpty()) {
      return Optional.of(invalid("patience", impatient));
    }
    if (rules.exclusions().size() > MOST_EXCLUSIONS) {
      return Optional.of(invalid("notMade", "Expected at most " + MOST_EXCLUSIONS + " things."));
    }
    for (var one : rules.exclusions()) {
      if (!one.wrong().isEmpty()) {
        return Optional.of(invalid("notMade", one.wrong()));
      }
    }
    return times(rules).stream().allMatch(CommunityDecider::sensible)
        ? Optional.empty()
        : Optional.of(
            invalid("times", "Expected every window to be longer than 0 s and at most a year."));
  }

  private static boolean widening(List<Ring> rings) {
    for (int i = 1; i < rings.size(); i++) {
      if (rings.get(i).metres() <= rings.get(i - 1).metres()) {
        return false;
      }
    }
    return true;
  }

  private static List<Duration> times(CommunityRules rules) {
    return List.of(
        rules.biddingWindow(),
        rules.acceptWindow(),
        rules.settling(),
        rules.confirmWindow(),
        rules.lateGrace(),
        rules.abandonAfter());
  }

  private static boolean sensible(Duration time) {
    return time.isPositive() && time.compareTo(Duration.ofDays(366)) <= 0;
  }

  @Override
  public CommunityState evolve(CommunityState state, Occurred<CommunityEvent> event) {
    return switch (event.event()) {
      case RulesEnacted it -> new CommunityState(it.rules());
    };
  }

  @Override
  public Optional<Instant> wake(CommunityState state) {
    return Optional.empty();
  }
}
