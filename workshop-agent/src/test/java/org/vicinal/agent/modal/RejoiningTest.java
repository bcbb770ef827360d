package org.vicinal.agent.modal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An interrupted program goes on from a safe line that was surely made, with everything rebuilt.
 */
class RejoiningTest {

  private static Rejoining follow(Modal begin, int planner, List<String> lines) {
    Rejoining rejoining = Rejoining.of(begin, planner);
    long number = 1;
    for (String line : lines) {
      rejoining.taken(number++, line);
    }
    return rejoining;
  }

  @Test
  void aPrinterGoesOnFromATravelBehindItsPlanner() {
    List<String> lines =
        List.of(
            "M190 S60",
            "M109 S215",
            "G28",
            "M82",
            "G1 X0 Y0 Z0.2 F3000",
            "G1 X10 E1",
            "G1 X20 F4800",
            "G1 X30 E2 F1200",
            "G1 X40 E3",
            "G1 X50 F4800",
            "G1 X60 E4");
    var proposal = follow(Modal.printer(), 3, lines).propose().orElseThrow();
    assertThat(proposal.line()).isEqualTo(7);
    assertThat(proposal.before())
        .containsSubsequence(
            "G92 Z0.2",
            "M190 S60",
            "G1 Z5 F600",
            "G28 X Y",
            "M109 S215",
            "G1 X10 Y0 F4800",
            "G1 Z0.2 F600",
            "G92 E1",
            "M82");
    assertThat(proposal.checks()).anyMatch(check -> check.contains("Z0.2"));
    assertThat(proposal.height()).isEqualTo(0.2);
  }

  @Test
  void howHighAPrinterStandsIsAPersonsWordWhenItHasClimbedSince() {
    List<String> lines =
        List.of("G28", "G1 X0 Y0 Z1", "G1 X9 E1", "G1 X1", "G1 X9 E2", "G1 X1 Z2", "G1 X9 E3");
    var proposal = follow(Modal.printer(), 3, lines).propose().orElseThrow();
    assertThat(proposal.line()).isEqualTo(4);
    assertThat(proposal.height()).isNaN();
    assertThat(proposal.before()).contains("G92 Z2", "G1 Z1 F600");
  }

  @Test
  void aMillGoesOnWithTheToolUpAndTheSpindleTurningBeforeItGoesDown() {
    List<String> lines =
        List.of(
            "G21G90G55",
            "M3S9000",
            "G0X0Y0Z5",
            "G1Z-1F200",
            "G1X10F800",
            "G0Z5",
            "G0X20",
            "G1Z-1F200",
            "G1X30F800",
            "G1X40",
            "G1X50");
    var proposal = follow(Modal.mill(), 4, lines).propose().orElseThrow();
    assertThat(proposal.line()).isEqualTo(8);
    assertThat(proposal.before())
        .startsWith("G21G90G94G55", "G0Z5", "M3S9000", "G4P4", "G0X20Y0")
        .noneMatch(line -> line.contains("Z-"));
  }

  @Test
  void aProgramThatHadHardlyBegunBeginsAnew() {
    assertThat(follow(Modal.mill(), 16, List.of("G21", "G0X0Y0Z5", "G1Z-1F100")).propose())
        .isEmpty();
  }
}
