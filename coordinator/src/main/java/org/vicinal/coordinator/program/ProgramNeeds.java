package org.vicinal.coordinator.program;

import org.vicinal.gcode.Box;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.Inspection;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;

/**
 * What one program asks of a machine; it pins orientation and controller.
 *
 * @param size the room it uses: for a print its footprint and the height above the bed, for milling
 *     the box of the cuts (mm)
 * @param nozzleCelsius 0 when it heats none; the same with {@code bedCelsius} and {@code
 *     spindleRpm}
 */
public record ProgramNeeds(
    Making making,
    Controller controller,
    Size size,
    int nozzleCelsius,
    int bedCelsius,
    int spindleRpm) {

  /**
   * What {@code inspection} of the file {@code name} says.
   *
   * @throws Unfit when it moves nothing or is for firmware that nobody here speaks
   */
  public static ProgramNeeds of(String name, Inspection inspection) throws Unfit {
    if (inspection.moves() == 0) {
      throw new Unfit(
          -1,
          "%s: Expected a program that moves a machine, but found no move in %d lines."
              .formatted(name, inspection.lines()));
    }
    boolean printed = inspection.dialect().printer();
    return new ProgramNeeds(
        printed ? Making.FFF : Making.MILLING,
        controller(name, inspection.dialect()),
        size(inspection, printed),
        printed ? whole(inspection.temperatures().nozzle()) : 0,
        printed ? whole(inspection.temperatures().bed()) : 0,
        printed ? 0 : whole(inspection.spindleRpm()));
  }

  /** The same for {@code other}, a member of the same family. */
  ProgramNeeds with(Controller other) {
    return new ProgramNeeds(making, other, size, nozzleCelsius, bedCelsius, spindleRpm);
  }

  private static Controller controller(String name, Dialect dialect) throws Unfit {
    return switch (dialect) {
      case MARLIN, PRUSA -> Controller.MARLIN;
      case REPRAPFIRMWARE -> Controller.REPRAPFIRMWARE;
      case GRBL -> Controller.GRBL;
      case GRBLHAL -> Controller.GRBLHAL;
      case KLIPPER, LINUXCNC ->
          throw new Unfit(
              -1,
              "%s: Expected a program for Marlin, RepRapFirmware, GRBL or grblHAL, but this one is for %s. Export it for one of those."
                  .formatted(name, dialect));
    };
  }

  private static Size size(Inspection inspection, boolean printed) {
    var box = printed ? inspection.box().extruding() : inspection.box().cutting();
    if (box.isEmpty()) {
      box = inspection.box().all();
    }
    if (box.isEmpty()) {
      box = new Box(0, 0, 0, 0, 0, 0);
    }
    return new Size(box.size(0), box.size(1), printed ? Math.max(0, box.maxZ()) : box.size(2));
  }

  /** A number that nobody knows is NaN in an inspection; it asks for nothing. */
  private static int whole(double value) {
    return Double.isNaN(value) ? 0 : (int) Math.ceil(value);
  }
}
