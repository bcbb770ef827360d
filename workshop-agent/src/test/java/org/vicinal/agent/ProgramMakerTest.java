package org.vicinal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.network.FileShelf;
import org.vicinal.agent.slicing.PrusaSlicer;
import org.vicinal.agent.slicing.SliceLimits;
import org.vicinal.agent.slicing.SliceRefused;
import org.vicinal.agent.workshop.Check;
import org.vicinal.agent.workshop.Slice;
import org.vicinal.messages.config.Configuration;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Turning;

/** The real slicer, set up as workshop.yaml says: the same model gives the same bytes, always. */
class ProgramMakerTest {
  private static final MachineId MACHINE = new MachineId("left");
  @TempDir private Path folder;
  private AgentSettings settings = settings("");
  private FileShelf files = new FileShelf(Path.of("files"), URI.create("http://127.0.0.1"), "");

  @BeforeEach
  void setUp() throws Exception {
    if (PrusaSlicer.find(SliceLimits.USUAL).isEmpty()) {
      System.err.println("NOT RUN: prusa-slicer is not on the PATH, so no model was sliced.");
      Assumptions.abort("prusa-slicer is not on the PATH");
    }
    var profile = folder.resolve("pla.ini");
    Files.copy(designs().resolve("profiles").resolve("printer-220.ini"), profile);
    settings = settings("slicing:\n      profiles:\n        PLA: " + profile);
    files = new FileShelf(folder.resolve("files"), URI.create("http://127.0.0.1"), "");
  }

  @Test
  void theProgramLiesWithTheFilesAndMayRunOnItsMachine() throws Exception {
    var made = maker().make(slice("PLA"), clip());
    var program = files.pathOf(made.digest());
    assertThat(program).hasSize(made.bytes());
    var check = ProgramReader.read(program, "clip", settings.listMachines().getFirst().limits());
    assertThat(check)
        .isInstanceOfSatisfying(
            Check.Passed.class,
            passed -> {
              assertThat(passed.seconds()).isBetween(300.0, 7200.0);
              assertThat(passed.grams()).isBetween(1.0, 40.0);
            });
  }

  @Test
  void anAgentThatStartsAgainHasTheSameBytes() throws Exception {
    var first = maker().make(slice("PLA"), clip());
    Files.createDirectories(folder.resolve("slices").resolve("slicing123").resolve("settings"));
    assertThat(maker().make(slice("PLA"), clip())).isEqualTo(first);
    assertThat(folder.resolve("slices").resolve("slicing123"))
        .as("what a slicer left that died with its agent")
        .doesNotExist();
  }

  @Test
  void noProfileAndNoModelAreWords() throws Exception {
    var maker = maker();
    assertThatThrownBy(() -> maker.make(slice("PETG"), clip()))
        .isInstanceOf(ConfigurationError.class)
        .hasMessage("slicing: expected a profile for PETG, found [PLA].");
    var text = Files.writeString(folder.resolve("no.stl"), "no model");
    assertThatThrownBy(() -> maker.make(slice("PLA"), text)).isInstanceOf(SliceRefused.class);
  }

  @Test
  void aSlicerThatIsNotThereTakesTheWordFromTheMachine() {
    var without =
        settings("slicing:\n      profiles:\n        PLA: pla.ini\nslicer: /nowhere/prusa-slicer");
    var maker = new ProgramMaker(folder.resolve("slices"), files);
    maker.equip(without);
    assertThat(maker.isReady()).isFalse();
    maker.equip(settings);
    assertThat(maker.isReady()).isTrue();
  }

  private ProgramMaker maker() {
    var maker = new ProgramMaker(folder.resolve("slices"), files);
    maker.equip(settings);
    return maker;
  }

  private static Slice slice(String material) throws Exception {
    var bytes = Files.readAllBytes(clip());
    var model = new FileRef("clip.stl", FileRef.Role.MODEL, Digest.of(bytes), bytes.length, null);
    return new Slice(model, MACHINE, material, Turning.ANY_FACE, 0);
  }

  private static Path clip() {
    return designs().resolve("cable-clip").resolve("cable-clip.stl");
  }

  private static Path designs() {
    var here = Path.of("").toAbsolutePath();
    var beside = here.resolveSibling("designs");
    return Files.isDirectory(beside) ? beside : here.resolve("designs");
  }

  private static AgentSettings settings(String more) {
    try {
      var file = Files.createTempFile("workshop", ".yaml");
      try {
        Files.writeString(
            file,
            """
            machines:
              - name: left
                port: simulated:marlin
                controller: marlin
                like: ender-3
                room: [220, 220, 250]
                nozzle-celsius: 260
                bed-celsius: 100
                materials:
                  PLA: 25.00
            """
                + (more.isEmpty() ? "" : "    " + more + "\n"));
        return Configuration.read(AgentSettings.class, file, "NONE_", Map.of(), Map.of());
      } finally {
        Files.delete(file);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
