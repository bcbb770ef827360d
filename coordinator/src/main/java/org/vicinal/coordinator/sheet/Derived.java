package org.vicinal.coordinator.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.program.ProgramNeeds;
import org.vicinal.coordinator.program.SlicedFor;
import org.vicinal.coordinator.program.Unfit;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspector;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Meshes;
import org.vicinal.messages.fit.Pose;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Turning;

/**
 * What a model or a program beside a sheet says; it goes before what the sheet says.
 *
 * @param file its name, empty when there is none
 * @param program what a ready program pins, null for a model or nothing
 * @param material that a program was sliced for, empty when nobody says
 * @param volumeMm3 and {@code areaMm2} are 0 when nobody knows
 * @param notes what a person should know
 */
record Derived(
    String file,
    @Nullable ProgramNeeds program,
    String material,
    Size size,
    double volumeMm3,
    double areaMm2,
    List<String> notes) {
  static final Set<String> MODELS = Set.of("stl", "3mf", "obj");
  static final Set<String> PROGRAMS =
      Set.of("gcode", "g", "gco", "gc", "nc", "ngc", "tap", "cnc", "bgcode");

  /** Sides that differ by less are the same (mm). */
  private static final double SAME_MM = 0.5;

  static Derived nothing() {
    return new Derived("", null, "", Size.UNSTATED, 0, 0, new ArrayList<>());
  }

  static String ending(Path path) {
    var name = String.valueOf(path.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Reads the model or program at {@code path}. */
  static Derived of(Path path) throws IOException, SheetError {
    return MODELS.contains(ending(path)) ? model(path) : program(path);
  }

  private static Derived model(Path path) throws IOException, SheetError {
    try {
      var measure = Meshes.measure(path);
      var sides = measure.largestSides();
      var notes = new ArrayList<String>();
      measure.findings().forEach(finding -> notes.add(path + ": " + finding.text()));
      return new Derived(
          path.toString(),
          null,
          "",
          new Size(sides.get(0), sides.get(1), sides.get(2)),
          measure.watertight() ? measure.volumeMm3() : 0,
          measure.areaMm2(),
          notes);
    } catch (MeshRefusal e) {
      throw new SheetError(path.toString(), 0, e.words());
    }
  }

  private static Derived program(Path path) throws IOException, SheetError {
    var inspection = Inspector.anyMachine().inspect(path);
    for (var finding : inspection.findings()) {
      if (finding.severity() == Finding.Severity.ERROR) {
        throw new SheetError(path.toString(), (int) finding.line(), finding.text());
      }
    }
    try (InputStream in = Files.newInputStream(path)) {
      var needs = ProgramNeeds.of(String.valueOf(path.getFileName()), inspection);
      return new Derived(
          path.toString(), needs, SlicedFor.material(in), needs.size(), 0, 0, new ArrayList<>());
    } catch (Unfit e) {
      throw new SheetError(path.toString(), 0, e.words());
    }
  }

  /** The process that a program is for; null when nothing tells. */
  @Nullable Making making() {
    return program == null ? null : program.making();
  }

  /** The size that counts; where the sheet says another, that is noted. */
  Size size(Sheet sheet, Size typed) {
    if (!size.stated()) {
      return typed;
    }
    var roomy = new Size(size.x() + SAME_MM, size.y() + SAME_MM, size.z() + SAME_MM);
    if (typed.stated()
        && (!Pose.best(typed, Turning.ANY_FACE, roomy, false).fitsIn(roomy)
            || (program == null && Math.abs(typed.longest() - size.longest()) > SAME_MM))) {
      notes.add(
          "%s:%d: the sheet says %s, but %s is %s. The file counts."
              .formatted(sheet.file(), sheet.line(), typed, file, size));
    }
    return size;
  }

  /** {@code said} with what a program pins. */
  Requirement pinned(Requirement said) {
    if (program == null) {
      return said;
    }
    return new Requirement(
        said.making(),
        said.material(),
        said.size(),
        Set.of(program.controller()),
        Math.max(said.nozzleCelsius(), program.nozzleCelsius()),
        Math.max(said.bedCelsius(), program.bedCelsius()),
        Math.max(said.spindleRpm(), program.spindleRpm()),
        said.shape(),
        said.needs(),
        said.tooling(),
        said.quality(),
        said.terms());
  }
}
