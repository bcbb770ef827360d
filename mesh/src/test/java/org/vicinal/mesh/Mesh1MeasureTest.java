package org.vicinal.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.mesh.Measure.Format;

/** Solids of known volume are measured right in every format, wherever and however they lie. */
class Mesh1MeasureTest {
  private static final Solid BOX = Solid.box(30, 20, 10);

  @Test
  void aBoxIsTheSameInEveryFormat() throws Exception {
    var files =
        Map.of(
            Format.STL_BINARY, BOX.stl("exported by hand"),
            Format.STL_TEXT, BOX.stlText(),
            Format.OBJ, BOX.obj(false),
            Format.THREE_MF, Solid.threeMf("millimeter", BOX.object(1), "<item objectid=\"1\"/>"));
    for (var file : files.entrySet()) {
      var measure = measure(file.getValue());
      assertThat(measure.format()).isEqualTo(file.getKey());
      assertThat(measure.findings()).isEmpty();
      assertThat(measure.largestSides()).containsExactly(30.0, 20.0, 10.0);
      assertThat(measure.volumeMm3()).isEqualTo(6000, offset(1e-6));
      assertThat(measure.areaMm2()).isEqualTo(2200, offset(1e-6));
      assertThat(measure.watertight()).isTrue();
      assertThat(measure.triangles()).isEqualTo(12);
    }
  }

  @Test
  void negativeNumbersOfAnObjCountBackwards() throws Exception {
    assertThat(measure(BOX.obj(true)).volumeMm3()).isEqualTo(6000, offset(1e-6));
  }

  @Test
  void aBinaryFileThatBeginsWithSolidIsStillBinary() throws Exception {
    assertThat(measure(BOX.stl("solid but binary")).format()).isEqualTo(Format.STL_BINARY);
  }

  @Test
  void prismsKeepVolumeAndAreaHoweverTheyAreTurned() throws Exception {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    for (int i = 0; i < Integer.getInteger("vicinal.seeds", 200); i++) {
      var random = new Random(seed + i);
      int n = 3 + random.nextInt(40);
      double r = 5 + 50 * random.nextDouble();
      double h = 1 + 80 * random.nextDouble();
      var solid = Solid.prism(n, r, h).mapped(turned(random));
      double base = n / 2.0 * r * r * Math.sin(2 * Math.PI / n);
      double skin = 2 * base + 2 * n * r * Math.sin(Math.PI / n) * h;
      for (var file :
          new byte[][] {solid.stl(""), solid.stlText(), solid.obj(random.nextBoolean())}) {
        var measure = measure(file);
        assertThat(measure.watertight()).as("seed %d", seed + i).isTrue();
        assertThat(measure.volumeMm3())
            .as("seed %d", seed + i)
            .isEqualTo(base * h, offset(base * h * 1e-4));
        assertThat(measure.areaMm2()).as("seed %d", seed + i).isEqualTo(skin, offset(skin * 1e-4));
      }
    }
  }

  @Test
  void aRoundBodyComesNearTheFormula() throws Exception {
    var measure = measure(Solid.prism(720, 10, 30).stl(""));
    assertThat(measure.volumeMm3()).isEqualTo(Math.PI * 100 * 30, offset(1.0));
  }

  /** A random rotation about all three axes and a shift. */
  private static java.util.function.UnaryOperator<double[]> turned(Random random) {
    double a = random.nextDouble() * 7;
    double b = random.nextDouble() * 7;
    double dx = random.nextDouble() * 200 - 100;
    return v -> {
      double x = v[0] * Math.cos(a) - v[1] * Math.sin(a);
      double y = v[0] * Math.sin(a) + v[1] * Math.cos(a);
      double z = y * Math.sin(b) + v[2] * Math.cos(b);
      return new double[] {x + dx, y * Math.cos(b) - v[2] * Math.sin(b), z - dx};
    };
  }

  private static Measure measure(byte[] bytes) throws Exception {
    return Meshes.measure("part", Bytes.of(bytes), Limits.USUAL);
  }
}
