package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Our seconds are the seconds of real GRBL, and of the slicer in its own mode. */
class TimeTruthTest {
  /** 0.15 % is promised; this keeps what is reached. */
  private static final double GRBL_SHARE = 0.0005;

  @Test
  void grblTakesAsLongAsRealGrbl() throws IOException {
    Path cnc = SharedData.folder("cnc");
    var so3 = MachineLimits.read(cnc.resolve("shapeoko-3.settings"));
    var desktop = MachineLimits.read(cnc.resolve("3018.settings"));
    var softly = new SoftAssertions();
    for (Map<String, String> row : SharedData.table(cnc.resolve("GRBL-TIMES.csv"))) {
      MachineLimits machine = SharedData.text(row, "machine").equals("so3") ? so3 : desktop;
      Inspection part =
          Inspector.of(machine)
              .withDialect(Dialect.GRBL)
              .inspect(cnc.resolve(SharedData.text(row, "file")));
      double real = SharedData.number(row, "grbl_s");
      softly
          .assertThat(part.seconds().total())
          .as("%s on %s", SharedData.text(row, "file"), SharedData.text(row, "machine"))
          .isCloseTo(real, Offset.offset(GRBL_SHARE * real));
    }
    softly.assertAll();
  }

  @Test
  void grblSkipsLinesWithErrorsAndTakesAsLongForTheRest() throws IOException {
    Path cnc = SharedData.folder("cnc");
    var so3 = MachineLimits.read(cnc.resolve("shapeoko-3.settings"));
    var desktop = MachineLimits.read(cnc.resolve("3018.settings"));
    var softly = new SoftAssertions();
    for (Map<String, String> row : SharedData.table(cnc.resolve("TRUTH.csv"))) {
      String file = SharedData.text(row, "file");
      for (MachineLimits machine : new MachineLimits[] {so3, desktop}) {
        double real =
            SharedData.number(row, machine.equals(so3) ? "grbl_time_so3_s" : "grbl_time_3018_s");
        if (real == 0) {
          continue; // GRBL stopped before anything moved
        }
        Inspection part =
            Inspector.of(machine).withDialect(Dialect.GRBL).inspect(cnc.resolve(file));
        softly
            .assertThat(part.seconds().dwell())
            .as(file)
            .isCloseTo(SharedData.number(row, "grbl_dwell_s"), Offset.offset(1e-6));
        softly
            .assertThat(part.seconds().motion() + part.seconds().stops())
            .as("%s on %s", file, machine.source())
            .isCloseTo(real, Offset.offset(GRBL_SHARE * real));
      }
    }
    softly.assertAll();
  }

  @Test
  void theSlicersOwnTimeIsReproduced() throws IOException {
    Path sliced = SharedData.folder("sliced");
    var softly = new SoftAssertions();
    for (Map<String, String> row : SharedData.table(sliced.resolve("TRUTH.csv"))) {
      Inspection part =
          Inspector.anyMachine()
              .withTimeModel(TimeModel.PRUSASLICER)
              .inspect(sliced.resolve(SharedData.text(row, "file")));
      double stated = SharedData.number(row, "stated_s");
      softly
          .assertThat(part.stated().seconds())
          .as("stated in %s", SharedData.text(row, "file"))
          .isEqualTo(stated);
      softly
          .assertThat(part.seconds().motion())
          .as(SharedData.text(row, "file"))
          .isCloseTo(stated, Offset.offset(1 + 0.0003 * stated));
    }
    softly.assertAll();
  }

  @Test
  void theFirmwareOfTheMk3AndMarlinAreWithinATenthOfAPercent() throws IOException {
    Path sliced = SharedData.folder("sliced");
    for (Map<String, String> row : SharedData.table(sliced.resolve("TRUTH.csv"))) {
      if (!SharedData.text(row, "file").contains("mk3s")) {
        continue; // the others move a little while homing, which the reference counts and we do not
      }
      Path file = sliced.resolve(SharedData.text(row, "file"));
      double marlin =
          Inspector.anyMachine()
              .withTimeModel(TimeModel.MARLIN_JERK)
              .inspect(file)
              .seconds()
              .motion();
      double mk3 =
          Inspector.anyMachine().withTimeModel(TimeModel.MK3).inspect(file).seconds().motion();
      double truth = SharedData.number(row, "marlin20_jerk_W15_s");
      assertThat(marlin)
          .as(SharedData.text(row, "file"))
          .isCloseTo(truth, Offset.offset(0.001 * truth));
      truth = SharedData.number(row, "mk3_inf_s");
      assertThat(mk3)
          .as(SharedData.text(row, "file"))
          .isCloseTo(truth, Offset.offset(0.001 * truth));
    }
  }

  @Test
  void junctionDeviationIsWithinATenthOfAPercent() throws IOException {
    // the reference drops no short moves, so neither do we here: no steps per mm
    Path sliced = SharedData.folder("sliced");
    var machine =
        MachineLimits.parse(
            """
            like: mk3s
            dialect: marlin
            time-model: marlin-jd
            junction-deviation: 0.013
            steps-per-mm: 0 0 0 0
            """,
            "test");
    for (Map<String, String> row : SharedData.table(sliced.resolve("TRUTH.csv"))) {
      if (SharedData.text(row, "file").contains("mk3s")) {
        double truth = SharedData.number(row, "marlin_jd0.013_s");
        double ours =
            Inspector.of(machine)
                .inspect(sliced.resolve(SharedData.text(row, "file")))
                .seconds()
                .motion();
        assertThat(ours)
            .as(SharedData.text(row, "file"))
            .isCloseTo(truth, Offset.offset(0.001 * truth));
      }
    }
  }

  @Test
  void filamentAndBoxAreThoseOfTheProgram() throws IOException {
    Path sliced = SharedData.folder("sliced");
    for (Map<String, String> row : SharedData.table(sliced.resolve("TRUTH.csv"))) {
      Inspection part =
          Inspector.anyMachine().inspect(sliced.resolve(SharedData.text(row, "file")));
      assertThat(part.filament().sumMm())
          .isCloseTo(SharedData.number(row, "sumE_mm"), Offset.offset(0.006));
      Box box = part.box().extruding();
      String shown =
          String.format(
              java.util.Locale.ROOT,
              "%.3f %.3f %.3f..%.3f %.3f %.3f",
              box.minX(),
              box.minY(),
              box.minZ(),
              box.maxX(),
              box.maxY(),
              box.maxZ());
      assertThat(shown)
          .as(SharedData.text(row, "file"))
          .isEqualTo(SharedData.text(row, "extrude_bbox"));
      assertThat(part.moves())
          .as("moves of %s", SharedData.text(row, "file"))
          .isCloseTo((long) SharedData.number(row, "moves"), Offset.offset(2L));
    }
  }
}
