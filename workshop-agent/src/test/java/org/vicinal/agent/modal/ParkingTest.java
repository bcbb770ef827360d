package org.vicinal.agent.modal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The way off the part and back leaves a machine exactly as it was, from wherever it begins. */
class ParkingTest {
  private static final Parking.Room ROOM = new Parking.Room(250, 210, 210);

  private static Modal follow(Modal from, List<String> lines) {
    Modal modal = from;
    for (String line : lines) {
      modal = modal.after(line);
    }
    return modal;
  }

  @Test
  void aPrinterComesBackToWhereItWas() {
    for (long seed = seed(); seed < seed() + Long.getLong("vicinal.seeds", 300); seed++) {
      Random random = new Random(seed);
      Modal before = Modal.printer();
      for (int i = random.nextInt(60); i > 0; i--) {
        before = before.after(printerLine(random));
      }
      Modal away = follow(before, Parking.away(before, ROOM));
      var back = (PrinterModal) follow(away, Parking.back(before, ROOM));
      var was = (PrinterModal) before;
      String told = "-Dvicinal.seed=%d: %s".formatted(seed, before);
      same(back.place(), was.place(), told);
      assertThat(back.e()).as(told).isCloseTo(was.e(), within(1e-3));
      assertThat(back.feed() > 0 == was.feed() > 0 || was.feed() == 0).as(told).isTrue();
      assertThat(List.of(back.relative(), back.relativeE(), back.inches(), back.fan()))
          .as(told)
          .isEqualTo(List.of(was.relative(), was.relativeE(), was.inches(), was.fan()));
    }
  }

  @Test
  void aMillComesBackToWhereItWas() {
    for (long seed = seed(); seed < seed() + Long.getLong("vicinal.seeds", 300); seed++) {
      Random random = new Random(seed);
      Modal before = Modal.mill();
      for (int i = random.nextInt(60); i > 0; i--) {
        before = before.after(millLine(random));
      }
      Modal away = follow(before, Parking.away(before, ROOM));
      assertThat(((MillModal) away).turning()).isFalse();
      var back = (MillModal) follow(away, Parking.back(before, ROOM));
      var was = (MillModal) before;
      String told = "-Dvicinal.seed=%d: %s".formatted(seed, before);
      same(back.place(), was.place(), told);
      assertThat(
              List.of(back.relative(), back.inches(), back.inverse(), back.plane(), back.motion()))
          .as(told)
          .isEqualTo(
              List.of(was.relative(), was.inches(), was.inverse(), was.plane(), was.motion()));
      assertThat(back.spindle()).as(told).isEqualTo(was.spindle());
      assertThat(back.coolant()).as(told).isEqualTo(was.coolant());
    }
  }

  @Test
  void aPrinterRetractsLiftsAndGoesAsideAndComesBackInTheRightOrder() {
    Modal modal =
        follow(
            Modal.printer(),
            List.of("M109 S215", "M82", "G1 Z12 F600", "G1 X100 Y80.5 E3.25 F1800", "M106 S128"));
    assertThat(Parking.away(modal, ROOM))
        .containsExactly(
            "G21", "M83", "G1 E-2 F2100", "G91", "G1 Z5 F600", "G90", "G1 X0 Y210 F4800", "M400");
    assertThat(Parking.back(modal, ROOM))
        .containsExactly(
            "G21",
            "G90",
            "M83",
            "G1 X100 Y80.5 F4800",
            "G1 Z12 F600",
            "G1 E2 F2100",
            "G92 E3.25",
            "G90",
            "M82",
            "G1 F1800",
            "M106 S128");
  }

  @Test
  void itLiftsNoHigherThanTheMachine() {
    Modal modal = follow(Modal.printer(), List.of("G1 X1 Y1 Z208"));
    assertThat(Parking.away(modal, ROOM)).contains("G1 Z2 F600");
    modal = modal.after("G1 Z210");
    assertThat(Parking.away(modal, ROOM)).noneMatch(line -> line.contains("Z"));
  }

  @Test
  void whereNobodyKnowsItsPlaceItIsOnlyLifted() {
    Modal homed = Modal.printer().after("G1 X1 Y1 Z1").after("G28");
    assertThat(Parking.away(homed, ROOM))
        .containsExactly("G21", "G91", "G1 Z5 F600", "G90", "M400");
  }

  @Test
  void aMillTurnsItsSpindleBeforeItGoesDown() {
    Modal modal =
        follow(
            Modal.mill(), List.of("G21G90", "M3S9000", "G0Z5", "G0X10Y10", "G1Z-1F200", "X20F800"));
    assertThat(Parking.away(modal, ROOM)).containsExactly("G21G90G94", "G0Z5", "M5");
    assertThat(Parking.back(modal, ROOM))
        .containsExactly(
            "M3S9000", "G4P4", "G21G90G94", "G0X20Y10", "G1Z-1F300", "G21G90G17G94", "G1F800");
  }

  @Test
  void textsAreNoMoves() {
    Modal modal = Modal.printer().after("G1 X5 Y5 Z5");
    assertThat(modal.after("M117 X9 Y9 T1")).isEqualTo(modal);
    assertThat(modal.after("M23 TEST.G")).isEqualTo(modal);
    assertThat(modal.after("")).isEqualTo(modal);
  }

  private static void same(Place found, Place wanted, String told) {
    near(found.x(), wanted.x(), told);
    near(found.y(), wanted.y(), told);
    near(found.z(), wanted.z(), told);
  }

  private static void near(double found, double wanted, String told) {
    if (!Double.isNaN(wanted)) {
      assertThat(found).as(told).isCloseTo(wanted, within(1e-3));
    }
  }

  private static String printerLine(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> random.nextBoolean() ? "G90" : "G91";
      case 1 -> random.nextBoolean() ? "M82" : "M83";
      case 2 -> "M106 S" + random.nextInt(256);
      case 3 -> "M104 S" + random.nextInt(250);
      case 4 -> random.nextInt(4) == 0 ? "G28" : "G92 E0";
      case 5 -> random.nextInt(6) == 0 ? "G20" : "G21";
      default ->
          "G1 X%d.%d Y%d Z%d E%d F%d"
              .formatted(
                  random.nextInt(9),
                  random.nextInt(1000),
                  random.nextInt(9),
                  random.nextInt(5),
                  random.nextInt(3),
                  600 + random.nextInt(6000));
    };
  }

  private static String millLine(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> random.nextBoolean() ? "G90" : "G91";
      case 1 -> "M3S" + random.nextInt(10_000);
      case 2 -> random.nextBoolean() ? "M5" : "M8";
      case 3 -> random.nextInt(6) == 0 ? "G20" : "G21";
      case 4 -> random.nextBoolean() ? "G18" : "G17";
      case 5 -> random.nextInt(5) == 0 ? "G2X1Y1I1J0F100" : "G0Z" + random.nextInt(10);
      default ->
          "G%dX%d.%dY-%dZ%d F%d"
              .formatted(
                  random.nextInt(2),
                  random.nextInt(9),
                  random.nextInt(1000),
                  random.nextInt(9),
                  random.nextInt(5) - 3,
                  100 + random.nextInt(900));
    };
  }

  private static long seed() {
    return Long.getLong("vicinal.seed", 1);
  }
}
