package org.vicinal.coordinator.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Requirement;

/**
 * Where which machines are: told of every change, asked who could make a part.
 *
 * <p>The tree is never changed, only replaced along one path; so any number of threads read one
 * moment of it without waiting, while one at a time writes.
 */
public final class MachineIndex implements Matcher {
  private final Map<WorkshopId, Entry> entries = new HashMap<>();
  private final Map<MachineId, MachineId> names = new HashMap<>();
  private Models models = new Models();
  private long machines;
  private volatile Moment moment = new Moment(Branch.empty(0), models.table());

  /** What a reader holds. */
  private record Moment(Branch root, Models.Table models) {}

  /** A workshop and how far it is. */
  public record Distant(WorkshopId workshop, double metres) {}

  @Override
  public synchronized void put(
      WorkshopId workshop, Place place, List<MachineProfile> profiles, Capacity capacity) {
    var root = moment.root();
    var known = entries.get(workshop);
    if (known != null) {
      root = without(root, known);
    }
    var numbers = new int[profiles.size()];
    var ids = new ArrayList<MachineId>();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = models.use(profiles.get(i));
      ids.add(names.computeIfAbsent(profiles.get(i).machine(), name -> name));
    }
    var entry = new Entry(workshop, place, Cells.of(place), numbers, List.copyOf(ids), capacity);
    entries.put(workshop, entry);
    machines += numbers.length;
    publish(root.with(entry, 0, models));
  }

  @Override
  public synchronized void remove(WorkshopId workshop) {
    var known = entries.remove(workshop);
    if (known != null) {
      publish(without(moment.root(), known));
    }
  }

  private Branch without(Branch root, Entry entry) {
    for (int model : entry.models()) {
      models.release(model);
    }
    machines -= entry.models().length;
    return Objects.requireNonNull(root.without(entry, 0, models), "the root stays");
  }

  private void publish(Branch root) {
    moment = new Moment(models.stale() ? renumbered() : root, models.table());
  }

  /** The whole tree with new numbers, when most of the old ones are nobody's any more. */
  private Branch renumbered() {
    var old = models;
    models = new Models();
    names.clear();
    var root = Branch.empty(0);
    for (var known : List.copyOf(entries.values())) {
      var numbers = new int[known.models().length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = models.use(old.profile(known.models()[i]));
        names.put(known.names().get(i), known.names().get(i));
      }
      var entry =
          new Entry(
              known.id(), known.place(), known.cell(), numbers, known.names(), known.capacity());
      entries.put(entry.id(), entry);
      root = root.with(entry, 0, models);
    }
    return root;
  }

  /** How many machines are in it. */
  public synchronized long machines() {
    return machines;
  }

  /** How many kinds of machines, names apart. */
  public synchronized int models() {
    return models.live();
  }

  @Override
  public Found search(Requirement part, Place middle, Reach reach) {
    var now = moment;
    var judge = new Judge(part, now.models());
    var need = judge.need();
    var nearest = new Search(middle, reach.metres(), best -> best.mayMake(need), reach.fits());
    var fits = nearest.from(now.root(), block -> block.fitting(nearest, judge));
    var misses = new ArrayList<Found.Missing>();
    if (reach.misses() > 0) {
      var near =
          new Search(middle, reach.metres(), best -> best.sameMaking(need), Reach.MISSES_LOOKED_AT);
      near.from(now.root(), block -> block.each(near, judge::misses))
          .forEach(seen -> misses.add(judge.missing(seen.entry(), seen.metres())));
    }
    return new Found(
        fits.stream().map(seen -> judge.fitting(seen.entry(), seen.metres())).toList(),
        Judge.best(misses, reach.misses()));
  }

  /** Everybody up to {@code metres} from {@code middle}, nearest first, ties by id. */
  public List<Distant> within(Place middle, double metres) {
    var all = new Search(middle, metres, best -> true, Integer.MAX_VALUE);
    return all.from(moment.root(), block -> block.each(all, entry -> true)).stream()
        .map(seen -> new Distant(seen.entry().id(), seen.metres()))
        .toList();
  }
}
