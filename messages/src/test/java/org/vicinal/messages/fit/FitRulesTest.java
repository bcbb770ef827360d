package org.vicinal.messages.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Quality;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Shape;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Terms;
import org.vicinal.messages.work.Tolerance;
import org.vicinal.messages.work.Turning;

/** Poses, tolerances and purposes; the whole of the rules is held by the corpus. */
class FitRulesTest {
  private static final MachineProfile BED_180 =
      new MachineProfile(
          new MachineId("mini"),
          Making.FFF,
          Controller.MARLIN,
          new Size(180, 180, 180),
          Set.of("PLA"),
          280,
          100,
          0);

  @Test
  void theBedIs180AndThePartNeeds204() {
    assertThat(words(Fit.of(part(new Size(204, 190, 185)), BED_180)))
        .containsExactly(
            "bed width (x): 204 mm needed, 180 mm found",
            "bed depth (y): 190 mm needed, 180 mm found",
            "height (z): 185 mm needed, 180 mm found");
  }

  @Test
  void aNarrowPartLiesAskewAndAMillLaysNothingAskew() {
    var fits = (Fit.Fits) Fit.of(part(new Size(204, 30, 10)), BED_180);
    assertThat(fits.pose().words()).startsWith("as modelled, turned by");
    var pose = Pose.best(new Size(204, 30, 10), Turning.ANY_FACE, BED_180.room(), false);
    assertThat(pose.fitsIn(BED_180.room())).isFalse();
  }

  @Test
  void aPoleLiesDownUnlessItMustStand() {
    var pole = part(new Size(10, 10, 240));
    assertThat(Fit.of(pole, BED_180)).isInstanceOf(Fit.Fits.class);
    assertThat(words(Fit.of(pole.with(Shape.FREE.turned(Turning.ABOUT_Z)), BED_180)))
        .containsExactly("height (z): 240 mm needed, 180 mm found");
  }

  @Test
  void tolerancesAreComparedAtTheirOwnLengthAndUnknownIsAsked() {
    var bore =
        new Quality(
            Tolerance.UNSTATED,
            false,
            0,
            Set.of(),
            List.of(new CriticalDimension("bore", 8, 0.05)));
    var cube = part(new Size(20, 20, 20)).with(bore);
    var asked = (Fit.Misfit) Fit.of(cube, BED_180);
    assertThat(asked.shortfalls().getFirst().asks()).isTrue();
    assertThat(words(Fit.of(cube, claiming(Tolerance.ISO2768_M))))
        .containsExactly("tolerance ± of bore: 0.05 mm needed, 0.2 mm found");
    assertThat(Fit.of(cube, claiming(Tolerance.IT11))).isInstanceOf(Fit.Fits.class);
  }

  @Test
  void specialPurposesMustBeTakenAndUnknownOnesAreAsked() {
    var careful =
        BED_180.with(
            new HouseRules(Set.of(Purpose.SKIN), Set.of(Purpose.MAINS_VOLTAGE), Set.of(), 0));
    var cube = part(new Size(20, 20, 20));
    assertThat(words(Fit.of(cube.with(terms(Purpose.MAINS_VOLTAGE)), careful)))
        .containsExactly("purpose: mains voltage needed, never made here found");
    assertThat(Fit.of(cube.with(terms(Purpose.SKIN)), careful)).isInstanceOf(Fit.Fits.class);
    assertThat(words(Fit.of(cube.with(terms(Purpose.FOOD)), careful)))
        .containsExactly("purpose: food needed, not stated found");
    assertThat(words(Fit.of(cube, careful)))
        .containsExactly("purpose: what the part is for needed, not stated found");
  }

  @Test
  void theTablesOfTheStandardsAreRead() {
    assertThat(Tolerance.ISO2768_M.plusMinusMm(100)).isEqualTo(0.3);
    assertThat(Tolerance.IT7.plusMinusMm(25)).isEqualTo(0.0105);
    assertThat(Tolerance.IT15.plusMinusMm(2)).isEqualTo(0.2);
    assertThat(Tolerance.ISO2768_V.plusMinusMm(2)).isNaN();
    assertThat(Tolerance.find("DIN ISO 2768-mK")).contains(Tolerance.ISO2768_M);
    assertThat(Tolerance.find("it 9")).contains(Tolerance.IT9);
    assertThat(Tolerance.find("tight")).isEmpty();
  }

  private static MachineProfile claiming(Tolerance tolerance) {
    return BED_180.with(
        new Ability(Set.of(), 0, 0, 0, 0, tolerance, Tolerance.UNSTATED, 0, Set.of(), Set.of()));
  }

  private static Terms terms(Purpose purpose) {
    return new Terms(Set.of(purpose), 1, Set.of());
  }

  private static Requirement part(Size size) {
    return new Requirement(Making.FFF, "PLA", size, Set.of(), 0, 0, 0);
  }

  private static List<String> words(Fit fit) {
    return ((Fit.Misfit) fit).shortfalls().stream().map(Shortfall::words).toList();
  }
}
