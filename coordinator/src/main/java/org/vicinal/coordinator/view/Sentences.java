package org.vicinal.coordinator.view;

import java.util.Optional;
import org.vicinal.coordinator.deal.DealDecider;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.talk.TalkEvent;

/** Events as sentences, for those who are told of them one by one. Nothing personal is in them. */
public final class Sentences {
  private Sentences() {}

  /** What has happened, as the story of the order has it; empty when it tells nothing of it. */
  public static Optional<String> of(Occurred<?> occurred, Views views) {
    return switch (occurred.event()) {
      case OrderEvent it -> Story.of(it);
      case JobEvent it -> Story.of(it);
      case DealEvent it ->
          DealStory.of(
              it,
              views
                  .findDeal(it.lot())
                  .map(DealView::state)
                  .orElseGet(() -> new DealDecider().initial()));
      case TalkEvent.WordsSaid it -> Optional.of(it.workshop() + " wrote to you");
      default -> Optional.empty();
    };
  }
}
