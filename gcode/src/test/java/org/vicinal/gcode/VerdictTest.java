package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vicinal.gcode.Finding.Severity;

/**
 * Real GRBL 1.1h and LinuxCNC's rs274 ran the nasty programs; we accept and refuse the same ones
 * and end in the same place. Each disagreement is printed, and has a reason here or is a failure.
 */
class VerdictTest {
  private static final Pattern GRBL =
      Pattern.compile("GRBL: err=(\\d+)@(\\d+)\\(code (\\d+)\\) pos=([-0-9.,]+)");
  private static final double NEAR = 0.0011;

  /** File and dialect, and why both verdicts are right. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("n33_cr_only.nc GRBL", "its harness reads no CR; we end lines there"),
          Map.entry("n33_cr_only.nc LINUXCNC", "rs274 reads one line; we end lines at CR"),
          Map.entry("n35_bom.nc LINUXCNC", "a byte order mark is taken off with a warning"),
          Map.entry(
              "n36_unicode.nc GRBL", "GRBL drops the minus and moves to +5; refused for safety"),
          Map.entry("n54_G53_G54_G55.nc GRBL", "G10 writes into the machine's memory; forbidden"),
          Map.entry("n56_G28_G30.nc GRBL", "G28.1 writes into the machine's memory; forbidden"),
          Map.entry("n69_huge_num.nc GRBL", "GRBL's integer overflows to 0; refused"),
          Map.entry("n69_huge_num.nc LINUXCNC", "rs274 has no range; refused"),
          Map.entry("n98_gzipped.gcode LINUXCNC", "we read gzip, rs274 its bytes"),
          Map.entry("n98_gzipped.gcode GRBL", "we read gzip, GRBL its bytes"),
          Map.entry("n90_only_comment_binary.nc GRBL", "bytes that act at once are refused"));

  @Test
  void theNastyProgramsHaveTheVerdictsOfGrblAndRs274() throws IOException {
    Path nasty = SharedData.folder("nasty");
    var unexplained = new ArrayList<String>();
    int compared = 0;
    for (String row : Files.readAllLines(nasty.resolve("VERDICTS.txt"))) {
      String[] cells = row.split(" \\| ", 4);
      if (cells.length < 3 || !Files.exists(nasty.resolve(cells[0].strip()))) {
        continue;
      }
      Path file = nasty.resolve(cells[0].strip());
      for (Dialect dialect : List.of(Dialect.GRBL, Dialect.LINUXCNC)) {
        compared++;
        String difference = difference(file, dialect, cells);
        String reason = REASONS.get(file.getFileName() + " " + dialect);
        if (!difference.isEmpty()) {
          System.err.println(
              file.getFileName()
                  + " "
                  + difference
                  + ": "
                  + (reason == null ? "NO REASON" : reason));
          if (reason == null) {
            unexplained.add(file.getFileName() + " " + difference);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
    assertThat(unexplained).isEmpty();
  }

  private static String difference(Path file, Dialect dialect, String[] cells) throws IOException {
    Inspection part = Inspector.anyMachine().withDialect(dialect).inspect(file);
    List<String> errors =
        part.findings().stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(Finding::code)
            .toList();
    Matcher grbl = GRBL.matcher(cells[1]);
    boolean theirs;
    if (dialect == Dialect.GRBL) {
      if (!grbl.find()) {
        return "";
      }
      theirs = grbl.group(1).equals("0");
    } else {
      theirs = cells[2].startsWith("RS274: ok");
    }
    boolean ours = errors.stream().allMatch(code -> code.equals("empty-program"));
    if (ours != theirs) {
      return "%s: theirs %s, ours %s %s".formatted(dialect, word(theirs), word(ours), errors);
    }
    if (dialect == Dialect.GRBL && !near(part.end(), grbl.group(4))) {
      return "GRBL: ends at %s, ours at %s".formatted(grbl.group(4), part.end());
    }
    return "";
  }

  private static boolean near(List<Double> ours, String theirs) {
    String[] place = theirs.split(",", 3);
    for (int i = 0; i < 3; i++) {
      if (Math.abs(ours.get(i) - Double.parseDouble(place[i])) > NEAR) {
        return false;
      }
    }
    return true;
  }

  private static String word(boolean accepts) {
    return accepts ? "accepts" : "refuses";
  }
}
