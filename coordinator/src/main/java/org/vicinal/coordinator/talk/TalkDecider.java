package org.vicinal.coordinator.talk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.talk.TalkCommand.SayWords;
import org.vicinal.coordinator.talk.TalkCommand.WakeTalk;
import org.vicinal.coordinator.talk.TalkEvent.WordsSaid;
import org.vicinal.messages.id.Digest;

/** Every message once, no flood, and nobody in another's name. */
public final class TalkDecider implements Decider<TalkState, TalkCommand, TalkEvent> {
  /** Messages that one speaker may write in a minute. */
  public static final int MOST_A_MINUTE = 30;

  /** Messages of one order; the state that remembers them stays under 300 kB. */
  public static final int MOST = 1_000;

  // It stands in the log as it is, so nothing may be said in it.
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{16,64}");
  private static final int MOST_PHOTOS = 8;
  private static final int LONGEST_SEALED = 12_000; // characters of base64, 2,000 of text

  @Override
  public TalkState initial() {
    return new TalkState(List.of());
  }

  @Override
  public Decision<TalkEvent> decide(TalkState state, Asked<TalkCommand> asked) {
    return switch (asked.command()) {
      case SayWords it -> say(state, it, asked.by(), asked.at());
      case WakeTalk _ -> nothingNew();
    };
  }

  private static Decision<TalkEvent> say(TalkState state, SayWords it, Asker by, Instant at) {
    boolean speaks =
        switch (by) {
          case Asker.Customer _ -> true;
          case Asker.Workshop(var workshop) -> workshop.equals(it.workshop());
          case Asker.Steward _ -> true; // while there is a dispute: known at the edge
          case Asker.Designer _, Asker.Coordinator _ -> false;
        };
    if (!speaks) {
      return reject(
          Kind.FORBIDDEN,
          "Only the customer and this workshop write here, and who mediates between them.");
    }
    if (!ID.matcher(it.id()).matches()) {
      return invalid(
          "message", "Expected an id of 16 to 64 hexadecimal digits and hyphens, such as a UUID.");
    }
    if (it.photos().size() > MOST_PHOTOS) {
      return invalid(
          "photos",
          "Expected at most %d photos, but found %d. Send the others in another message."
              .formatted(MOST_PHOTOS, it.photos().size()));
    }
    if (it.sealed().length() > LONGEST_SEALED) {
      return invalid("text", "Expected at most 2,000 characters. Send it in two messages.");
    }
    var before = state.find(it.id());
    if (before.isPresent()) {
      return before.get().equals(message(it, by, before.get().at()))
          ? nothingNew()
          : reject(
              Kind.CONFLICT,
              "Expected a new id, but %s is another message. Use another id.".formatted(it.id()));
    }
    if (state.messages().size() >= MOST) {
      return reject(
          Kind.CONFLICT,
          "Expected at most %,d messages in an order, and all are written. Speak another way."
              .formatted(MOST));
    }
    if (state.since(at.minus(Duration.ofMinutes(1)), by) >= MOST_A_MINUTE) {
      return reject(
          Kind.TOO_MUCH,
          "Expected at most %d messages in a minute. Everything before this one is kept; send it again in a minute."
              .formatted(MOST_A_MINUTE));
    }
    return accept(new WordsSaid(it.order(), it.workshop(), it.id(), it.sealed(), it.photos()));
  }

  private static TalkState.Message message(SayWords it, Asker by, Instant at) {
    return new TalkState.Message(it.id(), it.workshop(), by, at, digest(it.sealed(), it.photos()));
  }

  private static Digest digest(String sealed, List<Digest> photos) {
    var whole = new StringBuilder(sealed);
    photos.forEach(photo -> whole.append(' ').append(photo.value()));
    return Digest.of(whole.toString().getBytes(US_ASCII));
  }

  @Override
  public TalkState evolve(TalkState state, Occurred<TalkEvent> event) {
    return switch (event.event()) {
      case WordsSaid it -> {
        var all = new ArrayList<>(state.messages());
        all.add(
            new TalkState.Message(
                it.id(), it.workshop(), event.by(), event.at(), digest(it.sealed(), it.photos())));
        yield new TalkState(all);
      }
    };
  }

  @Override
  public Optional<Instant> wake(TalkState state) {
    return Optional.empty();
  }
}
