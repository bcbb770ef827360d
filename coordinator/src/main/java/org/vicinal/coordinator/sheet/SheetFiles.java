package org.vicinal.coordinator.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.work.Requirement;

/**
 * The parts and machines of a folder: {@code .yaml}, {@code .yml} and {@code .json} files, each
 * with one of them, a list, or several documents; and models and programs, alone or beside a sheet
 * of the same name. Reads on; what cannot be read is kept as problems.
 */
public final class SheetFiles {
  private static final Set<String> SHEETS = Set.of("yaml", "yml", "json");
  private static final int LARGEST_BYTES = 32 << 20;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(LARGEST_BYTES)
          .setAllowDuplicateKeys(true) // told with the line, in Sheet
          .build();

  private final List<String> problems = new ArrayList<>();

  /** What could not be read: file, line, expected, found. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The parts under {@code folder} (or in the one file it is), sorted by file, in file order. */
  public List<Named<Requirement>> parts(Path folder) throws IOException {
    var parts = new ArrayList<Named<Requirement>>();
    var used = new HashSet<Path>();
    var files = files(folder);
    for (var file : files) {
      if (SHEETS.contains(Derived.ending(file))) {
        sheets(file, Set.of("parts", "part"), PartSheet.OPENED)
            .forEach(sheet -> part(file, sheet, used, parts));
      }
    }
    for (var file : files) {
      var ending = Derived.ending(file);
      boolean thing = Derived.MODELS.contains(ending) || Derived.PROGRAMS.contains(ending);
      if (thing && !used.contains(file.normalize())) {
        alone(file, parts);
      }
    }
    return unique(parts);
  }

  /** The machines under {@code folder} (or in the one file it is). */
  public List<Named<MachineProfile>> machines(Path folder) throws IOException {
    var machines = new ArrayList<Named<MachineProfile>>();
    for (var file : files(folder)) {
      if (SHEETS.contains(Derived.ending(file))) {
        sheets(file, Set.of("machines", "equipment", "facilities"), MachineSheet.OPENED)
            .forEach(sheet -> machine(file, sheet, "", List.of(), machines));
      }
    }
    return unique(machines);
  }

  private void part(Path file, Sheet sheet, Set<Path> used, List<Named<Requirement>> parts) {
    try {
      var name = sheet.text("", "name", "id", "title", "part-name");
      var derived = Derived.nothing();
      for (var beside : beside(file, sheet)) {
        used.add(beside.normalize());
        var other = Derived.of(beside);
        derived = derived.program() == null ? other : derived; // a program says more than a model
      }
      sheet.find("export", "source", "description", "version", "image", "license", "licence");
      var requirement = PartSheet.read(sheet, derived);
      var notes = new ArrayList<>(derived.notes());
      notes.addAll(sheet.unknown());
      parts.add(new Named<>(name.isEmpty() ? stem(file) : name, requirement, notes));
    } catch (SheetError e) {
      problems.add(e.words());
    } catch (IOException e) {
      problems.add("%s: could not be read: %s".formatted(file, e.getMessage()));
    }
  }

  /** The models and programs a sheet names, or those of its own name. */
  private static List<Path> beside(Path file, Sheet sheet) throws SheetError {
    var beside = new ArrayList<Path>();
    var folder = file.toAbsolutePath().resolveSibling("").normalize();
    for (var name : sheet.texts("file", "files", "model", "program")) {
      var path = folder.resolve(name).normalize();
      if (!path.startsWith(folder) || !Files.isRegularFile(path)) {
        throw sheet.error(
            sheet.find("file", "files", "model", "program"),
            "Expected a file beside the sheet, but found none at \"%s\".".formatted(name));
      }
      beside.add(file.resolveSibling(name));
    }
    if (beside.isEmpty()) {
      for (var endings : List.of(Derived.PROGRAMS, Derived.MODELS)) {
        for (var ending : endings.stream().sorted().toList()) {
          var path = file.resolveSibling(stem(file) + "." + ending);
          if (beside.isEmpty() && Files.isRegularFile(path)) {
            beside.add(path);
          }
        }
      }
    }
    return beside;
  }

