package org.vicinal.demo.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * Workshops as people live: few large towns, many small ones (the n-th has 1/n of the first), dense
 * in the middle; one to five machines each. All from one seed.
 */
final class Towns {
  private static final int TOWNS = 2_000;
  private static final int MOST_MACHINES = 5;
  private static final double COARSE_DEGREES = 0.005; // places are as coarse as quarters
  private static final List<String> PLASTICS =
      List.of("PLA", "PETG", "ABS", "ASA", "TPU", "nylon", "polycarbonate");
  private static final List<String> BOARDS =
      List.of("plywood", "beech", "oak", "MDF", "acrylic", "aluminium", "brass");
  private static final double[][] BEDS = {
    {180, 180, 180},
    {220, 220, 250},
    {235, 235, 250},
    {250, 210, 210},
    {256, 256, 256},
    {300, 300, 330}
  };

  private static final double[][] ROUTERS = {
    {300, 180, 45},
    {300, 300, 60},
    {400, 400, 75},
    {800, 800, 100},
    {1200, 600, 120},
    {2500, 1250, 200}
  };

  private final Random random;
  private final boolean distinct;
  private final Place[] centres = new Place[TOWNS];
  private final double[] shares = new double[TOWNS];
  private final Map<MachineProfile, MachineProfile> known = new HashMap<>();

  /** A workshop that was drawn. */
  record Drawn(WorkshopId id, Place place, List<MachineProfile> machines) {}

  /**
   * @param distinct whether no two machines are of one kind: the worst case for memory
   */
  Towns(long seed, boolean distinct) {
    this.random = new Random(seed);
    this.distinct = distinct;
    double sum = 0;
    for (int i = 0; i < TOWNS; i++) {
      centres[i] = new Place(36 + 24 * random.nextDouble(), -9 + 39 * random.nextDouble());
      sum += 1.0 / (i + 1);
      shares[i] = sum;
    }
    for (int i = 0; i < TOWNS; i++) {
      shares[i] /= sum;
    }
  }

  /** Draws workshops with {@code machines} machines in all. */
  void draw(int machines, Consumer<Drawn> each) {
    int left = machines;
    for (int i = 0; left > 0; i++) {
      int count = Math.min(left, 1 + random.nextInt(MOST_MACHINES));
      var shed = new ArrayList<MachineProfile>();
      for (int m = 0; m < count; m++) {
        var machine = machine("m" + (m + 1));
        shed.add(distinct ? machine : known.computeIfAbsent(machine, it -> it));
      }
      each.accept(new Drawn(new WorkshopId("w" + i), place(), List.copyOf(shed)));
      left -= count;
    }
  }

  /** Somewhere where people live. */
  Place place() {
    double share = random.nextDouble();
    int town = 0;
    while (shares[town] < share) {
      town++;
    }
    double spread = 0.15 / Math.sqrt(Math.sqrt(town + 1.0)); // degrees: the first is a metropolis
    var centre = centres[town];
    return new Place(
        coarse(centre.latitude() + spread * random.nextGaussian()),
        coarse(centre.longitude() + spread * random.nextGaussian()));
  }

  private MachineProfile machine(String name) {
    return random.nextInt(4) == 0 ? mill(name) : printer(name);
  }

  private MachineProfile printer(String name) {
    boolean large = random.nextInt(400) == 0;
    boolean hot = !large && random.nextInt(400) == 0; // none is both: what nobody has
    var bed = large ? new double[] {600, 600, 600} : BEDS[random.nextInt(BEDS.length)];
    var materials = some(PLASTICS);
    if (hot) {
      materials.add("PEEK");
    }
    return new MachineProfile(
        new MachineId(name),
        Making.FFF,
        random.nextInt(10) == 0 ? Controller.REPRAPFIRMWARE : Controller.MARLIN,
        size(bed),
        materials,
        hot ? 450 : 240 + (int) bed[0] % 60, // machines are bought, not drawn: a bed has its heater
        60 + (int) bed[1] % 60,
        0);
  }

  private MachineProfile mill(String name) {
    int model = random.nextInt(ROUTERS.length);
    return new MachineProfile(
        new MachineId(name),
        Making.MILLING,
        model % 3 == 0 ? Controller.GRBLHAL : Controller.GRBL,
        size(ROUTERS[model]),
        some(BOARDS),
        0,
        0,
        10_000 + 2_000 * model);
  }

  private Size size(double[] sides) {
    double more = distinct ? random.nextDouble() : 0;
    return new Size(sides[0] + more, sides[1], sides[2]);
  }

  private Set<String> some(List<String> of) {
    var some = new TreeSet<String>();
    for (int i = 0; i < 3; i++) {
      some.add(of.get(random.nextInt(of.size())));
    }
    return some;
  }

  private static double coarse(double degrees) {
    return Math.round(degrees / COARSE_DEGREES) * COARSE_DEGREES;
  }

  /** A part that a third of all printers can make. */
  Requirement usual() {
    return printed("PLA", 60 + random.nextInt(150), 240);
  }

  /** A part that about one machine in 500 can make. */
  Requirement rare() {
    return printed("PEEK", 50 + random.nextInt(100), 420);
  }

  /** A part whose every demand somebody meets everywhere, and nobody meets all. */
  Requirement impossible() {
    return printed("PLA", 400 + random.nextInt(150), 420);
  }

  private static Requirement printed(String material, double side, int nozzle) {
    return new Requirement(
        Making.FFF, material, new Size(side, side, 40), Set.of(Controller.MARLIN), nozzle, 50, 0);
  }
}
