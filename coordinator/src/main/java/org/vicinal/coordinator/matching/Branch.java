package org.vicinal.coordinator.matching;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cell, with a node for each finer cell where there is somebody. */
final class Branch implements Node {
  private static final int DIGITS = 8; // a cell of H3 has seven finer ones

  private final @Nullable Node[] children;
  private final Traits traits;
  private final Bounds bounds;

  private Branch(@Nullable Node[] children) {
    this.children = children;
    var best = Traits.NONE;
    var around = Bounds.NOWHERE;
    for (var child : children) {
      if (child != null) {
        best = best.or(child.traits());
        around = around.or(child.bounds());
      }
    }
    this.traits = best;
    this.bounds = around;
  }

  static Branch empty(int depth) {
    return new Branch(new @Nullable Node[depth == 0 ? Cells.BASES : DIGITS]);
  }

  void each(Consumer<Node> consumer) {
    for (var child : children) {
      if (child != null) {
        consumer.accept(child);
      }
    }
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public Bounds bounds() {
    return bounds;
  }

  @Override
  public Branch with(Entry entry, int depth, Models table) {
    int at = entry.digit(depth);
    var child = children[at];
    return replaced(
        at, child == null ? new Block(List.of(entry), table) : child.with(entry, depth + 1, table));
  }

  @Override
  public @Nullable Branch without(Entry entry, int depth, Models table) {
    int at = entry.digit(depth);
    var child = children[at];
    var next = replaced(at, child == null ? null : child.without(entry, depth + 1, table));
    return depth > 0 && next.isEmpty() ? null : next;
  }

  private Branch replaced(int at, @Nullable Node child) {
    var next = children.clone();
    next[at] = child;
    return new Branch(next);
  }

  private boolean isEmpty() {
    for (var child : children) {
      if (child != null) {
        return false;
      }
    }
    return true;
  }
}
