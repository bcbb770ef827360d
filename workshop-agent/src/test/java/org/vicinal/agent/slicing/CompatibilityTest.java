package org.vicinal.agent.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as vendors write them. */
class CompatibilityTest {
  private static final Map<String, String> PRINTER =
      Map.of(
          "nozzle_diameter", "0.4,0.6",
          "printer_notes", "PRINTER_VENDOR_X\\nPRINTER_MODEL_MK3S",
          "printer_model", "MK3S",
          "single_extruder_multi_material", "0");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nozzle_diameter[0]==0.4                                             | true
          nozzle_diameter[0]==0.40 and num_extruders>1                        | true
          nozzle_diameter[1]<0.6                                              | false
          nozzle_diameter[0]>=0.4 and nozzle_diameter[0]!=0.6                 | true
          printer_notes=~/.*PRINTER_MODEL_MK3.*/                              | true
          printer_notes!~/.*PRINTER_MODEL_MK3.*/                              | false
          printer_model=="MK2" or printer_model=="MK3S"                       | true
          printer_model=="MK2" && nozzle_diameter[0]==0.4                     | false
          ! single_extruder_multi_material                                    | true
          !(printer_notes=~/.*MK3.*/ and nozzle_diameter[0]==0.4)             | false
          (printer_model=="MK2" or printer_model=="MK3S") and num_extruders>2 | false
          nozzle_diameter[7]==0.4                                             | false
          a condition in no language that anybody reads                       | true
          nozzle_diameter[0]==                                                | true
          printer_notes=~/(/                                                  | true
          """)
  void holds(String condition, boolean expected) {
    assertThat(Compatibility.holds(condition, PRINTER)).isEqualTo(expected);
  }
}
