package org.vicinal.coordinator.design;

import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.design.DesignCommand.DeclineFork;
import org.vicinal.coordinator.design.DesignCommand.OfferFork;
import org.vicinal.coordinator.design.DesignCommand.PublishRelease;
import org.vicinal.coordinator.design.DesignCommand.WakeDesign;
import org.vicinal.coordinator.design.DesignCommand.WarnRelease;
import org.vicinal.coordinator.design.DesignCommand.WithdrawRelease;
import org.vicinal.coordinator.design.DesignEvent.ForkDeclined;
import org.vicinal.coordinator.design.DesignEvent.ForkOffered;
import org.vicinal.coordinator.design.DesignEvent.ReleasePublished;
import org.vicinal.coordinator.design.DesignEvent.ReleaseWarned;
import org.vicinal.coordinator.design.DesignEvent.ReleaseWithdrawn;
import org.vicinal.coordinator.design.DesignState.Objection;
import org.vicinal.coordinator.design.DesignState.Published;
import org.vicinal.coordinator.design.DesignState.Unpublished;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;

/**
 * Who may publish under a name, and that a release never changes. It may be warned about or
 * withdrawn, with a reason; it stays readable.
 *
 * <pre>
 *   Unpublished --ReleasePublished--> Published --ReleasePublished--> Published (one release more)
 *                                     Published --ReleaseWarned, ReleaseWithdrawn--> Published
 *                                     Published --ForkOffered, ForkDeclined--> Published
 * </pre>
 */
public final class DesignDecider implements Decider<DesignState, DesignCommand, DesignEvent> {
  private static final int LONGEST_REASON = 500;
  private static final int MOST_RELEASES = 500;
  private static final int MOST_FILES = 200;

  @Override
  public DesignState initial() {
    return new Unpublished();
  }

  @Override
  public Decision<DesignEvent> decide(DesignState state, Asked<DesignCommand> asked) {
    return switch (asked.command()) {
      case PublishRelease it -> publish(state, it.release(), asked.by());
      case WarnRelease it -> object(state, it.release(), it.reason(), false, asked.by());
      case WithdrawRelease it -> object(state, it.release(), it.reason(), true, asked.by());
      case OfferFork it -> Forks.offer(state, it, asked.by());
      case DeclineFork it -> Forks.decline(state, it, asked.by());
      case WakeDesign _ -> nothingNew();
    };
  }

  private static Decision<DesignEvent> publish(DesignState state, Release release, Asker by) {
    if (!mayPublish(state, release.designer(), by)) {
      return reject(
          Kind.FORBIDDEN,
          "Design %s is published by its designer. Publish yours under another name, as a fork."
              .formatted(release.ref().design()));
    }
    if (state instanceof Published published) {
      var known = published.releases().get(release.ref().version());
      if (known != null) {
        return known.equals(release.fingerprint())
            ? nothingNew()
            : reject(
                Kind.CONFLICT,
                "Release %s is published already, with other content. A release never changes: publish this as a new version."
                    .formatted(release.ref()));
      }
      if (published.releases().size() >= MOST_RELEASES) {
        return reject(
            Kind.CONFLICT,
            "Design %s has %d releases, which is the most. Go on under a new name."
                .formatted(release.ref().design(), MOST_RELEASES));
      }
    }
    return wrongIn(release)
        .or(() -> Forks.wrongIn(state, release))
        .orElseGet(() -> accept(new ReleasePublished(release)));
  }

  private static Decision<DesignEvent> object(
      DesignState state, ReleaseRef ref, String reason, boolean withdraw, Asker by) {
    if (!(state instanceof Published published)
        || !published.releases().containsKey(ref.version())) {
      return reject(Kind.UNKNOWN, "There is no release %s.".formatted(ref));
    }
    if (!mayPublish(state, published.owner(), by)) {
      return reject(
          Kind.FORBIDDEN,
          "Release %s is warned about or withdrawn by its designer or a steward. Write to them."
              .formatted(ref));
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      return invalid(
          "reason", "Expected a reason of 1 to %d characters.".formatted(LONGEST_REASON));
    }
    var before = published.said().get(ref.version());
    if (before != null && before.withdrawn() && !withdraw) {
      return reject(
          Kind.CONFLICT, "Release %s is withdrawn already: %s".formatted(ref, before.reason()));
    }
    if (new Objection(reason, withdraw).equals(before)) {
      return nothingNew();
    }
    return accept(withdraw ? new ReleaseWithdrawn(ref, reason) : new ReleaseWarned(ref, reason));
  }

  static boolean mayPublish(DesignState state, PersonId designer, Asker by) {
    return switch (by) {
      case Asker.Steward _ -> true;
      case Asker.Designer(PersonId person) ->
          person.equals(designer)
              && (!(state instanceof Published published) || published.owner().equals(person));
      case Asker.Customer _, Asker.Workshop _, Asker.Coordinator _ -> false;
    };
  }

  private static Optional<Decision<DesignEvent>> wrongIn(Release release) {
    if (release.title().isBlank() || release.title().length() > 120) {
      return Optional.of(invalid("title", "Expected a title of 1 to 120 characters."));
    }
    if (release.licence().isBlank() || release.licence().length() > 100) {
      return Optional.of(
          invalid("licence", "Expected a licence as an SPDX expression, such as CERN-OHL-S-2.0."));
    }
    if (release.description().length() > 10_000) {
      return Optional.of(
          invalid("description", "Expected a description of at most 10,000 characters."));
    }
    if (release.files().isEmpty() || release.files().size() > MOST_FILES) {
      return Optional.of(invalid("files", "Expected 1 to " + MOST_FILES + " files."));
    }
    return Optional.empty();
  }

  @Override
  public DesignState evolve(DesignState state, Occurred<DesignEvent> event) {
    return switch (event.event()) {
      case ReleasePublished it -> {
        var releases =
            state instanceof Published published
                ? new TreeMap<>(published.releases())
                : new TreeMap<String, Digest>();
        releases.put(it.release().ref().version(), it.release().fingerprint());
        var owner = state instanceof Published old ? old.owner() : it.release().designer();
        yield new Published(
            owner,
            releases,
            state instanceof Published old ? old.said() : Collections.emptySortedMap(),
            Forks.left(state, it.release()));
      }
      case ForkOffered it ->
          state instanceof Published published ? published.offered(it.fork(), it.by()) : state;
      case ForkDeclined it ->
          state instanceof Published published ? published.answered(it.fork()) : state;
      case ReleaseWarned it -> said(state, it.release(), new Objection(it.reason(), false));
      case ReleaseWithdrawn it -> said(state, it.release(), new Objection(it.reason(), true));
    };
  }

  private static DesignState said(DesignState state, ReleaseRef ref, Objection objection) {
    return state instanceof Published published
        ? published.with(ref.version(), objection)
        : state; // an event of a release that is not there: nothing to say it of
  }

  @Override
  public Optional<Instant> wake(DesignState state) {
    return Optional.empty();
  }
}