  /** A model or program without a sheet: a program may say everything, a model never does. */
  private void alone(Path file, List<Named<Requirement>> parts) {
    try {
      var derived = Derived.of(file);
      var sheet = sheet("{}", file, Set.of());
      parts.add(new Named<>(stem(file), PartSheet.read(sheet, derived), derived.notes()));
    } catch (SheetError e) {
      problems.add(e.words() + " A sheet %s.yaml beside it can say it.".formatted(stem(file)));
    } catch (IOException e) {
      problems.add("%s: could not be read: %s".formatted(file, e.getMessage()));
    }
  }

  private void machine(
      Path file,
      Sheet sheet,
      String facility,
      List<String> usual,
      List<Named<MachineProfile>> machines) {
    try {
      var said = sheet.text("", "name", "id", "machine", "model", "make", "title");
      var name = facility + (said.isEmpty() ? stem(file) : said);
      var materials = sheet.texts("typical-materials");
      var inner = sheet.nodes("equipment", "machines");
      if (!inner.isEmpty()) { // a facility of OKW, or a workshop
        for (var node : inner) {
          if (node instanceof MappingNode) {
            machine(
                file,
                Sheet.of(sheet.file(), node, MachineSheet.OPENED),
                name + "/",
                materials.isEmpty() ? usual : materials,
                machines);
          }
        }
        return;
      }
      sheet.find(
          "condition",
          "notes",
          "quantity",
          "serial-number",
          "power-rating",
          "usage-levels",
          "maintenance-schedule",
          "location",
          "owner",
          "throughput",
          "make",
          "model",
          "name",
          "id",
          "build-volume",
          "computer-controlled",
          "uninterrupted-power-supply",
          "description");
      var profile = MachineSheet.read(sheet, name, usual);
      machines.add(new Named<>(name, profile, sheet.unknown()));
    } catch (SheetError e) {
      problems.add(e.words());
    }
  }

  private List<Sheet> sheets(Path file, Set<String> lists, Set<String> opened) {
    var sheets = new ArrayList<Sheet>();
    try {
      var text = text(file);
      for (var document : new Compose(SETTINGS).composeAllFromString(text)) {
        for (var node : listed(document, lists)) {
          sheets.add(Sheet.of(file.toString(), node, opened));
        }
      }
    } catch (SheetError e) {
      problems.add(e.words());
    } catch (MarkedYamlEngineException e) {
      problems.add(
          "%s:%d: Expected YAML or JSON, but found: %s"
              .formatted(
                  file,
                  e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0),
                  e.getProblem()));
    } catch (IOException | YamlEngineException e) {
      problems.add("%s: Expected YAML or JSON, but: %s".formatted(file, e.getMessage()));
    }
    return sheets;
  }

  private static Sheet sheet(String text, Path file, Set<String> opened) throws SheetError {
    return Sheet.of(
        file.toString(), new Compose(SETTINGS).composeString(text).orElseThrow(), opened);
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      throw new IOException("larger than 32 MB");
    }
    var text = Files.readString(file, StandardCharsets.UTF_8);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    // JSON may be indented by tabs, YAML may not; neither has a raw tab within a value
    return Derived.ending(file).equals("json") ? text.replace('\t', ' ') : text;
  }

  /** One sheet, the items of a list, or the items under a key that is nothing but a list. */
  private static List<Node> listed(Node document, Set<String> lists) {
    if (document instanceof SequenceNode list) {
      return list.getValue();
    }
    if (document instanceof MappingNode mapping && mapping.getValue().size() == 1) {
      var tuple = mapping.getValue().getFirst();
      if (tuple.getKeyNode() instanceof ScalarNode key
          && lists.contains(Sheet.plain(key.getValue()))
          && tuple.getValueNode() instanceof SequenceNode list) {
        return list.getValue();
      }
    }
    return List.of(document);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    try (var paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Things of one name get a number: {@code bracket}, {@code bracket-2}. */
  private static <T> List<Named<T>> unique(List<Named<T>> things) {
    Map<String, Integer> seen = new HashMap<>();
    var unique = new ArrayList<Named<T>>();
    for (var thing : things) {
      int count = seen.merge(thing.name(), 1, Integer::sum);
      unique.add(
          count == 1
              ? thing
              : new Named<>(thing.name() + "-" + count, thing.thing(), thing.notes()));
    }
    return unique;
  }

  private static String stem(Path file) {
    var name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
