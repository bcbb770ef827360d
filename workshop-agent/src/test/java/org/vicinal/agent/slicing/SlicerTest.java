package org.vicinal.agent.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.work.Turning;

/** The real slicer where it is installed; and one that does what no slicer should. */
class SlicerTest {
  private static final SliceLimits LIMITS =
      new SliceLimits(Duration.ofMinutes(3), 3_000_000_000L, 500_000_000L);
  private static final String SAYS_ITS_NAME =
      "#!/bin/sh\n[ \"$1\" = --help ] && echo PrusaSlicer-9.9.9 && exit 0\n";
  @TempDir private Path folder;
  private SlicingProfile profile = new SlicingProfile("none", java.util.Map.of());

  @BeforeEach
  void writeProfile() throws IOException {
    var flat = folder.resolve("flat.ini");
    Files.writeString(
        flat,
        """
        bed_shape = 0x0,220x0,220x220,0x220
        max_print_height = 250
        nozzle_diameter = 0.4
        filament_diameter = 1.75
        gcode_flavor = marlin
        temperature = 215
        first_layer_temperature = 215
        bed_temperature = 60
        """);
    profile = SlicingProfile.flat(flat);
  }

  @Test
  void aModelBecomesAProgramThatTheMachineMayRun() throws Exception {
    var slicer = installed();
    var percents = new ArrayList<Integer>();
    var shelf = new SliceShelf(folder.resolve("shelf"), slicer, 1);
    var program =
        shelf.slice(Laying.lay(cube(), digest(cube()), profile, Turning.ANY_FACE), percents::add);
    var inspection = Inspector.of(MachineLimits.find("ender-3").orElseThrow()).inspect(program);
    assertThat(inspection.mayRun()).as("%s", inspection.findings()).isTrue();
    assertThat(inspection.layers()).isGreaterThan(40);
    assertThat(percents).isSorted().doesNotHaveDuplicates().isNotEmpty();
    var first = Files.readString(program);
    assertThat(
            shelf.slice(
                Laying.lay(cube(), digest(cube()), profile, Turning.ANY_FACE), percent -> {}))
        .isEqualTo(program)
        .hasContent(first);
  }

  @Test
  void aPartThatIsTooLargeAnyWayIsRefusedBeforeTheSlicerStarts() throws IOException {
    var large = write("large.stl", 300, 10, 260);
    assertThatThrownBy(() -> Laying.lay(large, digest(large), profile, Turning.ANY_FACE))
        .isInstanceOf(SliceRefused.class)
        .hasMessage(
            "The part is 300.0 x 10.0 x 260.0 mm; the room of \"flat.ini\" is 220 x 220 x 250 mm,"
                + " whichever way it is laid.");
  }

  @Test
  void aTallPartIsLaidDown() throws Exception {
    var tall = write("tall.stl", 20, 20, 210);
    var low = profile.with("max_print_height", "100");
    assertThat(Laying.lay(tall, digest(tall), low, Turning.ANY_FACE).turn())
        .isEqualTo(new SliceOrder.Turn(90, 0, 0));
    assertThat(Laying.lay(tall, digest(tall), profile, Turning.ANY_FACE).turn())
        .isEqualTo(SliceOrder.Turn.NONE);
  }

  @Test
  void theSlicersOwnRefusalsAreWords() throws Exception {
    var slicer = installed();
    var flake = write("flake.stl", 10, 10, 0.01);
    var order = SliceOrder.plain(flake, digest(flake), profile);
    assertThatThrownBy(() -> slicer.slice(order, folder.resolve("o.gcode"), percent -> {}))
        .isInstanceOf(SliceRefused.class)
        .hasMessageContaining("no layers");
    var large = write("large.stl", 300, 10, 10);
    assertThatThrownBy(
            () ->
                slicer.slice(
                    SliceOrder.plain(large, digest(large), profile),
                    folder.resolve("o.gcode"),
                    percent -> {}))
        .hasMessage("The part does not fit on the bed, as the slicer lays it.");
    assertThat(folder.resolve("o.gcode")).doesNotExist();
  }

