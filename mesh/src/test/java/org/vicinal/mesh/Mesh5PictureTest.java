package org.vicinal.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vicinal.mesh.picture.Picture;

/** A model has a look, in every format, and what cannot be drawn is refused with a sentence. */
class Mesh5PictureTest {
  private static final int SIDE = 64;

  @Test
  void aBoxShowsItsTopItsFrontAndItsRightSide() throws Exception {
    var picture = Picture.of("box.stl", Bytes.of(Solid.box(10, 10, 10).stl("")), SIDE);
    assertThat(at(picture, 0, 0)).as("nothing is drawn around it").isZero();
    int top = at(picture, SIDE / 2, SIDE / 5);
    int front = at(picture, SIDE / 3, SIDE * 2 / 3);
    int right = at(picture, SIDE * 2 / 3, SIDE * 2 / 3);
    assertThat(brightness(top)).isGreaterThan(brightness(front));
    assertThat(brightness(front)).isGreaterThan(brightness(right));
    assertThat(brightness(right)).isPositive();
  }

  @Test
  void everyFormatLooksTheSame() throws Exception {
    var box = Solid.box(30, 20, 10);
    var binary = Picture.of("a.stl", Bytes.of(box.stl("")), SIDE);
    var text = Picture.of("a.stl", Bytes.of(box.stlText()), SIDE);
    var obj = Picture.of("a.obj", Bytes.of(box.obj(true)), SIDE);
    var threeMf =
        Solid.threeMf(
            "millimeter",
            box.object(1),
            "<item objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 1 50 60 70\"/>");
    assertThat(text.pixels()).isEqualTo(binary.pixels());
    assertThat(obj.pixels()).isEqualTo(binary.pixels());
    var moved = Picture.of("a.3mf", Bytes.of(threeMf), SIDE).pixels();
    assertThat(drawn(moved))
        .isCloseTo(drawn(binary.pixels()), org.assertj.core.data.Percentage.withPercentage(3));
  }

  @Test
  void whatIsNearerHidesWhatIsBehindInWhateverOrderTheyCome() throws Exception {
    var near = Solid.box(10, 10, 10);
    var far = near.mapped(p -> new double[] {p[0] / 2 - 3, p[1] / 2 + 12, p[2] / 2 - 2});
    var one = Picture.of("a.stl", Bytes.of(joined(near, far)), SIDE);
    var other = Picture.of("a.stl", Bytes.of(joined(far, near)), SIDE);
    assertThat(one.pixels()).isEqualTo(other.pixels());
  }

  @Test
  void thePngIsReadByOthers() throws Exception {
    var picture = Picture.of("a.stl", Bytes.of(Solid.prism(32, 5, 20).stl("")), SIDE);
    var image = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertThat(image.getWidth()).isEqualTo(SIDE);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int expected = at(picture, x, y);
        assertThat(image.getRGB(x, y) >>> 24).isEqualTo(expected >>> 24);
        if (expected != 0) {
          assertThat(image.getRGB(x, y)).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void aFlatMeshAndAPointAreDrawnOrRefusedButNeverThrow() throws Exception {
    var flat = Solid.box(10, 10, 0);
    assertThat(drawn(Picture.of("a.stl", Bytes.of(flat.stl("")), SIDE).pixels())).isPositive();
    var point = Solid.box(0, 0, 0);
    assertThat(drawn(Picture.of("a.stl", Bytes.of(point.stl("")), SIDE).pixels())).isZero();
  }

  @Test
  void layersUponLayersAreRefusedBeforeTheyTakeTheMachine() {
    var one = new String(Solid.box(10, 10, 10).stlText(), StandardCharsets.UTF_8);
    var many = one.replace("endsolid a name\n", "").repeat(3_000) + "endsolid a name\n";
    assertThatThrownBy(
            () -> Picture.of("a.stl", Bytes.of(many.getBytes(StandardCharsets.UTF_8)), 1024))
        .isInstanceOf(MeshRefusal.class)
        .hasMessageContaining("overlap");
  }

  @Test
  void whatIsNoMeshIsRefused() {
    assertThatThrownBy(
            () ->
                Picture.of(
                    "a.step", Bytes.of("ISO-10303-21;".getBytes(StandardCharsets.UTF_8)), SIDE))
        .isInstanceOf(MeshRefusal.class)
        .hasMessageContaining("STEP");
    assertThatThrownBy(() -> Picture.of("a.stl", Bytes.of(new byte[0]), 8))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] joined(Solid one, Solid other) {
    var first = new String(one.stlText(), StandardCharsets.UTF_8).replace("endsolid a name\n", "");
    var second =
        new String(other.stlText(), StandardCharsets.UTF_8)
            .replace("solid a name with words\n", "");
    return (first + second).getBytes(StandardCharsets.UTF_8);
  }

  private static int at(Picture picture, int x, int y) {
    return picture.pixels()[y * picture.side() + x];
  }

  private static int brightness(int pixel) {
    return (pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF);
  }

  private static long drawn(int[] pixels) {
    return Arrays.stream(pixels).filter(pixel -> pixel != 0).count();
  }
}
