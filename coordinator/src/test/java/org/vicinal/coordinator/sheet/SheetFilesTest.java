package org.vicinal.coordinator.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Turning;

/**
 * Sheets are read as people write them; what cannot be read is told with file, line and what was
 * expected.
 */
class SheetFilesTest {
  @TempDir private Path folder;
  private SheetFiles files = new SheetFiles();

  @BeforeEach
  void fresh() {
    files = new SheetFiles();
  }

  @Test
  void keysAndUnitsAreTakenAsPeopleWriteThem() throws Exception {
    write(
        "a.yaml",
        "Process: fdm\nMATERIAL: pla\nouter_dimensions: {width: 4, depth: 2, height: 1, unit: cm}\nlayer-height: 200 µm\n");
    write(
        "b.json",
        "{\t\"process\": \"3DP\", \"materials\": [\"PETG\"], \"size\": \"1 x 2 x 3 in\", \"quantity\": 12}");
    write(
        "c.yml",
        "parts:\n- {making: MILLING, material: oak, size: [1, 2, 3], shape: {turning: ABOUT_Z}}\n- {making: TURNING, material: steel, size: [9, 9, 50]}\n");
    var parts = files.parts(folder);
    assertThat(files.problems()).isEmpty();
    assertThat(parts).extracting(Named::name).containsExactly("a", "b", "c", "c-2");
    assertThat(parts.get(0).thing().size()).isEqualTo(new Size(40, 20, 10));
    assertThat(parts.get(0).thing().tooling().layerMm()).isEqualTo(0.2);
    assertThat(parts.get(1).thing().making()).isEqualTo(Making.PRINTING);
    assertThat(parts.get(1).thing().size().z()).isBetween(76.19, 76.21);
    assertThat(parts.get(1).thing().terms().pieces()).isEqualTo(12);
    assertThat(parts.get(2).thing().turning()).isEqualTo(Turning.ABOUT_Z);
  }

  @Test
  void aModelBesideASheetGivesTheSizeAndAContradictionIsShown() throws Exception {
    copy("coat-hook/coat-hook.stl", "hook.stl");
    write("hook.yaml", "process: FFF\nmaterial: PLA\nsize: [500, 1, 1]\n");
    var part = files.parts(folder).getFirst();
    assertThat(part.thing().size()).isEqualTo(new Size(37.5, 56, 14));
    assertThat(part.thing().shape().volumeMm3()).isBetween(7000.0, 7500.0);
    assertThat(part.notes()).hasSize(1);
    assertThat(part.notes().getFirst())
        .contains("the sheet says 500 x 1 x 1 mm, but")
        .endsWith("The file counts.");
  }

  @Test
  void aProgramAloneSaysEverything() throws Exception {
    copy("coat-hook/coat-hook.gcode", "hook.gcode");
    var part = files.parts(folder).getFirst().thing();
    assertThat(files.problems()).isEmpty();
    assertThat(part.making()).isEqualTo(Making.FFF);
    assertThat(part.material()).isEqualTo("PLA");
    assertThat(part.controllers()).isEqualTo(Set.of(Controller.MARLIN));
    assertThat(part.turning()).isEqualTo(Turning.FIXED);
    assertThat(part.nozzleCelsius()).isEqualTo(215);
  }

  @Test
  void aModelAloneIsAskedFor() throws Exception {
    copy("coat-hook/coat-hook.stl", "hook.stl");
    assertThat(files.parts(folder)).isEmpty();
    assertThat(files.problems().getFirst())
        .contains("Expected a process")
        .endsWith("A sheet hook.yaml beside it can say it.");
  }

  @Test
  void errorsNameFileLineAndWhatWasExpected() throws Exception {
    problem("process: fumbling\nmaterial: PLA\n", "x.yaml:1: Expected a process such as FFF");
    problem(
        "process: FFF\nmaterial: PLA\nsize: [1, 2]\n",
        "x.yaml:3: Expected three sides x, y, z, but found 2");
    problem(
        "process: FFF\nmaterial: PLA\nsize: 3 x 4 x banana\n", "x.yaml:3: Expected a size such as");
    problem(
        "process: FFF\nmaterial: PLA\n\npieces: 0\n",
        "x.yaml:4: Expected 1 to 1000000 whole pieces, but found \"0\"");
    problem(
        "process: FFF\nmaterial: PLA\npieces: 99999999999\n", "Expected 1 to 1000000 whole pieces");
    problem(
        "process: FFF\nmaterial: PLA\npurpose: [ordinary, food]\n",
        "either ordinary use or special purposes");
    problem(
        "process: FFF\nmaterial: PLA\ntolerance: IT99\n", "x.yaml:3: Expected a tolerance class");
    problem(
        "process: FFF\nmaterial: PLA\ncritical: [bore 8 ± 9]\n",
        "x.yaml:3: Expected bore to be a length");
    problem(
        "process: FFF\nmaterial: PLA\nheat: hot\n",
        "x.yaml:3: Expected a temperature in °C from 0, but found \"hot\"");
    problem("process: FFF\nmaterial: [PLA, ABS]\n", "x.yaml:2: Expected one material");
    problem("material: PLA\n", "x.yaml:1: Expected a process");
    problem(
        "process: FFF\nfile: ../../secret.stl\nmaterial: PLA\n",
        "x.yaml:2: Expected a file beside the sheet");
    problem("process: [FFF\n", "Expected YAML or JSON, but found");
    problem(
        "process: FFF\nprocess: SLA\n", "x.yaml:2: Expected \"process\" once, but found it twice.");
    problem("just words", "Expected \"key: value\" lines");
  }

  @Test
  void aFacilityOfOkwIsItsEquipment() throws Exception {
    write(
        "w.json",
        """
        {"name": "Lab", "typical_materials": [{"material_type": "https://en.wikipedia.org/wiki/Plywood"}],
         "equipment": [{"equipment_type": "https://en.wikipedia.org/wiki/CNC_router", "x_travel": 600, "y_travel": 400,
           "z_travel": 80, "tolerance_class": "m"}]}
        """);
    var machine = files.machines(folder).getFirst();
    assertThat(files.problems()).isEmpty();
    assertThat(machine.name()).isEqualTo("Lab/w");
    assertThat(machine.thing().making()).isEqualTo(Making.MILLING);
    assertThat(machine.thing().room()).isEqualTo(new Size(600, 400, 80));
    assertThat(machine.thing().materials())
        .isEqualTo(Set.of("https://en.wikipedia.org/wiki/Plywood"));
  }

  @Test
  void whatIsUnknownIsSaidAndPassedOver() throws Exception {
    write("m.yaml", "name: a\nprocess: FFF\nroom: [1, 2, 3]\nmaterials: [PLA]\nnozle: 0.4\n");
    assertThat(files.machines(folder).getFirst().notes())
        .isEqualTo(
            List.of(
                folder.resolve("m.yaml") + ":5: \"nozle\" is not known here and was passed over."));
  }

  private void problem(String text, String words) throws Exception {
    var reading = new SheetFiles();
    write("x.yaml", text);
    assertThat(reading.parts(folder)).isEmpty();
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.problems().getFirst()).contains(words);
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private void copy(String design, String name) throws Exception {
    Files.copy(Path.of("../designs").resolve(design), folder.resolve(name));
  }
}
