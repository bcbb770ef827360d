package org.vicinal.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.messages.id.Digest;

/** A picture is drawn once, and a program that cannot be drawn is no reason to fail. */
class PicturesTest {
  private static final MachineLimits BED = MachineLimits.find("ender-3").orElseThrow();
  private static final byte[] SQUARE =
      "G28\nG1 Z0.2 F600\nG1 X50 Y50\nG1 X80 E1\nG1 Y80 E2\nG1 X50 E3\nG1 Y50 E4\n".getBytes(UTF_8);

  @TempDir Path folder;
  private Pictures pictures;

  @BeforeEach
  void begin() {
    pictures = new Pictures(folder.resolve("pictures"), digest -> folder.resolve(digest.value()));
  }

  @AfterEach
  void end() {
    pictures.close();
  }

  private Digest put(byte[] program) throws Exception {
    var digest = Digest.of(program);
    Files.write(folder.resolve(digest.value()), program);
    return digest;
  }

  @Test
  void aProgramIsDrawnOnceAndThePictureStays() throws Exception {
    var square = put(SQUARE);
    var drawn = pictures.find(square, BED).orElseThrow();
    var image = ImageIO.read(new ByteArrayInputStream(drawn));
    assertThat(image.getWidth()).isEqualTo(480);
    Files.delete(folder.resolve(square.value()));
    assertThat(pictures.find(square, BED))
        .hasValueSatisfying(it -> assertThat(it).isEqualTo(drawn));
  }

  @Test
  void whatIsNotThereHasNoPicture() throws Exception {
    assertThat(pictures.find(Digest.of(new byte[] {1}), BED)).isEmpty();
  }

  @Test
  void noBytesMakeItFail() throws Exception {
    long seed = Long.getLong("vicinal.seed", new Random().nextLong());
    var random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      byte[] noise = new byte[random.nextInt(2000)];
      random.nextBytes(noise);
      var picture = pictures.find(put(noise), BED);
      assertThat(picture.map(it -> it.length).orElse(1)).as("-Dvicinal.seed=%d", seed).isPositive();
    }
  }
}
