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
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;
import org.vicinal.messages.taxonomy.Taxonomy;
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

  /**
   * Reads {@code brought}, which must all be in the store and have a program among them.
   *
   * @param material what it is to be made of; where a program tells, they must not contradict
   * @throws Unfit when there is no program, one must not run, or they do not belong together
   */
  public Read read(List<Brought> brought, String material) throws Unfit, IOException {
    return read(brought, material, null);
  }

  /**
   * Reads {@code brought}, which must all be in the store.
   *
   * @param material what it is to be made of; where a program tells, they must not contradict
   * @param making how models without a program are to be made; null when nobody has said
   * @throws Unfit when nothing tells what to make, one must not run, or they do not belong together
   */
  public Read read(List<Brought> brought, String material, @Nullable Making making)
      throws Unfit, IOException {
    var refs = new ArrayList<FileRef>();
    var meanings = new ArrayList<ProgramNeeds>();
    var models = new Models();
    var stuff = material;
    for (int i = 0; i < brought.size(); i++) {
      var file = brought.get(i);
      var stored = stored(i, file);
      @Nullable Controller controller = null;
      if (file.roleOrByName() == FileRef.Role.PROGRAM) {
        var meaning = needs(i, file, stored);
        meanings.add(meaning);
        controller = meaning.controller();
        stuff = pinned(i, file, stored, stuff);
      } else if (file.roleOrByName() == FileRef.Role.MODEL) {
        models.add(i, file, stored);
      }
      refs.add(
          new FileRef(file.name(), file.roleOrByName(), file.digest(), stored.bytes(), controller));
    }
    if (meanings.isEmpty() && making != null && !models.isEmpty()) {
      return new Read(models.requirement(making, stuff), refs);
    }
    if (meanings.isEmpty()) {
      throw new Unfit(
          -1,
          "Expected a program (G-code) or a model that can be measured (STL, 3MF, OBJ) with a"
              + " material or process that says how, but found neither. Add one, or name the"
              + " process.");
    }
    return new Read(models.beside(requirement(meanings, stuff)), refs);
  }

  /** The material that counts: what the program was sliced for, if that is what was asked. */
  private static String pinned(int index, Brought file, StoredFile stored, String asked)
      throws Unfit, IOException {
    String sliced;
    try (var in = stored.open(0)) {
      sliced = SlicedFor.material(in);
    }
    if (Taxonomy.STANDARD.findMaterial(sliced).isEmpty()) {
      return asked; // nobody says, or in a word of the slicer's own
    }
    if (Taxonomy.STANDARD.isKindOf(asked, sliced)) {
      return asked;
    }
    if (Taxonomy.STANDARD.isKindOf(sliced, asked)) {
      return sliced;
    }
    throw new Unfit(
        index,
        "%s: Expected a program for %s as stated, but it was sliced for %s. Slice it anew, or say %s."
            .formatted(file.name(), asked, sliced, sliced));
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

  private static ProgramNeeds needs(int index, Brought file, StoredFile stored)
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
    ProgramNeeds needs;
    try {
      needs = ProgramNeeds.of(file.name(), inspection);
    } catch (Unfit e) {
      throw e.at(index);
    }
    if (file.controller() == null) {
      return needs;
    }
    if (!compatible(file.controller(), needs.controller())) {
      throw new Unfit(
          index,
          "%s: Expected a program for %s as stated, but its text is for %s (%s)."
              .formatted(
                  file.name(), file.controller(), needs.controller(), inspection.dialectReason()));
    }
    return needs.with(file.controller());
  }

  /** A word beside the file may choose between members of a family that read the same text. */
  private static boolean compatible(Controller stated, Controller read) {
    return stated == read || (stated == Controller.GRBLHAL && read == Controller.GRBL);
  }

  private static Requirement requirement(List<ProgramNeeds> meanings, String material)
      throws Unfit {
    var making = meanings.getFirst().making();
    var controllers = EnumSet.noneOf(Controller.class);
    var size = new Size(0, 0, 0);
    int nozzle = 0;
    int bed = 0;
    int spindle = 0;
    for (var meaning : meanings) {
      if (meaning.making() != making) {
        throw new Unfit(
            -1,
            "Expected programs for one way of making, but found printing and milling. Order the"
                + " parts one by one.");
      }
      controllers.add(meaning.controller());
      size =
          new Size(
              Math.max(size.x(), meaning.size().x()),
              Math.max(size.y(), meaning.size().y()),
              Math.max(size.z(), meaning.size().z()));
      nozzle = Math.max(nozzle, meaning.nozzleCelsius());
      bed = Math.max(bed, meaning.bedCelsius());
      spindle = Math.max(spindle, meaning.spindleRpm());
    }
    return new Requirement(making, material, size, controllers, nozzle, bed, spindle);
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
