package org.vicinal.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever people write is read as far as it can be, and every tolerance names its line. */
class ManifestsTest {
  private static final String TWO =
      """
      okhv = "2.4"
      name = "Hook"
      repo = "https://example.org/hook"
      license = "CERN-OHL-S-2.0"
      licensor = "Ada"
      function = "Holds a coat."
      """;

  @Test
  void aManifestByTheStandardHasNoFindings() {
    var manifest = read("okh.toml", TWO);
    assertThat(manifest.findings()).isEmpty();
    assertThat(manifest.kind()).isEqualTo(Kind.OKH_2);
    assertThat(manifest.meanings().getFirst().words("name")).contains("Hook");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "documentationLanguage = 'en' | was read as \"documentation-language\"",
        "organisation = 'Ada' | was read as \"organization\"",
        "forkOf = 'https://example.org' | was read as \"fork-of\"",
        "documentation-language = 'english-US' | was read as the language en-US",
        "documentation-language = 'xx-nowhere' | Expected \"documentation-language\" to be a"
            + " language",
        "version = 1.10 | \"version\" is the number 1.10 and was read as text",
        "readme = '/README.md' | was read as README.md in the project's folder",
        "readme = 'docs\\README.md' | was read as docs/README.md",
        "readme = '../README.md' | leads out of the project's folder",
        "mass = '85 g' | was read as a number",
        "mass = {value = 0.085, unit = 'kg'} | Expected mass as a number of grams",
        "outer-dimensions = 'cube(size = [120,100,5]' | 120 mm wide, 100 deep, 5 high",
        "outer-dimensions = {width = '180', depth = 1, height = 1} | \"width\" is \"180\"",
        "outer-dimensions = {widht = 1, depth = 1, height = 1} | \"widht\" was read as \"width\"",
        "outer-dimensions = {width = 0, depth = 1, height = 1} | no size",
        "tsdc = 'STD' | no known tsdc",
        "technology-readiness-level = 'OTLR-5' | was read as OTRL-5",
        "rpm = 666 | is not part of the standard; it is kept",
        "bom = '' | has no value",
      })
  void everyQuirkIsAFindingWithItsLine(String line, String words) {
    var findings = read("okh.toml", TWO + line + "\n").findings();
    assertThat(findings).anySatisfy(it -> assertThat(it.words()).contains(words));
    assertThat(findings).allSatisfy(it -> assertThat(it.line()).isEqualTo(7));
  }

  @Test
  void sizesAndMassesAreMillimetresAndGrams() {
    var two =
        read(
                "okh.toml",
                TWO
                    + "mass = {value = 0.085, unit = 'kg'}\n"
                    + "outer-dimensions = 'cylinder(h=30, r=28)'\n")
            .meanings()
            .getFirst();
    assertThat(two.words("mass")).contains("85");
    assertThat(
            ((org.vicinal.commons.tree.Node.Table) two.find("outer-dimensions").orElseThrow())
                .words("width"))
        .contains("56");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "okh.toml | a = 1;b = \"x;c = 2 | 2 | Expected TOML",
        "okh.yml | title: a;description: b: c | 2 | Expected YAML",
        "okh.yml | title: a;\tdescription: b | 2 | Expected YAML",
        "okh.json | {\"title\": \"a\",;\"b\" 2} | 2 | Expected JSON",
        "okh.yml | title: a;title: b;license: {hardware: MIT} | 2 | stands twice, here and in line"
            + " 1",
        "okh.yml | title: a;license: [MIT] | 2 | Expected \"license\" to be one table",
        "okh.yml | %Open Know-How Manifest 1.0;---;title: a | 1 | was read as a comment",
      })
  void whatIsBrokenSaysWhatAndWhere(String name, String text, int line, String words) {
    assertThat(read(name, text.replace(';', '\n')).findings())
        .anySatisfy(
            it -> {
              assertThat(it.line()).isEqualTo(line);
              assertThat(it.words()).contains(words);
            });
  }

  @Test
  void whatIsMissingIsNamed() {
    var findings = read("okh.toml", "okhv = \"2.4\"\n").findings();
    assertThat(findings.stream().map(Finding::words))
        .anyMatch(it -> it.contains("\"license\""))
        .anyMatch(it -> it.contains("\"repo\""));
  }

  @Test
  void otherEncodingsAreReadAndNamed() {
    var manifest =
        Manifests.read("okh.toml", (TWO + "# Häuer\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(manifest.findings())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.text("okh.toml"))
                    .startsWith("okh.toml:7: warning: This is not UTF-8"));
  }

  @Test
  void aModelGivenByMistakeIsNoManifest() {
    assertThat(read("part.stl", "solid x\nfacet normal 0 0 1\n").isBroken()).isTrue();
  }

  @Test
  void theFileThatShouldFailFails() throws IOException {
    var there =
        RealManifests.needed("okh").stream()
            .filter(it -> it.toString().contains("should-fail"))
            .toList();
    assertThat(there).hasSize(1);
    assertThat(Manifests.read(there.getFirst()).findings())
        .anySatisfy(it -> assertThat(it.text("f")).startsWith("f:18: error: Expected \"license\""));
  }

  @Test
  void allSixContainersOfWorkshopsGiveNameAndPlace() {
    var texts =
        List.of(
            "{\"name\": \"A\", \"facilityStatus\": \"Active\", \"location\": {\"gpsCoordinates\":"
                + " \"1, 2\"}}",
            "{\"name\": \"A\", \"facility_status\": \"Active\", \"location\": {\"gps_coordinates\":"
                + " \"1, 2\"}}",
            "[{\"geocoding\": {\"latitude\": 1, \"longitude\": 2}, \"location\": {}, \"facility\":"
                + " {\"name\": \"A\"}}]",
            "{\"DistributedResource\": [{\"resource_id\": 1, \"address_id\": 7}], \"Address\":"
                + " [{\"address_id\": 7, \"latitude\": 1, \"longitude\": 2}],"
                + " \"ManufacturingFacility\": [{\"resource_id\": 1, \"name\": \"A\"}]}",
            "{\"title\": \"A\", \"supply-atoms\": []}",
            "{\"api_compatibility\": [\"15\"], \"space\": \"A\", \"location\": {\"lat\": 1,"
                + " \"lon\": 2}}");
    var kinds =
        List.of(
            Kind.OKW_SPECIFIED,
            Kind.OKW,
            Kind.OKW_LINKED,
            Kind.OKW_RELATIONAL,
            Kind.OKW_ATOMS,
            Kind.SPACE_API);
    for (int at = 0; at < texts.size(); at++) {
      var manifest = read("w.json", texts.get(at));
      assertThat(manifest.kind()).isEqualTo(kinds.get(at));
      assertThat(manifest.meanings().getFirst().words("name")).contains("A");
      assertThat(at == 4 || manifest.meanings().getFirst().has("location")).isTrue();
    }
  }

  static Manifest read(String name, String text) {
    return Manifests.read(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
