package org.vicinal.coordinator.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;

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
   * @param offers the forks' releases that wait for a word, and who offered them; likewise
   */
  record Published(
      PersonId owner,
      SortedMap<String, Digest> releases,
      SortedMap<String, Objection> said,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, PersonId> offers)
      implements DesignState {
    public Published(
        PersonId owner,
        SortedMap<String, Digest> releases,
        @Nullable SortedMap<String, Objection> said,
        @Nullable SortedMap<String, PersonId> offers) {
      this.offers =
          offers == null
              ? Collections.emptySortedMap()
              : Collections.unmodifiableSortedMap(new TreeMap<>(offers));
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
      return new Published(owner, releases, all, offers);
    }

    /** The same with an offer of {@code fork} that waits for a word. */
    Published offered(ReleaseRef fork, PersonId by) {
      var all = new TreeMap<>(offers);
      all.put(fork.toString(), by);
      return new Published(owner, releases, said, all);
    }

    /** The same without the offer of {@code fork}. */
    Published answered(ReleaseRef fork) {
      var all = new TreeMap<>(offers);
      all.remove(fork.toString());
      return new Published(owner, releases, said, all);
    }
  }

  /**
   * What is said against a release.
   *
   * @param withdrawn it cannot be ordered; otherwise it is only warned about
   */
  record Objection(String reason, boolean withdrawn) {}
}
