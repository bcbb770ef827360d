package org.vicinal.coordinator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/** Whatever is asked wherever, the tree answers what looking at everybody answers. */
class SameAnswersTest {
  private static final List<Place> CORNERS =
      List.of(
          new Place(90, 0),
          new Place(-90, 13),
          new Place(0, 180),
          new Place(0.001, -180),
          new Place(52.52, 13.405),
          new Place(51.4545, -0.9781),
          new Place(-16.8, 179.99));

  static LongStream seeds() {
    var one = Long.getLong("vicinal.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.range(0, Integer.getInteger("vicinal.seeds", 40));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theTreeAnswersAsLookingAtEverybodyDoes(long seed) {
    new Walk(seed).run();
  }

  @Test
  void theWalksMeetWhatMatters() {
    var walks = LongStream.range(0, 12).mapToObj(Walk::new).toList();
    walks.forEach(Walk::run);
    assertThat(walks.stream().mapToInt(walk -> walk.fits).sum()).isGreaterThan(200);
    assertThat(walks.stream().mapToInt(walk -> walk.misses).sum()).isGreaterThan(200);
    assertThat(walks.stream().mapToInt(walk -> walk.nothing).sum()).isGreaterThan(20);
  }

  /** A town that changes, with a question after each change. */
  private static final class Walk {
    private final long seed;
    private final Random random;
    private final RandomThings things;
    private final MachineIndex index = new MachineIndex();
    private final LinearSearch plain = new LinearSearch();
    private final int names;
    private final double spread;
    int fits;
    int misses;
    int nothing;

    Walk(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.things = new RandomThings(random);
      this.names = 1 << random.nextInt(10);
      this.spread = Math.pow(10, random.nextInt(6) - 4); // 10 m to the whole earth
    }

    void run() {
      ask();
      for (int step = 0; step < 3 * names; step++) {
        var workshop = new WorkshopId("w" + random.nextInt(names));
        if (random.nextInt(6) == 0) {
          index.remove(workshop);
          plain.remove(workshop);
        } else {
          var place = place();
          var machines = machines();
          index.put(workshop, place, machines, Capacity.UNTOLD);
          plain.put(workshop, place, machines, Capacity.UNTOLD);
        }
        if (step % 8 == 0) {
          ask();
        }
      }
      ask();
    }

    private void ask() {
      var part = things.part();
      var middle = place();
      double metres = Math.pow(10, random.nextDouble() * 6 + 1.4); // 25 m to beyond the antipodes
      var reach = new Reach(metres, random.nextInt(25), random.nextInt(8));
      var expected = plain.search(part, middle, reach);
      assertThat(index.search(part, middle, reach))
          .as("seed %d: %s at %s, %s", seed, part, middle, reach)
          .isEqualTo(expected);
      fits += expected.fits().size();
      misses += expected.misses().size();
      nothing += expected.fits().isEmpty() && expected.misses().isEmpty() ? 1 : 0;
    }

    private Place place() {
      var corner = CORNERS.get(random.nextInt(CORNERS.size()));
      if (random.nextInt(4) == 0) {
        return corner; // many at exactly one place
      }
      double latitude = corner.latitude() + random.nextGaussian() * spread;
      double longitude = corner.longitude() + random.nextGaussian() * spread;
      return new Place(Math.clamp(latitude, -90, 90), Math.IEEEremainder(longitude, 360));
    }

    private List<MachineProfile> machines() {
      var machines = new ArrayList<MachineProfile>();
      int count = random.nextInt(5);
      for (int i = 0; i < count; i++) {
        machines.add(things.machine("m" + i));
      }
      return machines;
    }
  }
}
