package org.vicinal.coordinator.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.commons.Manifests;
import org.vicinal.coordinator.folder.ProjectFolder.Use;

/** A folder without a manifest gets one from its files, and what only a person knows is named. */
class FolderTest {
  private static final String TETRAHEDRON =
      """
      solid wedge
      facet normal 0 0 -1
      outer loop
      vertex 0 0 0
      vertex 0 20 0
      vertex 10 0 0
      endloop
      endfacet
      facet normal 0 -1 0
      outer loop
      vertex 0 0 0
      vertex 10 0 0
      vertex 0 0 30
      endloop
      endfacet
      facet normal -1 0 0
      outer loop
      vertex 0 0 0
      vertex 0 0 30
      vertex 0 20 0
      endloop
      endfacet
      facet normal 1 1 1
      outer loop
      vertex 10 0 0
      vertex 0 20 0
      vertex 0 0 30
      endloop
      endfacet
      endsolid wedge
      """;
  private static final String PROGRAM =
      "G28\nM109 S200\nG1 X10 Y10 Z0.2 F1200\nG1 X50 E2\nG1 Y50 E4\n; filament_type = PLA\n";

  @TempDir Path folder;

  @Test
  void partsAreMeasuredAndTheirProcessIsReadFromTheProgram() throws IOException {
    write("README.md", "# Door wedge\n\nKeeps a door open.\n");
    write("LICENSE", "CC0 1.0 Universal\n");
    write("wedge.stl", TETRAHEDRON);
    write("wedge.gcode", PROGRAM);
    write("wedge.scad", "cube(1);");
    var proposal = Proposal.of(ProjectFolder.scan(folder));
    var text = proposal.text();
    assertThat(proposal.missing()).containsExactly("repo", "licensor");
    assertThat(text)
        .contains(
            "name = \"Door wedge\"", "function = \"Keeps a door open.\"", "license = \"CC0-1.0\"")
        .contains("tsdc = \"3DP\"", "material = \"PLA\"", "width = 10", "depth = 20", "height = 30")
        .contains("volume-cm3 = 1", "mass = 1.2", "source = [\"wedge.scad\"]");
    var read = Manifests.read("okh.toml", text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.findings())
        .noneMatch(it -> it.words().contains("A part") || it.words().startsWith("Part "));
  }

  @Test
  void theAddressComesFromGit() throws IOException {
    write(".git/config", "[remote \"origin\"]\n\turl = git@github.com:me/wedge.git\n");
    var manifest = Proposal.of(ProjectFolder.scan(folder)).manifest();
    assertThat(manifest.words("repo")).contains("https://github.com/me/wedge");
  }

  @Test
  void linksAndHiddenFilesAreLeftOut() throws IOException {
    write("a.stl", TETRAHEDRON);
    write(".secret/key.txt", "x");
    Files.createSymbolicLink(folder.resolve("other.stl"), folder.resolve("a.stl"));
    var scanned = ProjectFolder.scan(folder);
    assertThat(scanned.files()).extracting(it -> it.path()).containsExactly("a.stl");
    assertThat(scanned.leftOut()).singleElement().asString().contains("other.stl is a link");
  }

  @Test
  void theManifestNearestToTheRootCounts() throws IOException {
    write("parts/okh.toml", "okhv = \"2.4\"");
    write("okh.yml", "title: a");
    assertThat(ProjectFolder.scan(folder).findManifest()).contains(folder.resolve("okh.yml"));
    assertThat(Use.of("docs/Assembly_Guide.md")).isEqualTo(Use.INSTRUCTIONS);
    assertThat(Use.of("sBoM.csv")).isEqualTo(Use.BOM);
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
