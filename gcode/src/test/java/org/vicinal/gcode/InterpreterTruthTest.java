package org.vicinal.gcode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vicinal.gcode.Finding.Severity;

/**
 * LinuxCNC's rs274 and we agree on where a program goes and whether it may.
 *
 * <p>rs274 prints four decimals of the program's unit, so the truth of a program in inches is known
 * to 0.0013 mm only.
 */
class InterpreterTruthTest {
  private static final Offset<Double> EXACT = Offset.offset(0.001);

  /** Half of the last digit that rs274 prints of a program in inches. */
  private static final Offset<Double> PRINTED = Offset.offset(0.0005 * 25.4 / 10 + 1e-6);

  @Test
  void theEndAndTheBoxAreThoseOfRs274() throws IOException {
    Path cnc = SharedData.folder("cnc");
    var softly = new SoftAssertions();
    for (Map<String, String> row : SharedData.table(cnc.resolve("TRUTH.csv"))) {
      String file = SharedData.text(row, "file");
      Inspection part =
          Inspector.anyMachine().withDialect(Dialect.LINUXCNC).inspect(cnc.resolve(file));
      softly
          .assertThat(part.findings())
          .as(file)
          .noneMatch(f -> f.severity() == Severity.ERROR && f.line() > 0);
      near(
          softly,
          file + " end",
          part.end().stream().mapToDouble(Double::doubleValue).toArray(),
          SharedData.text(row, "final_mm"));
      if (file.endsWith("tcdemo.ngc")) {
        continue; // its splines leave the box that the reference drew without them
      }
      Box box = part.box().all();
      near(
          softly,
          file + " min",
          new double[] {box.minX(), box.minY(), box.minZ()},
          SharedData.text(row, "bbox_min_mm"));
      near(
          softly,
          file + " max",
          new double[] {box.maxX(), box.maxY(), box.maxZ()},
          SharedData.text(row, "bbox_max_mm"));
    }
    softly.assertAll();
  }

  private static void near(SoftAssertions softly, String what, double[] ours, String list) {
    if (list.isEmpty()) {
      return;
    }
    String[] truth = list.replaceAll("[\\[\\]]", "").split(", ", -1);
    for (int i = 0; i < 3; i++) {
      softly
          .assertThat(ours[i])
          .as("%s axis %d", what, i)
          .isCloseTo(
              Double.parseDouble(truth[i]), what.contains("genes-encoder") ? PRINTED : EXACT);
    }
  }
}
