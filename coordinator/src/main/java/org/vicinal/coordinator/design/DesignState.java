package org.vicinal.coordinator.design;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;

/** What is known of a design by its rules; its releases themselves are in the log and the views. */
public sealed interface DesignState {
  /** Nobody has published anything under this name. */
  record Unpublished() implements DesignState {}

  /**
   * It has releases.
   *
   * @param owner who published first, and may publish more
   * @param releases the fingerprint of each by its version
   * @param said what was last said against a release, by its version; states of older days have
   *     none
   */
  record Published(
      PersonId owner, SortedMap<String, Digest> releases, SortedMap<String, Objection> said)
      implements DesignState {
    public Published(
        PersonId owner,
        SortedMap<String, Digest> releases,
        @Nullable SortedMap<String, Objection> said) {
      this.owner = owner;
      this.releases = Collections.unmodifiableSortedMap(new TreeMap<>(releases));
      this.said =
          said == null
              ? Collections.emptySortedMap()
              : Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    /** The same with {@code objection} to {@code version}. */
    Published with(String version, Objection objection) {
      var all = new TreeMap<>(said);
      all.put(version, objection);
      return new Published(owner, releases, all);
    }
  }

  /**
   * What is said against a release.
   *
   * @param withdrawn it cannot be ordered; otherwise it is only warned about
   */
  record Objection(String reason, boolean withdrawn) {}
}
