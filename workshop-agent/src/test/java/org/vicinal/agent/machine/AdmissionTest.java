package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;

/** Lasers are refused wherever they hide; a tool change is no reason to refuse. */
class AdmissionTest {
  @TempDir Path folder;

  private List<String> forbids(String machine, String program) throws IOException {
    var file = folder.resolve("program");
    Files.writeString(file, program);
    var inspection =
        Inspector.of(MachineLimits.parse(machine.replace(';', '\n'), "here")).inspect(file);
    return Admission.findings(inspection, file).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .map(Finding::code)
        .toList();
  }

  @Test
  void aToolChangeOnGrblIsAPersonsWork() throws IOException {
    assertThat(forbids("dialect: grbl", "G21G90\nT2M6\nG0X1\n")).isEmpty();
    assertThat(forbids("dialect: grbl", "G21G90\nG43H1\nG0X1\n")).isNotEmpty();
  }

  @Test
  void aControllerInLaserModeIsRefused() throws IOException {
    assertThat(forbids("dialect: grbl;laser: true", "G21G90\nG0X1\n")).containsExactly("laser");
  }

  @Test
  void aLaserOnAPrinterIsRefused() throws IOException {
    assertThat(forbids("dialect: marlin", "G28\nM3 S200\nG1 X50 F1000\nM5\n")).contains("laser");
    assertThat(forbids("dialect: marlin", "G28\n" + "M106 S255\nG1 X50 F900\nM107\n".repeat(12)))
        .containsExactly("laser");
  }

  @Test
  void aPenIsNone() throws IOException {
    assertThat(forbids("dialect: marlin", "G28\nG1 Z5 F600\n" + "G1 X5 F900\nG1 X1\n".repeat(12)))
        .isEmpty();
  }
}
