package org.vicinal.messages.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * A machine may make a part when process, program, material, room and heat suffice; otherwise every
 * reason is told.
 */
class FitTest {
  private static final MachineProfile PRINTER =
      new MachineProfile(
          new MachineId("mk3"),
          Making.FFF,
          Controller.MARLIN,
          new Size(250, 210, 200),
          Set.of("PLA"),
          280,
          110,
          0);

  @Test
  void aSmallPartInLoadedMaterialFits() {
    var fits = (Fit.Fits) Fit.of(part("pla", new Size(250, 210, 180.5), 280), PRINTER);
    assertThat(fits.pose().words()).isEqualTo("as modelled");
    assertThat(fits.material()).isEqualTo("PLA");
    assertThat(fits.margins().stream().map(Margin::words))
        .contains("height (z): 180.5 mm needed, 200 mm found");
  }

  @Test
  void everyReasonIsToldWithTheFigureNeededAndTheFigureFound() {
    var misfit = (Fit.Misfit) Fit.of(part("ABS", new Size(250.2, 210, 201), 300), PRINTER);
    assertThat(misfit.shortfalls().stream().map(Shortfall::words))
        .containsExactly(
            "material: ABS needed, PLA found",
            "bed width (x): 250.2 mm needed, 250 mm found",
            "height (z): 201 mm needed, 200 mm found",
            "nozzle: 300 °C needed, 280 °C found");
  }

  @Test
  void anotherKindOfMachineIsFartherThanAnotherSpool() {
    var milled =
        new Requirement(Making.MILLING, "plywood", new Size(90, 90, 3), Set.of(), 0, 0, 10_000);
    var otherProcess = (Fit.Misfit) Fit.of(milled, PRINTER);
    var otherSpool = (Fit.Misfit) Fit.of(part("ABS", new Size(1, 1, 1), 0), PRINTER);
    assertThat(otherProcess.shortfalls().getFirst().what()).isEqualTo("process");
    assertThat(otherProcess.weight()).isGreaterThan(otherSpool.weight());
  }

  private static Requirement part(String material, Size size, int nozzle) {
    return new Requirement(Making.FFF, material, size, Set.of(Controller.MARLIN), nozzle, 60, 0);
  }
}
