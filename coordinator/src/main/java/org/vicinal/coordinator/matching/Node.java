package org.vicinal.coordinator.matching;

import org.jspecify.annotations.Nullable;

/** A part of the tree, with the best of all its machines and a box around all its workshops. */
sealed interface Node permits Block, Branch {
  /** The best of everything below. */
  Traits traits();

  /** Around everything below. */
  Bounds bounds();

  /** This node with {@code entry}, which is not in it. Nothing that somebody reads is changed. */
  Node with(Entry entry, int depth, Models models);

  /** This node without {@code entry}, which is in it; null when nothing is left. */
  @Nullable Node without(Entry entry, int depth, Models models);
}
