package org.vicinal.coordinator.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;
import org.vicinal.coordinator.folder.ProjectFolder.ProjectFile;
import org.vicinal.coordinator.folder.ProjectFolder.Use;
import org.vicinal.coordinator.program.ProgramNeeds;
import org.vicinal.coordinator.program.SlicedFor;
import org.vicinal.coordinator.program.Unfit;
import org.vicinal.gcode.Inspector;
import org.vicinal.mesh.Measure;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Meshes;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;

/** One part of a proposal: what its models and programs tell. */
final class PartFiles {
  private PartFiles() {}

  static Table part(Path root, String name, List<ProjectFile> files, List<String> notes)
      throws IOException {
    var entries = new ArrayList<Entry>();
    entries.add(new Entry("name", new Text(name)));
    Proposal.paths(entries, "source", of(files, Use.SOURCE));
    Proposal.paths(entries, "export", of(files, Use.MODEL));
    Proposal.paths(entries, "auxiliary", of(files, Use.PROGRAM));
    var material = program(root, of(files, Use.PROGRAM), entries, notes);
    for (var model : of(files, Use.MODEL)) {
      var measure = measure(root, model, notes);
      if (measure.isPresent()) {
        size(measure.get(), material, entries, notes, model);
        break;
      }
    }
    return new Table(entries);
  }

  private static List<ProjectFile> of(List<ProjectFile> files, Use use) {
    return files.stream().filter(file -> file.use() == use).toList();
  }

  /** The way of making goes to {@code entries}; the material is the answer, if it was found. */
  private static String program(
      Path root, List<ProjectFile> programs, List<Entry> entries, List<String> notes)
      throws IOException {
    if (programs.isEmpty()) {
      return "";
    }
    var file = root.resolve(programs.getFirst().path());
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var needs = ProgramNeeds.of(programs.getFirst().path(), Inspector.anyMachine().inspect(in));
      boolean printed = needs.making() == Making.FFF;
      entries.add(new Entry("tsdc", new Text(printed ? "3DP" : "CNC")));
      if (printed) {
        entries.add(new Entry("printing-process", new Text("FDM")));
      }
    } catch (Unfit e) {
      notes.add(e.words());
    }
    String material;
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      material = SlicedFor.material(in);
    }
    if (!material.isBlank()) {
      entries.add(new Entry("material", new Text(material)));
    }
    return material;
  }

  private static Optional<Measure> measure(Path root, ProjectFile model, List<String> notes)
      throws IOException {
    if (!model.path().toLowerCase(Locale.ROOT).matches(".*\\.(stl|3mf|obj)")) {
      return Optional.empty();
    }
    try {
      var measure = Meshes.measure(root.resolve(model.path()));
      measure.findings().forEach(it -> notes.add(model.path() + ": " + it.text()));
      return Optional.of(measure);
    } catch (MeshRefusal e) {
      notes.add(model.path() + ": " + e.words());
      return Optional.empty();
    }
  }

  private static void size(
      Measure measure,
      String material,
      List<Entry> entries,
      List<String> notes,
      ProjectFile model) {
    var parts = measure.parts();
    double volume = parts.stream().mapToDouble(Measure.Part::volumeMm3).sum();
    boolean closed = parts.stream().allMatch(Measure.Part::watertight);
    double width = parts.stream().mapToDouble(it -> it.box().sizeX()).max().orElse(0);
    double depth = parts.stream().mapToDouble(it -> it.box().sizeY()).max().orElse(0);
    double height = parts.stream().mapToDouble(it -> it.box().sizeZ()).max().orElse(0);
    if (width > 0 && depth > 0 && height > 0) {
      entries.add(
          new Entry(
              "outer-dimensions",
              new Table(
                  List.of(
                      new Entry("width", number(width)),
                      new Entry("depth", number(depth)),
                      new Entry("height", number(height))))));
    }
    if (!closed) {
      notes.add(model.path() + " is not closed, so its volume and mass are not known.");
      return;
    }
    entries.add(new Entry("volume-cm3", number(volume / 1000)));
    Taxonomy.STANDARD
        .findMaterial(material)
        .flatMap(it -> it.findDensity())
        .ifPresent(
            density -> entries.add(new Entry("mass", number(volume / 1000 * density.value()))));
  }

  private static Node number(double value) {
    return new Node.Figure(
        java.math.BigDecimal.valueOf(value)
            .setScale(2, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString(),
        0);
  }
}
