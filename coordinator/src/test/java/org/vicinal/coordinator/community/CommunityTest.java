package org.vicinal.coordinator.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.STEWARD;
import static org.vicinal.coordinator.decide.Things.minutes;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.community.CommunityCommand.EnactRules;
import org.vicinal.coordinator.community.CommunityEvent.RulesEnacted;
import org.vicinal.coordinator.decide.Life;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.messages.id.CommunityId;

/** Rules have versions; who enacts new ones has seen the old ones and says why. */
class CommunityTest {
  private static final CommunityRules SHORTER =
      RULES.withWindows(minutes(1), Duration.ofSeconds(30));

  private final Life<CommunityState, CommunityCommand, CommunityEvent> community =
      new Life<>(new CommunityDecider(), NOON);

  @Test
  void aStewardEnactsTheNextVersion() {
    community.when(STEWARD, enact(SHORTER.asVersion(1))).then(RulesEnacted.class);
    assertThat(community.state().rules()).isEqualTo(SHORTER.asVersion(1));
    community.when(STEWARD, enact(SHORTER.asVersion(1))).thenNothing();
    community
        .when(STEWARD, enact(RULES.asVersion(1)))
        .thenRejected(Kind.CONFLICT, "Expected rules of version 2, but found 1");
  }

  @Test
  void nobodyElseDoes() {
    community
        .when(ANA_ASKS, enact(SHORTER.asVersion(1)))
        .thenRejected(Kind.FORBIDDEN, "by a steward");
  }

  @Test
  void everyWaitHasATime() {
    community
        .when(STEWARD, enact(RULES.asVersion(1).withWindows(Duration.ZERO, minutes(1))))
        .thenInvalid("times");
  }

  @Test
  void fairnessHasSensibleFigures() {
    for (var unfair :
        List.of(
            new Fairness(0, 0, 1),
            new Fairness(1.1, 0, 1),
            new Fairness(Double.NaN, 0, 1),
            new Fairness(1, -1, 1),
            new Fairness(1, 3, 0))) {
      community.when(STEWARD, enact(RULES.with(unfair).asVersion(1))).thenInvalid("fairness");
    }
    var fair = RULES.with(new Fairness(0.4, 3, 5)).asVersion(1);
    community.when(STEWARD, enact(fair)).then(RulesEnacted.class);
    assertThat(community.state().rules().spreading().probationLots()).isEqualTo(3);
  }

  private static EnactRules enact(CommunityRules rules) {
    return new EnactRules(new CommunityId("home"), rules, "we want to know sooner");
  }
}
