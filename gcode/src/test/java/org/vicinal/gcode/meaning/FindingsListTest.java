package org.vicinal.gcode.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every finding is explained to people, with its weight. */
class FindingsListTest {
  @Test
  void theListNamesEveryRuleWithItsSeverity() throws IOException {
    Path list = Path.of("../docs/gcode-findings.md");
    String text = Files.readString(Files.exists(list) ? list : Path.of("docs/gcode-findings.md"));
    for (Rule rule : Rule.values()) {
      assertThat(text).contains("| `" + rule.code() + "` | " + rule.severity() + " |");
    }
    assertThat(text.lines().filter(line -> line.startsWith("| `"))).hasSize(Rule.values().length);
  }
}
