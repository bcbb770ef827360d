package org.vicinal.coordinator.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.deal.DealDecider;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.deal.Remedy;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;

/**
 * A deal as customer, workshop and stewards see it.
 *
 * @param version of the deal
 * @param state as its decider has it
 * @param said what people wrote, sealed, by the name of the event it came with; the newest of each
 * @param story its sentences
 */
public record DealView(
    LotId lot,
    OrderId order,
    long version,
    DealState state,
    List<Said> said,
    List<StoryLine> story) {
  public DealView {
    said = List.copyOf(said);
    story = List.copyOf(story);
  }

  /**
   * Something that a person wrote.
   *
   * @param about such as {@code refused} or {@code accepted}
   * @param photo of the order; null when there is none
   */
  public record Said(String about, String sealed, @Nullable Digest photo) {}

  /** The view after an event; null as long as nobody knows whose deal it is. */
  static @Nullable DealView on(@Nullable DealView before, Occurred<?> occurred, DealEvent event) {
    if (before != null && occurred.version() <= before.version()) {
      return before;
    }
    if (before == null && !(event instanceof DealEvent.DealOpened)) {
      return null; // the first event of a deal is DealOpened
    }
    var decider = new DealDecider();
    var typed =
        new Occurred<>(
            occurred.id(),
            occurred.entity(),
            occurred.version(),
            occurred.at(),
            occurred.by(),
            event);
    var state = decider.evolve(before == null ? decider.initial() : before.state(), typed);
    var order = state.agreed().orElseThrow().footing().order();
    var said = new ArrayList<>(before == null ? List.<Said>of() : before.said());
    DealStory.said(event)
        .ifPresent(
            words -> {
              said.removeIf(old -> old.about().equals(words.about()));
              said.add(words);
            });
    var story = new ArrayList<>(before == null ? List.<StoryLine>of() : before.story());
    DealStory.of(event, state)
        .ifPresent(text -> story.add(new StoryLine(occurred.at(), text, StoryLine.WORK)));
    return new DealView(event.lot(), order, occurred.version(), state, said, story);
  }

  /** Where it is, in a word or two. */
  public String stateName() {
    return DealDecider.nameOf(state);
  }

  /** What has to happen next; empty when its job waits, or nothing is waited for. */
  public Optional<WaitingFor> waitingFor() {
    return DealWaits.of(this);
  }

  /** Whether something is still waited for. */
  public boolean open() {
    return !(state instanceof DealState.Settled);
  }

  /** What a proposed remedy says, such as "a remake, ready by ...". */
  public String says(Remedy remedy) {
    return DealStory.words(remedy, state);
  }
}