  @Test
  void aSlicerThatHangsIsEnded() throws Exception {
    var slicer = pretended("sleep 1000 & sleep 1000", Duration.ofSeconds(1), 1_000_000);
    assertThatThrownBy(() -> slice(slicer))
        .isInstanceOfSatisfying(
            SliceRefused.class,
            refused -> assertThat(refused.matter()).isEqualTo(SliceRefused.Cause.LIMITS))
        .hasMessage("Slicing took longer than 1 s and was ended.");
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    assertNothingLeft();
  }

  @Test
  void aSlicerThatFillsTheDiskIsEnded() throws Exception {
    var slicer =
        pretended(
            "exec head -c 100000000 /dev/zero > program.gcode", Duration.ofSeconds(60), 1_000_000);
    assertThatThrownBy(() -> slice(slicer)).hasMessage("The program became larger than 1 MB.");
    assertNothingLeft();
  }

  @Test
  void aSlicerThatSaysNothingAndMakesNothingIsNotBelieved() throws Exception {
    var slicer = pretended("exit 0", Duration.ofSeconds(60), 1_000_000);
    assertThatThrownBy(() -> slice(slicer))
        .hasMessage("The slicer said that it was done, but made no program. it said nothing.");
  }

  @Test
  void somethingElseIsNoSlicer() throws IOException {
    var other = folder.resolve("other");
    Files.writeString(other, "#!/bin/sh\necho hello\n");
    assertThat(other.toFile().setExecutable(true)).isTrue();
    assertThatThrownBy(() -> PrusaSlicer.at(other, LIMITS))
        .hasMessageStartingWith("Expected PrusaSlicer 2.5 or newer");
  }

  @Test
  void theShelfKeepsWhatWasUsedLast() throws Exception {
    var slicer = pretended("echo G28 > program.gcode", Duration.ofSeconds(60), 1_000_000);
    var shelf = new SliceShelf(folder.resolve("shelf"), slicer, 2);
    var orders = new ArrayList<Path>();
    for (int copies = 1; copies <= 3; copies++) {
      var order = new SliceOrder(cube(), digest(cube()), profile, 1, SliceOrder.Turn.NONE, copies);
      orders.add(shelf.slice(order, percent -> {}));
      Files.setLastModifiedTime(
          orders.getLast(), java.nio.file.attribute.FileTime.fromMillis(copies * 1000L));
    }
    shelf.sweep(9);
    assertThat(orders.stream().map(Files::exists)).isEqualTo(List.of(false, true, true));
  }

  private void slice(Slicer slicer) throws Exception {
    slicer.slice(
        SliceOrder.plain(cube(), digest(cube()), profile),
        folder.resolve("o.gcode"),
        percent -> {});
  }

  private void assertNothingLeft() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("slicing") || name.equals("o.gcode"));
    }
  }

  private Slicer pretended(String deeds, Duration time, long output) throws Exception {
    var script = folder.resolve("slicer.sh");
    Files.writeString(script, SAYS_ITS_NAME + deeds + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return PrusaSlicer.at(script, new SliceLimits(time, LIMITS.memory(), output));
  }

  private static PrusaSlicer installed() {
    var found = PrusaSlicer.find(LIMITS);
    if (found.isEmpty()) {
      System.err.println("NOT RUN: prusa-slicer is not on the PATH, so no model was sliced.");
    }
    Assumptions.assumeTrue(found.isPresent(), "prusa-slicer is not on the PATH");
    return found.orElseThrow();
  }

  private Path cube() throws IOException {
    var cube = folder.resolve("cube.stl");
    return Files.exists(cube) ? cube : write("cube.stl", 20, 20, 20);
  }

  private static Digest digest(Path file) throws IOException {
    return Digest.of(Files.readAllBytes(file));
  }

  /** A block as a text STL. */
  private Path write(String name, double x, double y, double z) throws IOException {
    int[][] quads = {
      {0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}
    };
    var text = new StringBuilder("solid block\n");
    for (var quad : quads) {
      for (var corners : new int[][] {{quad[0], quad[1], quad[2]}, {quad[0], quad[2], quad[3]}}) {
        text.append("facet normal 0 0 0\nouter loop\n");
        for (int corner : corners) {
          text.append(
              String.format(
                  java.util.Locale.ROOT,
                  "vertex %f %f %f%n",
                  (corner & 1) * x,
                  (corner >> 1 & 1) * y,
                  (corner >> 2) * z));
        }
        text.append("endloop\nendfacet\n");
      }
    }
    return Files.writeString(folder.resolve(name), text.append("endsolid\n"));
  }
}
