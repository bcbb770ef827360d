package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.design.DesignEvent;
import org.vicinal.coordinator.design.Release;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;

/**
 * A design with all its releases, oldest first.
 *
 * @param offers what forks have offered back, oldest first
 * @param held why a steward has taken it out of use; null when it is in use
 */
public record DesignView(
    DesignId id,
    long version,
    List<Published> releases,
    List<Offer> offers,
    @Nullable String held) {
  public DesignView {
    releases = List.copyOf(releases);
    offers = List.copyOf(offers);
  }

  /** A design to which nothing was offered. */
  public DesignView(DesignId id, long version, List<Published> releases) {
    this(id, version, releases, List.of());
  }

  private DesignView(DesignId id, long version, List<Published> releases, List<Offer> offers) {
    this(id, version, releases, offers, null);
  }

  /** The same design, taken out of use because of {@code reason}, or in use again. */
  DesignView held(@Nullable String reason) {
    return new DesignView(id, version, releases, offers, reason);
  }

  /**
   * A release and when it was published.
   *
   * @param warning what whoever makes or uses it should know; null when nothing
   * @param withdrawn why it cannot be ordered any more; null when it can
   */
  public record Published(
      Release release, Instant at, @Nullable String warning, @Nullable String withdrawn) {}

  /**
   * A fork's release that was offered back.
   *
   * @param takenAs the release that it became here; null when it is none
   * @param declined why it was not taken; null when nobody has said so
   */
  public record Offer(
      ReleaseRef fork,
      PersonId by,
      String note,
      Instant at,
      @Nullable ReleaseRef takenAs,
      @Nullable String declined) {
    /** Whether it waits for a word. */
    public boolean open() {
      return takenAs == null && declined == null;
    }
  }

  /** Whether a release of it grew out of one of {@code other}. */
  public boolean growsOutOf(DesignId other) {
    return releases.stream()
        .map(it -> it.release().forkOf())
        .anyMatch(
            it -> it != null && it.findRelease().filter(r -> r.design().equals(other)).isPresent());
  }

  /** The newest release. */
  public Release newest() {
    return releases.getLast().release();
  }

  /** The newest release that can be ordered; empty when all are withdrawn or it is held. */
  public Optional<Release> findOrderable() {
    return held == null ? findOpen().map(Published::release) : Optional.empty();
  }

  /** The newest release that is not withdrawn, with what has been said of it. */
  public Optional<Published> findOpen() {
    return releases.reversed().stream().filter(one -> one.withdrawn() == null).findFirst();
  }

  /** The release called {@code ref}. */
  public Optional<Release> find(ReleaseRef ref) {
    return findPublished(ref).map(Published::release);
  }

  /** The release called {@code ref} with what has been said against it. */
  public Optional<Published> findPublished(ReleaseRef ref) {
    return releases.stream().filter(one -> one.release().ref().equals(ref)).findFirst();
  }

  /** The view after an event; {@code before} is null when nothing was seen yet. */
  static DesignView on(@Nullable DesignView before, Occurred<?> occurred, DesignEvent event) {
    if (before != null && occurred.version() <= before.version()) {
      return before;
    }
    return switch (event) {
      case DesignEvent.ReleasePublished it -> {
        var published = new Published(it.release(), occurred.at(), null, null);
        yield new DesignView(
            it.release().ref().design(),
            occurred.version(),
            Stream.concat(older(before).stream(), Stream.of(published)).toList(),
            it.release().takenFrom() == null
                ? offers(before)
                : answered(before, it.release().takenFrom(), it.release().ref(), null));
      }
      case DesignEvent.ForkOffered it -> {
        var offer = new Offer(it.fork(), it.by(), it.note(), occurred.at(), null, null);
        yield new DesignView(
            it.design(),
            occurred.version(),
            older(before),
            Stream.concat(offers(before).stream(), Stream.of(offer)).toList());
      }
      case DesignEvent.ForkDeclined it ->
          new DesignView(
              it.design(),
              occurred.version(),
              older(before),
              answered(before, it.fork(), null, it.reason()));
      case DesignEvent.ReleaseWarned it ->
          said(
              before,
              occurred,
              it.release(),
              old -> new Published(old.release(), old.at(), it.reason(), old.withdrawn()));
      case DesignEvent.ReleaseWithdrawn it ->
          said(
              before,
              occurred,
              it.release(),
              old -> new Published(old.release(), old.at(), old.warning(), it.reason()));
    };
  }

  private static DesignView said(
      @Nullable DesignView before,
      Occurred<?> occurred,
      ReleaseRef ref,
      UnaryOperator<Published> change) {
    return new DesignView(
        ref.design(),
        occurred.version(),
        older(before).stream()
            .map(one -> one.release().ref().equals(ref) ? change.apply(one) : one)
            .toList(),
        offers(before));
  }

  private static List<Published> older(@Nullable DesignView before) {
    return before == null ? List.of() : before.releases();
  }

  private static List<Offer> offers(@Nullable DesignView before) {
    return before == null ? List.of() : before.offers();
  }

  private static List<Offer> answered(
      @Nullable DesignView before,
      ReleaseRef fork,
      @Nullable ReleaseRef takenAs,
      @Nullable String declined) {
    return offers(before).stream()
        .map(
            it ->
                it.open() && it.fork().equals(fork)
                    ? new Offer(it.fork(), it.by(), it.note(), it.at(), takenAs, declined)
                    : it)
        .toList();
  }
}
