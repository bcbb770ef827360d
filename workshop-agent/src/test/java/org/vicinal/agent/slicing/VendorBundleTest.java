package org.vicinal.agent.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.vicinal.messages.config.ConfigurationError;

/** Who inherits what from whom. */
class VendorBundleTest {
  private static final Path FILE = Path.of("Anna.ini");
  private final VendorBundle bundle =
      VendorBundle.parse(
          FILE,
          """
          # Anna's printers
          [vendor]
          name = Anna

          [printer:*common*]
          bed_shape = 0x0,200x0,200x200,0x200
          max_print_height = 180
          nozzle_diameter = 0.4
          printer_notes = MODEL_ANNA
          start_gcode = "G28 ; home\\nM83"
          renamed_from = old

          [printer:*large*]
          max_print_height = 400
          nozzle_diameter = 0.6

          [printer:Small]
          inherits = *common*

          [printer:Large]
          inherits = *common*; *large*
          nozzle_diameter = 0.8

          [printer:Loop]
          inherits = Loop

          [printer:Orphan]
          inherits = *nobody*

          [print:Fine]
          layer_height = 0.1
          post_process = "rm -rf /"
          compatible_printers_condition = nozzle_diameter[0]==0.4 and printer_notes=~/.*ANNA.*/

          [filament:PLA]
          filament_type = PLA
          temperature = 215
          """
              .lines()
              .toList());

  @Test
  void ownGoesBeforeInheritedAndTheLastParentBeforeTheFirst() {
    var large = bundle.flatten(VendorBundle.Kind.PRINTER, "Large");
    assertThat(large)
        .containsEntry("nozzle_diameter", "0.8")
        .containsEntry("max_print_height", "400")
        .containsEntry("start_gcode", "\"G28 ; home\\nM83\"")
        .doesNotContainKeys("inherits", "renamed_from");
  }

  @Test
  void namesInStarsAreOnlyToInheritFrom() {
    assertThat(bundle.list(VendorBundle.Kind.PRINTER))
        .containsExactly("Small", "Large", "Loop", "Orphan");
  }

  @Test
  void whatIsNotThereNamesTheNearest() {
    assertThatThrownBy(() -> bundle.flatten(VendorBundle.Kind.PRINTER, "small"))
        .isInstanceOf(ConfigurationError.class)
        .hasMessage(
            "Anna.ini: expected a printer profile of this file, found \"small\". Did you mean"
                + " \"Small\"?");
  }

  @Test
  void whoInheritsFromItselfOrFromNobodyIsNamed() {
    for (var name : List.of("Loop", "Orphan")) {
      assertThatThrownBy(() -> bundle.flatten(VendorBundle.Kind.PRINTER, name))
          .isInstanceOf(ConfigurationError.class)
          .hasMessageContaining("inherits from");
    }
  }

  @Test
  void aLineThatIsNeitherIsNamed() {
    assertThatThrownBy(() -> VendorBundle.parse(FILE, List.of("[printer:A]", "what")))
        .hasMessage("Anna.ini:2: expected \"[section]\" or \"key = value\", found \"what\".");
  }

  @Test
  void aProfileRunsNoProgramsOfItsOwn() {
    var profile = SlicingProfile.of(bundle, "Small", "Fine", "PLA");
    assertThat(profile.values()).doesNotContainKeys("post_process", "alias");
    assertThat(profile.room()).containsExactly(200, 200, 180);
  }

  @Test
  void aProfileForAnotherPrinterIsRefused() {
    assertThatThrownBy(() -> SlicingProfile.of(bundle, "Large", "Fine", "PLA"))
        .isInstanceOf(ConfigurationError.class)
        .hasMessage(
            "\"print Fine\" is not for the printer \"Large\": expected nozzle_diameter[0]==0.4 and"
                + " printer_notes=~/.*ANNA.*/.");
  }

  @Test
  void everyPrinterThatComesWithTheSlicerHasAProfileForPla() {
    var bundles = Slicing.listBundles();
    if (bundles.isEmpty()) {
      System.err.println(
          "NOT RUN: PrusaSlicer's profiles are not installed, so none was flattened.");
    }
    Assumptions.assumeFalse(bundles.isEmpty(), "PrusaSlicer's profiles are not installed");
    int printers = 0;
    for (var file : bundles) {
      var vendor = VendorBundle.read(file);
      for (var name : vendor.list(VendorBundle.Kind.PRINTER)) {
        var values = vendor.flatten(VendorBundle.Kind.PRINTER, name);
        if (values.getOrDefault("printer_technology", "FFF").equals("FFF")
            && !values.getOrDefault("default_print_profile", "").isBlank()) {
          var slicing = new Slicing(null, file.toString(), name, null, null, null);
          var profile = slicing.profile("PLA");
          assertThat(profile.room()).as("%s of %s", name, file).doesNotContain(0.0);
          printers++;
        }
      }
    }
    assertThat(printers).isGreaterThan(50);
  }
}
