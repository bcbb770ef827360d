package org.vicinal.coordinator.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A few workshops, all their machines in one row. */
final class Block implements Node {
  private static final int MOST = 48;

  private final List<Entry> entries;
  private final int[] models;
  private final short[] owners;
  private final Traits traits;
  private final Bounds bounds;

  /**
   * @param entries at least one
   */
  Block(List<Entry> entries, Models table) {
    this.entries = List.copyOf(entries);
    this.models = new int[entries.stream().mapToInt(entry -> entry.models().length).sum()];
    this.owners = new short[models.length];
    var best = Traits.NONE;
    var around = Bounds.of(Globe.of(entries.getFirst().place()));
    int next = 0;
    for (int i = 0; i < entries.size(); i++) {
      around = around.or(Bounds.of(Globe.of(entries.get(i).place())));
      for (int model : entries.get(i).models()) {
        models[next] = model;
        owners[next++] = (short) i;
        best = best.or(table.traits(model));
      }
    }
    this.traits = best;
    this.bounds = around;
  }

  /** Looks at every workshop that {@code counts}. */
  void each(Search search, Predicate<Entry> counts) {
    for (var entry : entries) {
      double metres = search.metresTo(entry);
      if (metres >= 0 && counts.test(entry)) {
        search.note(entry, metres);
      }
    }
  }

  /** Looks at the workshops with a machine that fits. */
  void fitting(Search search, Judge judge) {
    int last = -1;
    for (int i = 0; i < models.length; i++) {
      if (owners[i] != last && judge.fits(models[i])) {
        last = owners[i];
        var entry = entries.get(last);
        double metres = search.metresTo(entry);
        if (metres >= 0) {
          search.note(entry, metres);
        }
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
  public Node with(Entry entry, int depth, Models table) {
    var all = new ArrayList<>(entries);
    all.add(entry);
    if (all.size() <= MOST || !Entry.divisible(depth)) {
      return new Block(all, table);
    }
    var branch = Branch.empty(depth);
    for (var one : all) {
      branch = branch.with(one, depth, table);
    }
    return branch;
  }

  @Override
  public @Nullable Node without(Entry entry, int depth, Models table) {
    var rest = entries.stream().filter(one -> !one.id().equals(entry.id())).toList();
    return rest.isEmpty() ? null : new Block(rest, table);
  }
}
