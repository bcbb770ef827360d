package org.vicinal.gcode.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table says what was measured, beside whom, and what was not. */
class BenchTableTest {

  @Test
  void everyRowStandsBesideThePeer() {
    var ours = new Row("read, plan", 0.02, 200_000, 5_000_000, "");
    var peer = Peers.npmRow(0.5, 200_000, 5_000_000);
    assertThat(Peers.peerSeconds(List.of(ours, peer))).isEqualTo(0.5);
    assertThat(ours.text(0.5)).contains("20.00", "250.0", "10.00", "25.0");
    assertThat(peer.text(0.5)).doesNotContain("1.0 ");
  }

  @Test
  void anAbsentPeerIsNamedWithHowToGetIt() {
    Row absent = Peers.npmAbsent();
    assertThat(absent.measured()).isFalse();
    assertThat(absent.text(Double.NaN)).contains("npm gcode-toolpath", "npm install");
    assertThat(Peers.peerSeconds(List.of(absent))).isNaN();
  }

  @Test
  void sizesAreReadAsPeopleWriteThem() {
    assertThat(BigProgram.size("46MB")).isEqualTo(46_000_000);
    assertThat(BigProgram.size("1g")).isEqualTo(1_000_000_000);
    assertThat(BigProgram.size("2.5k")).isEqualTo(2_500);
    assertThat(BigProgram.size("700")).isEqualTo(700);
    assertThatThrownBy(() -> BigProgram.size("huge")).hasMessageContaining("46MB");
    assertThatThrownBy(() -> BigProgram.size("")).hasMessageContaining("46MB");
  }

  @Test
  void aBigProgramIsWholeRepetitions(@TempDir Path dir) throws IOException {
    Path one = Files.writeString(dir.resolve("one.gcode"), "G1 X1\nG1 X2");
    Path big = dir.resolve("big.gcode");
    BigProgram.write(one, 30, big);
    assertThat(big).hasContent("G1 X1\nG1 X2\nG1 X1\nG1 X2\nG1 X1\nG1 X2\n");
  }
}
