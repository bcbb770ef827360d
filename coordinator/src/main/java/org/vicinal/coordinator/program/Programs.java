package org.vicinal.coordinator.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.files.StoredFile;
import org.vicinal.gcode.Box;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/** Reads the programs of a release or an order. Immutable; reading takes time in proportion. */
public final class Programs {
  private static final int SHOWN_LINE = 80;
  private final FileStore files;

  /**
   * @param files where the bytes are
   */
  public Programs(FileStore files) {
    this.files = files;
  }

  /** Files with what they ask of a machine. */
  public record Read(Requirement requirement, List<FileRef> files) {
    public Read {
      files = List.copyOf(files);
    }
  }

  /** What one program says of itself. */
  private record Meaning(Inspection inspection, Making making, Controller controller) {}

  /**
   * Reads {@code brought}, which must all be in the store.
   *
   * @param material what it is to be made of: the one thing that bytes do not tell
   * @throws Unfit when there is no program, one must not run, or they do not belong together
   */
  public Read read(List<Brought> brought, String material) throws Unfit, IOException {
    var refs = new ArrayList<FileRef>();
    var meanings = new ArrayList<Meaning>();
    for (int i = 0; i < brought.size(); i++) {
      var file = brought.get(i);
      var stored = stored(i, file);
      @Nullable Controller controller = null;
      if (file.roleOrByName() == FileRef.Role.PROGRAM) {
        var meaning = meaning(i, file, stored);
        meanings.add(meaning);
        controller = meaning.controller();
      }
      refs.add(
          new FileRef(file.name(), file.roleOrByName(), file.digest(), stored.bytes(), controller));
    }
    if (meanings.isEmpty()) {
      throw new Unfit(
          -1,
          "Expected at least one program (G-code), but found none. Slice the model for a machine and add the program.");
    }
    return new Read(requirement(meanings, material), refs);
  }

  private StoredFile stored(int index, Brought file) throws Unfit {
    return files
        .find(file.digest())
        .orElseThrow(
            () ->
                new Unfit(
                    index,
                    "%s (%s) is not here. PUT it to /api/v1/files/%s first."
                        .formatted(file.name(), file.digest(), file.digest())));
  }

  private static Meaning meaning(int index, Brought file, StoredFile stored)
      throws Unfit, IOException {
    Inspection inspection;
    try (var in = stored.open(0)) {
      inspection = Inspector.anyMachine().inspect(in);
    }
    for (var finding : inspection.findings()) {
      if (finding.severity() == Finding.Severity.ERROR) {
        throw new Unfit(index, words(file, stored, finding));
      }
    }
    if (inspection.moves() == 0) {
      throw new Unfit(
          index,
          "%s: Expected a program that moves a machine, but found no move in %d lines."
              .formatted(file.name(), inspection.lines()));
    }
    var controller = controller(index, file, inspection.dialect());
    if (file.controller() != null && !compatible(file.controller(), controller)) {
      throw new Unfit(
          index,
          "%s: Expected a program for %s as stated, but its text is for %s (%s)."
              .formatted(file.name(), file.controller(), controller, inspection.dialectReason()));
    }
    var making = inspection.dialect().printer() ? Making.FFF : Making.MILLING;
    return new Meaning(
        inspection, making, file.controller() == null ? controller : file.controller());
  }

  /** A word beside the file may choose between members of a family that read the same text. */
  private static boolean compatible(Controller stated, Controller read) {
    return stated == read || (stated == Controller.GRBLHAL && read == Controller.GRBL);
  }

  private static Controller controller(int index, Brought file, Dialect dialect) throws Unfit {
    return switch (dialect) {
      case MARLIN, PRUSA -> Controller.MARLIN;
      case REPRAPFIRMWARE -> Controller.REPRAPFIRMWARE;
      case GRBL -> Controller.GRBL;
      case GRBLHAL -> Controller.GRBLHAL;
      case KLIPPER, LINUXCNC ->
          throw new Unfit(
              index,
              "%s: Expected a program for Marlin, RepRapFirmware, GRBL or grblHAL, but this one is for %s. Export it for one of those."
                  .formatted(file.name(), dialect));
    };
  }

  private static Requirement requirement(List<Meaning> meanings, String material) throws Unfit {
    var making = meanings.getFirst().making();
    var controllers = EnumSet.noneOf(Controller.class);
    double x = 0;
    double y = 0;
    double z = 0;
    double nozzle = 0;
    double bed = 0;
    double spindle = 0;
    for (var meaning : meanings) {
      if (meaning.making() != making) {
        throw new Unfit(
            -1,
            "Expected programs for one way of making, but found printing and milling. Order the parts one by one.");
      }
      controllers.add(meaning.controller());
      var inspection = meaning.inspection();
      var size = size(inspection, making);
      x = Math.max(x, size.x());
      y = Math.max(y, size.y());
      z = Math.max(z, size.z());
      nozzle = Math.max(nozzle, known(inspection.temperatures().nozzle()));
      bed = Math.max(bed, known(inspection.temperatures().bed()));
      spindle = Math.max(spindle, known(inspection.spindleRpm()));
    }
    boolean printed = making == Making.FFF;
    return new Requirement(
        making,
        material,
        new Size(x, y, z),
        controllers,
        printed ? whole(nozzle) : 0,
        printed ? whole(bed) : 0,
        printed ? 0 : whole(spindle));
  }

  /**
   * The room it needs: for a print its footprint and the height above the bed; for milling the box
   * of the cuts.
   */
  private static Size size(Inspection inspection, Making making) {
    var box = making == Making.FFF ? inspection.box().extruding() : inspection.box().cutting();
    if (box.isEmpty()) {
      box = inspection.box().all();
    }
    if (box.isEmpty()) {
      box = new Box(0, 0, 0, 0, 0, 0);
    }
    return new Size(
        box.size(0), box.size(1), making == Making.FFF ? Math.max(0, box.maxZ()) : box.size(2));
  }

  /** A number that nobody knows is NaN in an inspection; it asks for nothing. */
  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static int whole(double value) {
    return (int) Math.ceil(value);
  }

  private static String words(Brought file, StoredFile stored, Finding finding) throws IOException {
    if (finding.line() == 0) {
      return "%s: %s".formatted(file.name(), finding.text());
    }
    var line = lineOf(stored, finding.line());
    return line.isEmpty() || finding.text().contains(line)
        ? "%s:%d: %s".formatted(file.name(), finding.line(), finding.text())
        : "%s:%d: %s Line %d is \"%s\"."
            .formatted(file.name(), finding.line(), finding.text(), finding.line(), line);
  }

  /** The line with this number, for people; empty when the file is not plain text. */
  private static String lineOf(StoredFile stored, long number) throws IOException {
    try (var reader =
        new BufferedReader(new InputStreamReader(stored.open(0), StandardCharsets.ISO_8859_1))) {
      String line = "";
      for (long i = 0; i < number && line != null; i++) {
        line = reader.readLine();
      }
      if (line == null || line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
        return "";
      }
      var shown = line.strip();
      return shown.length() <= SHOWN_LINE ? shown : shown.substring(0, SHOWN_LINE) + "...";
    }
  }
}
