package org.vicinal.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, the answer is a measure or a sentence. */
class Mesh4AnyBytesTest {
  private static final Limits SMALL = new Limits(1 << 20, 4 << 20, 100_000, 50_000, 10_000);

  @Test
  void randomAndMutatedFilesAreMeasuredOrRefused() throws Exception {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    var box = Solid.box(30, 20, 10);
    var files =
        List.of(
            box.stl(""),
            box.stlText(),
            box.obj(false),
            Solid.threeMf("millimeter", box.object(1), "<item objectid=\"1\"/>"));
    var names = List.of("a.stl", "a.obj", "a.3mf", "a");
    for (int i = 0; i < Integer.getInteger("vicinal.seeds", 3000); i++) {
      var random = new Random(seed + i);
      byte[] bytes = files.get(random.nextInt(4)).clone();
      if (random.nextInt(4) == 0) {
        bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
      } else {
        for (int flips = random.nextInt(8); flips >= 0; flips--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        bytes =
            random.nextBoolean()
                ? bytes
                : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      try {
        var measure = Meshes.measure(names.get(random.nextInt(4)), Bytes.of(bytes), SMALL);
        assertThat(measure.volumeMm3()).as("seed %d", seed + i).isFinite().isNotNegative();
      } catch (MeshRefusal e) {
        assertThat(e.words()).as("seed %d", seed + i).isNotBlank();
      } catch (RuntimeException | IOException e) {
        throw new AssertionError("seed " + (seed + i), e);
      }
    }
  }

  @Test
  void eachRefusalSaysWhatWasFound() {
    refused("", "the file is empty");
    refused("ISO-10303-21;\nHEADER;", "found a STEP file");
    refused("<!DOCTYPE html><html>", "found a web page");
    refused("hello", "is none of them");
    refused(
        "solid x\nfacet normal 0 0 1\nouter loop\nvertex 1,5 0 0\n",
        "Line 4: expected a coordinate, but found \"1,5\"");
    refused("solid x\nfacet normal 0 0 1\nouter loop\nvertex 1 0 0\n", "cut off at line");
    refused("solid x\nendsolid\n", "expected triangles, but found none");
    refused(
        "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 9\n",
        "Line 4: expected a vertex from 1 to 3, but found 9");
    refused("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2\n", "three or more corners, but found 2");
    refused("v 0 0 0\nv NaN 0 0\nv 0 1 0\nf 1 2 3\n", "numbers within a kilometre");
    refused("v 0 0 0\nv 1e30 0 0\nv 0 1 0\nf 1 2 3\n", "numbers within a kilometre");
  }

  @Test
  void tooManyTrianglesAreRefused() {
    var few = new Limits(1 << 20, 1 << 20, 11, 100, 100);
    assertThatThrownBy(() -> Meshes.measure("a.stl", Bytes.of(Solid.box(1, 2, 3).stl("")), few))
        .isInstanceOf(MeshRefusal.class)
        .hasMessageContaining("at most 11 triangles");
  }

  @Test
  void anStlThatWasCutOffIsRefused() {
    byte[] whole = Solid.box(1, 2, 3).stl("");
    assertThatThrownBy(
            () ->
                Meshes.measure(
                    "a.stl",
                    Bytes.of(java.util.Arrays.copyOf(whole, 84 + 50 * 7 + 9)),
                    Limits.USUAL))
        .isInstanceOf(MeshRefusal.class)
        .hasMessageContaining(
            "Expected 12 triangles as the header says, but the file ends after 7");
  }

  private static void refused(String text, String words) {
    assertThatThrownBy(
            () ->
                Meshes.measure("a", Bytes.of(text.getBytes(StandardCharsets.UTF_8)), Limits.USUAL))
        .isInstanceOf(MeshRefusal.class)
        .hasMessageContaining(words);
  }
}
