package org.vicinal.coordinator.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the tree, with the best of all its machines and a box around all its workshops. */
sealed interface Node {
  /** The best of everything below. */
  Traits traits();

  /** Around everything below. */
  Bounds bounds();

  /** This node with {@code entry}, which is not in it. Nothing that somebody reads is changed. */
  Node with(Entry entry, int depth, Models models);

  /** This node without {@code entry}, which is in it; null when nothing is left. */
  @Nullable Node without(Entry entry, int depth, Models models);

  /** A few workshops, all their machines in one row. */
  record Block(List<Entry> entries, int[] models, short[] owners, Traits traits, Bounds bounds)
      implements Node {
    private static final int MOST = 48;

    static Block of(List<Entry> entries, Models table) {
      int machines = entries.stream().mapToInt(entry -> entry.models().length).sum();
      var models = new int[machines];
      var owners = new short[machines];
      var traits = Traits.NONE;
      var bounds = Bounds.of(Globe.of(entries.getFirst().place()));
      int next = 0;
      for (int i = 0; i < entries.size(); i++) {
        bounds = bounds.or(Bounds.of(Globe.of(entries.get(i).place())));
        for (int model : entries.get(i).models()) {
          models[next] = model;
          owners[next++] = (short) i;
          traits = traits.or(table.traits(model));
        }
      }
      return new Block(List.copyOf(entries), models, owners, traits, bounds);
    }

    @Override
    public Node with(Entry entry, int depth, Models table) {
      var all = new ArrayList<>(entries);
      all.add(entry);
      if (all.size() <= MOST || !Entry.divisible(depth)) {
        return of(all, table);
      }
      Node branch = Branch.empty(depth);
      for (var one : all) {
        branch = branch.with(one, depth, table);
      }
      return branch;
    }

    @Override
    public @Nullable Node without(Entry entry, int depth, Models table) {
      var rest = entries.stream().filter(one -> !one.id().equals(entry.id())).toList();
      return rest.isEmpty() ? null : of(rest, table);
    }
  }

  /** A cell, with a node for each finer cell where there is somebody. */
  record Branch(@Nullable Node[] children, Traits traits, Bounds bounds) implements Node {
    private static final Bounds NOWHERE = new Bounds(9, 9, 9, -9, -9, -9);

    static Branch empty(int depth) {
      return new Branch(new @Nullable Node[depth == 0 ? Cells.BASES : 8], Traits.NONE, NOWHERE);
    }

    @Override
    public Branch with(Entry entry, int depth, Models table) {
      int at = entry.digit(depth);
      var child = children[at];
      return replaced(
          at,
          child == null ? Block.of(List.of(entry), table) : child.with(entry, depth + 1, table));
    }

    @Override
    public @Nullable Branch without(Entry entry, int depth, Models table) {
      int at = entry.digit(depth);
      var child = children[at];
      var next = replaced(at, child == null ? null : child.without(entry, depth + 1, table));
      return next.bounds == NOWHERE && depth > 0 ? null : next;
    }

    private Branch replaced(int at, @Nullable Node child) {
      var next = children.clone();
      next[at] = child;
      var best = Traits.NONE;
      var around = NOWHERE;
      for (var one : next) {
        if (one != null) {
          best = best.or(one.traits());
          around = around.or(one.bounds());
        }
      }
      return new Branch(next, best, around);
    }
  }
}
