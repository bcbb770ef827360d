package org.vicinal.coordinator.design;

import java.util.SortedMap;
import java.util.TreeMap;
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
   */
  record Published(PersonId owner, SortedMap<String, Digest> releases) implements DesignState {
    public Published {
      releases = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(releases));
    }
  }
}
