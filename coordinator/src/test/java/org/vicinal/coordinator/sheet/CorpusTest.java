package org.vicinal.coordinator.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fit answers every pair of the corpus as its independent labels say, reasons included. */
class CorpusTest {
  private static final Path CORPUS = Path.of("../corpus");

  @Test
  void everyPairMadeByRuleIsAnsweredAsLabelled() throws Exception {
    var files = new SheetFiles();
    var parts = files.parts(CORPUS.resolve("parts.json"));
    var machines = files.machines(CORPUS.resolve("machines.json"));
    assertThat(files.problems()).isEmpty();
    assertThat(parts).hasSizeGreaterThanOrEqualTo(300);
    assertThat(machines).hasSizeGreaterThanOrEqualTo(200);
    var score = Pairs.score(parts, machines, Labels.read(CORPUS.resolve("labels.txt")));
    assertThat(score.disagreements()).isEmpty();
    assertThat(score.pairs()).isEqualTo((long) parts.size() * machines.size());
    assertThat(score.labelledCan()).isGreaterThan(2000);
    assertThat(score.precision()).isEqualTo(1.0);
    assertThat(score.recall()).isEqualTo(1.0);
  }

  @Test
  void everyPairMadeByHandIsAnsweredAsLabelled() throws Exception {
    var files = new SheetFiles();
    var parts = files.parts(CORPUS.resolve("hand/parts.yaml"));
    var machines = files.machines(CORPUS.resolve("hand/machines.yaml"));
    assertThat(files.problems()).isEmpty();
    var score = Pairs.score(parts, machines, Labels.read(CORPUS.resolve("hand/labels.csv")));
    assertThat(score.disagreements()).isEmpty();
    assertThat(score.pairs()).isGreaterThan(40);
  }

  @Test
  void aWrongLabelIsFound(@TempDir Path folder) throws Exception {
    var files = new SheetFiles();
    var parts = files.parts(CORPUS.resolve("hand/parts.yaml"));
    var machines = files.machines(CORPUS.resolve("hand/machines.yaml"));
    var wrong = folder.resolve("labels.csv");
    Files.writeString(
        wrong,
        "exactly-the-bed,small,cannot,S\na-hair-too-long,small,can\nwide-204,small,cannot,M\nnobody,small,can\n");
    var score = Pairs.score(parts, machines, Labels.read(wrong));
    assertThat(score.precision()).isEqualTo(0);
    assertThat(score.recall()).isEqualTo(0);
    assertThat(score.disagreements()).hasSize(4);
    assertThat(score.disagreements().get(1))
        .isEqualTo(
            "a-hair-too-long x small: labelled can, answered cannot: bed width (x): 180.1 mm needed, 180 mm found");
  }
}
