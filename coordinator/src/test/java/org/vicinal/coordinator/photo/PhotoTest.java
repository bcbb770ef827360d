package org.vicinal.coordinator.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of a photo is the picture, upright and small, and nothing beside it. */
class PhotoTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", // the red quarter's column and row
    "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"
  })
  void itIsTurnedAsTheCameraWasHeld(int orientation, int column, int row) throws Exception {
    var photo = Photo.of(Pictures.withExif(400, 200, orientation));
    boolean lying = orientation >= 5;
    assertThat(photo.width()).isEqualTo(lying ? 200 : 400);
    assertThat(photo.height()).isEqualTo(lying ? 400 : 200);
    var picture = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
    for (int x = 0; x < 2; x++) {
      for (int y = 0; y < 2; y++) {
        int colour =
            picture.getRGB(photo.width() * (1 + 2 * x) / 4, photo.height() * (1 + 2 * y) / 4);
        boolean red = (colour >> 16 & 0xff) > 128;
        assertThat(red).as("quarter %d, %d", x, y).isEqualTo(x == column && y == row);
      }
    }
  }

  @Test
  void placeAndDeviceAreGone() throws Exception {
    byte[] taken = Pictures.withExif(400, 200, 6);
    assertThat(new String(taken, ISO_8859_1)).contains("SpyPhone").contains("Exif");
    assertThat(new String(Photo.of(taken).jpeg(), ISO_8859_1))
        .doesNotContain("SpyPhone")
        .doesNotContain("Exif");
  }

  @Test
  void itIsMadeSmall() throws Exception {
    var photo = Photo.of(Pictures.of("jpeg", 6000, 3000));
    assertThat(photo.width()).isEqualTo(Photo.LONGEST_SIDE);
    assertThat(photo.height()).isEqualTo(Photo.LONGEST_SIDE / 2);
    assertThat(Photo.of(Pictures.of("png", 30, 20)).width()).isEqualTo(30);
  }

  @Test
  void whatIsNoPhotoIsRefusedInWords() throws Exception {
    refused("G28 X0\nG1 X5\n".getBytes(UTF_8), "JPEG or a PNG");
    refused(new byte[0], "JPEG or a PNG");
    refused(Pictures.of("gif", 40, 40), "found a picture in gif");
    refused(Pictures.bomb(), "60,000");
    refused(new byte[Photo.LARGEST_BYTES + 1], "20,000,000");
    byte[] whole = Pictures.of("png", 400, 400);
    refused(Arrays.copyOf(whole, whole.length / 2), "damaged");
  }

  @Test
  void whateverTheBytesAreTheAnswerIsAPhotoOrASentence() throws Exception {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    var random = new Random(seed);
    byte[][] good = {Pictures.withExif(60, 40, 6), Pictures.of("png", 60, 40)};
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = good[random.nextInt(2)].clone();
      for (int hits = random.nextInt(8); hits >= 0; hits--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Photo.of(bytes).width()).as("seed %d", seed).isPositive();
      } catch (PhotoRefusal refusal) {
        assertThat(refusal.words()).as("seed %d", seed).startsWith("Expected");
      }
    }
  }

  private static void refused(byte[] bytes, String words) {
    assertThatThrownBy(() -> Photo.of(bytes))
        .isInstanceOf(PhotoRefusal.class)
        .hasMessageContaining(words);
  }
}
