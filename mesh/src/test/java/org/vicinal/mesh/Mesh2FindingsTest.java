package org.vicinal.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vicinal.mesh.Finding.Kind;

/** What is odd about a mesh is told, with a place and what to do. */
class Mesh2FindingsTest {
  private static final Solid BOX = Solid.box(30, 20, 10);

  @Test
  void aMissingTriangleLeavesThreeOpenEdgesAndTheirPlace() throws Exception {
    byte[] bytes = BOX.stl("");
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(80, 11);
    var measure = measure(Arrays.copyOf(bytes, bytes.length - 50));
    assertThat(measure.parts().getFirst().openEdges()).isEqualTo(3);
    assertThat(measure.findings().getFirst().kind()).isEqualTo(Kind.NOT_WATERTIGHT);
    assertThat(measure.findings().getFirst().text())
        .contains("3 edges have no neighbour looking the same way, the first at (30.000, 0.000,");
  }

  @Test
  void aFlippedTriangleIsNotClosed() throws Exception {
    byte[] bytes = BOX.stl("");
    byte[] first = Arrays.copyOfRange(bytes, 96, 108);
    System.arraycopy(bytes, 108, bytes, 96, 12);
    System.arraycopy(first, 0, bytes, 108, 12);
    assertThat(measure(bytes).parts().getFirst().openEdges()).isEqualTo(3);
  }

  @Test
  void insideOutIsTold() throws Exception {
    var mirrored = BOX.mapped(v -> new double[] {-v[0], v[1], v[2]});
    var measure = measure(mirrored.stl(""));
    assertThat(measure.volumeMm3()).isEqualTo(6000, offset(1e-6));
    assertThat(measure.findings()).extracting(Finding::kind).containsExactly(Kind.INSIDE_OUT);
  }

  @Test
  void metresAndInchesAreSuspected() throws Exception {
    assertThat(measure(Solid.box(0.204, 0.1, 0.05).stl("")).findings().getFirst().text())
        .isEqualTo(
            "The mesh is 0.2040 mm long if its numbers are millimetres. Drawn in metres it would be 204.0 mm: ask which it is.");
    assertThat(measure(Solid.box(3.5, 1, 1).obj(false)).findings().getFirst().text())
        .contains("Drawn in inches it would be 88.90 mm");
    assertThat(measure(Solid.box(40_000, 1, 1).obj(false)).findings().getFirst().text())
        .contains("Drawn in micrometres it would be 40.00 mm");
  }

  @Test
  void unitsThatAFileStatesAreConverted() throws Exception {
    var stl = measure(Solid.box(2, 1, 1).stl("UNITS=inch"));
    assertThat(stl.largestSides().getFirst()).isEqualTo(50.8, offset(1e-6));
    assertThat(stl.findings()).extracting(Finding::kind).containsExactly(Kind.UNITS);
    var model = Solid.threeMf("inch", Solid.box(2, 1, 1).object(1), "<item objectid=\"1\"/>");
    assertThat(measure(model).largestSides().getFirst()).isEqualTo(50.8, offset(1e-6));
  }

  @Test
  void aLyingCountIsTold() throws Exception {
    byte[] bytes = BOX.stl("");
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(80, 0);
    var measure = Meshes.measure("part.stl", Bytes.of(bytes), Limits.USUAL);
    assertThat(measure.volumeMm3()).isEqualTo(6000, offset(1e-6));
    assertThat(measure.findings().getFirst().text())
        .isEqualTo("The header says 0 triangles, the file has room for 12; all 12 were read.");
  }

  @Test
  void aFlatSheetAndTrianglesWithoutAreaAreTold() throws Exception {
    var measure = measure(Solid.box(30, 20, 0).stl(""));
    assertThat(measure.findings()).extracting(Finding::kind).contains(Kind.DEGENERATE);
    assertThat(measure.findings().toString()).contains("is flat");
  }

  @Test
  void tooManyOpenEdgesAtOnceIsNotKnownRatherThanGuessed() throws Exception {
    var small = new Limits(1 << 20, 1 << 20, 1000, 1000, 4);
    var measure = Meshes.measure("part", Bytes.of(BOX.stl("")), small);
    assertThat(measure.watertight()).isFalse();
    assertThat(measure.findings().getFirst().kind()).isEqualTo(Kind.WATERTIGHT_UNKNOWN);
  }

  private static Measure measure(byte[] bytes) throws Exception {
    return Meshes.measure("part", Bytes.of(bytes), Limits.USUAL);
  }
}
