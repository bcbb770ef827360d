package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seconds of a layer are those of its own moves, whichever planner looks ahead how far. */
class LayerSecondsTest {
  private static final double PER_MOVE_AT_100_MM_PER_S = 0.1;

  @ParameterizedTest
  @EnumSource(TimeModel.class)
  void aLayerOfTwiceTheMovesTakesTwiceAsLong(TimeModel model) throws IOException {
    var program = new StringBuilder("M83\nG1 F6000\nG1 X10\n");
    for (int layer = 1; layer <= 3; layer++) {
      program.append(";LAYER_CHANGE\n");
      for (int i = 0; i < 1000 * layer; i++) {
        program.append("G1 X").append(i % 2 == 0 ? 20 : 10).append(" F600\n");
      }
    }
    Inspection part = inspect(model, program.toString());
    assertThat(part.layerSeconds()).hasSize(3);
    double first = part.layerSeconds().getFirst();
    assertThat(part.layerSeconds().get(1)).isCloseTo(2 * first, within(0.002 * first));
    assertThat(part.layerSeconds().get(2)).isCloseTo(3 * first, within(0.003 * first));
    assertThat(part.seconds().motion())
        .as("only the first move is in no layer")
        .isBetween(6 * first, 6 * first + 2);
  }

  @Test
  void anEmptyLayerTakesNoTime() throws IOException {
    Inspection part =
        inspect(
            TimeModel.MARLIN_JERK, ";LAYER_CHANGE\n;LAYER_CHANGE\nG1 X100 F6000\n;LAYER_CHANGE\n");
    assertThat(part.layerSeconds()).hasSize(3);
    assertThat(part.layerSeconds().get(0)).isZero();
    assertThat(part.layerSeconds().get(1)).isGreaterThan(10 * PER_MOVE_AT_100_MM_PER_S);
    assertThat(part.layerSeconds().get(2)).isZero();
  }

  private static Inspection inspect(TimeModel model, String program) throws IOException {
    return Inspector.anyMachine()
        .withDialect(Dialect.MARLIN)
        .withTimeModel(model)
        .inspect(new ByteArrayInputStream(program.getBytes(StandardCharsets.US_ASCII)));
  }
}
