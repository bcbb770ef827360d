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
import org.vicinal.messages.id.ReleaseRef;

/** A design with all its releases, oldest first. */
public record DesignView(DesignId id, long version, List<Published> releases) {
  public DesignView {
    releases = List.copyOf(releases);
  }

  /**
   * A release and when it was published.
   *
   * @param warning what whoever makes or uses it should know; null when nothing
   * @param withdrawn why it cannot be ordered any more; null when it can
   */
  public record Published(
      Release release, Instant at, @Nullable String warning, @Nullable String withdrawn) {}

  /** The newest release. */
  public Release newest() {
    return releases.getLast().release();
  }

  /** The newest release that can be ordered; empty when all are withdrawn. */
  public Optional<Release> findOrderable() {
    return findOpen().map(Published::release);
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
        List<Published> older = before == null ? List.of() : before.releases();
        yield new DesignView(
            it.release().ref().design(),
            occurred.version(),
            Stream.concat(older.stream(), Stream.of(published)).toList());
      }
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
    List<Published> older = before == null ? List.of() : before.releases();
    return new DesignView(
        ref.design(),
        occurred.version(),
        older.stream()
            .map(one -> one.release().ref().equals(ref) ? change.apply(one) : one)
            .toList());
  }
}
