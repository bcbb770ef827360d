package org.vicinal.coordinator.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Turning;

/**
 * What a part asks comes from the bytes that somebody brings; what they typed must not contradict.
 */
class ProgramsTest {
  private static final Path DESIGNS = Path.of("../designs");
  @TempDir Path data;
  private FileStore store;
  private Programs programs;

  @BeforeEach
  void openTheStore() {
    store = new FileStore(data.resolve("files"), new Vault(data.resolve("keys")));
    programs = new Programs(store);
  }

  @Test
  void aProgramPinsOrientationControllerAndMaterialAndItsModelGivesTheVolume() throws Exception {
    var read =
        programs.read(
            List.of(design("coat-hook/coat-hook.gcode"), design("coat-hook/coat-hook.stl")),
            "plastic");
    var part = read.requirement();
    assertThat(part.material()).isEqualTo("PLA");
    assertThat(part.turning()).isEqualTo(Turning.FIXED);
    assertThat(part.controllers()).isEqualTo(Set.of(Controller.MARLIN));
    assertThat(part.shape().volumeMm3()).isBetween(7000.0, 7500.0);
  }

  @Test
  void aProgramForAnotherMaterialIsRefused() throws Exception {
    refused(
        "PETG",
        null,
        "coat-hook.gcode: Expected a program for PETG as stated, but it was sliced for PLA. Slice"
            + " it anew, or say PLA.",
        design("coat-hook/coat-hook.gcode"));
  }

  @Test
  void aModelThatCannotComeOutOfTheProgramIsRefused() throws Exception {
    refused(
        "PLA",
        null,
        "Expected models that come out of the programs",
        design("coat-hook/coat-hook.gcode"),
        design("lamp-ring/lamp-ring.stl"));
  }

  @Test
  void aModelAloneIsMeasuredWhenSomebodySaysHowItIsMade() throws Exception {
    var brought = List.of(design("lamp-ring/lamp-ring.stl"));
    var part = programs.read(brought, "PLA", Making.FFF).requirement();
    assertThat(part.size()).isEqualTo(new Size(300, 300, 6));
    assertThat(part.controllers()).isEmpty();
    assertThat(part.turning()).isEqualTo(Turning.ANY_FACE);
    refused(
        "PLA", null, "Expected a program (G-code) or a model", design("lamp-ring/lamp-ring.stl"));
  }

  @Test
  void aModelInMetresIsAskedForAndOneThatIsNoneIsRefused() throws Exception {
    var small = "v 0 0 0\nv 0.2 0 0\nv 0 0.1 0\nf 1 2 3\n";
    refused(
        "PLA",
        Making.FFF,
        "Drawn in metres it would be 200.0 mm: ask which it is. Export it",
        brought("a.obj", small));
    refused(
        "PLA",
        Making.FFF,
        "a.obj: The mesh: expected triangles, but found none",
        brought("a.obj", "v 1 2 3\n"));
    refused(
        "PLA", Making.FFF, "a.3mf: Expected a 3MF (a zip package)", brought("a.3mf", "PK nothing"));
  }

  private void refused(
      String material,
      @org.jspecify.annotations.Nullable Making making,
      String words,
      Brought... files) {
    assertThatThrownBy(() -> programs.read(List.of(files), material, making))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining(words);
  }

  private Brought design(String name) throws Exception {
    var path = DESIGNS.resolve(name);
    return put(path.getFileName().toString(), Files.readAllBytes(path));
  }

  private Brought brought(String name, String text) throws Exception {
    return put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Brought put(String name, byte[] bytes) throws Exception {
    var digest = Digest.of(bytes);
    try (var upload = store.receive(digest, new PersonId("ana"), 100_000_000)) {
      upload.write(bytes);
      upload.finish();
    }
    return new Brought(name, null, digest, null);
  }
}
