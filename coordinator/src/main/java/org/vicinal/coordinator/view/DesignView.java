package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /** A release and when it was published. */
  public record Published(Release release, Instant at) {}

  /** The newest release. */
  public Release newest() {
    return releases.getLast().release();
  }

  /** The release called {@code ref}. */
  public Optional<Release> find(ReleaseRef ref) {
    return releases.stream()
        .map(Published::release)
        .filter(one -> one.ref().equals(ref))
        .findFirst();
  }

  /** The view after an event; {@code before} is null when nothing was seen yet. */
  static DesignView on(@Nullable DesignView before, Occurred<?> occurred, DesignEvent event) {
    if (before != null && occurred.version() <= before.version()) {
      return before;
    }
    return switch (event) {
      case DesignEvent.ReleasePublished it -> {
        var published = new Published(it.release(), occurred.at());
        List<Published> older = before == null ? List.of() : before.releases();
        yield new DesignView(
            it.release().ref().design(),
            occurred.version(),
            Stream.concat(older.stream(), Stream.of(published)).toList());
      }
    };
  }
}
