package org.vicinal.coordinator.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.vicinal.messages.place.Place;

/**
 * One way outwards from a place: always the nearest node that is left, until nothing nearer than
 * the farthest wanted can come. For one thread.
 */
final class Search {
  private static final Comparator<Seen> NEAREST_FIRST =
      Comparator.comparingDouble(Seen::metres).thenComparing(seen -> seen.entry().id().value());

  private final Place middle;
  private final Globe point;
  private final Predicate<Traits> promising;
  private final int most;
  private final PriorityQueue<Step> ahead = new PriorityQueue<>();
  private final TreeSet<Seen> nearest = new TreeSet<>(NEAREST_FIRST);
  private final double metres;
  private double limit;

  /** A workshop on the way. */
  record Seen(Entry entry, double metres) {}

  /** A node and the squared chord to the nearest point that it can have. */
  private record Step(double chord2, Node node) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      return Double.compare(chord2, other.chord2);
    }
  }

  /**
   * @param promising whether it is worth looking into a node whose best is this
   * @param most how many are wanted
   */
  Search(Place middle, double metres, Predicate<Traits> promising, int most) {
    this.middle = middle;
    this.point = Globe.of(middle);
    this.promising = promising;
    this.most = most;
    this.metres = metres;
    this.limit = Globe.chord2(metres);
  }

  /** The nearest {@code most} of those that {@code look} notes, nearest first. */
  List<Seen> from(Branch root, Consumer<Block> look) {
    if (most > 0) {
      consider(root);
    }
    for (var step = ahead.poll(); step != null && step.chord2() <= limit; step = ahead.poll()) {
      switch (step.node()) {
        case Branch branch -> branch.each(this::consider);
        case Block block -> look.accept(block);
      }
    }
    return new ArrayList<>(nearest);
  }

  private void consider(Node node) {
    if (promising.test(node.traits())) {
      double chord2 = node.bounds().chord2To(point);
      if (chord2 <= limit) {
        ahead.add(new Step(chord2, node));
      }
    }
  }

  /** How far {@code entry} is; negative when that is too far to count. */
  double metresTo(Entry entry) {
    double chord2 = middle.chord2To(entry.place());
    if (chord2 > limit) {
      return -1; // most are; the arc would cost more than all the rest
    }
    double away = Place.metresOf(chord2);
    return away > metres || (nearest.size() == most && away > nearest.last().metres()) ? -1 : away;
  }

  /** Notes a workshop that counts. */
  void note(Entry entry, double away) {
    nearest.add(new Seen(entry, away));
    if (nearest.size() > most) {
      nearest.pollLast();
    }
    if (nearest.size() == most) {
      limit = Math.min(limit, Globe.chord2(nearest.last().metres()));
    }
  }
}
