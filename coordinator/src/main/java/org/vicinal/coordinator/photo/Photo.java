package org.vicinal.coordinator.photo;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;

/**
 * A photo as it is kept: a JPEG of at most {@value #LONGEST_SIDE} pixels a side, upright, with
 * nothing in it but the picture.
 */
public final class Photo {
  /** The longer side of what is kept, in pixels. */
  public static final int LONGEST_SIDE = 2048;

  /** The largest file that is read, in bytes. */
  public static final int LARGEST_BYTES = 20_000_000;

  private static final long MOST_PIXELS = 120_000_000; // of what is read; a phone has up to 108 M
  private static final float QUALITY = 0.85f;
  private static final Set<String> FORMATS = Set.of("jpeg", "png");
  private static final Semaphore READING = new Semaphore(1); // a picture takes some 50 MB meanwhile
  private final byte[] jpeg;
  private final int width;
  private final int height;

  private Photo(byte[] jpeg, int width, int height) {
    this.jpeg = jpeg;
    this.width = width;
    this.height = height;
  }

  /** The bytes. */
  public byte[] jpeg() {
    return jpeg.clone();
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /**
   * The photo in {@code bytes}, JPEG or PNG; one at a time.
   *
   * @throws PhotoRefusal when there is none, or it is too large
   */
  public static Photo of(byte[] bytes) throws PhotoRefusal, InterruptedException {
    if (bytes.length > LARGEST_BYTES) {
      throw new PhotoRefusal(
          "Expected a photo of at most %,d bytes, but found %,d."
              .formatted(LARGEST_BYTES, bytes.length));
    }
    READING.acquire();
    try {
      var upright = Orientation.of(bytes).upright(small(read(bytes)));
      return new Photo(jpeg(upright), upright.getWidth(), upright.getHeight());
    } catch (IOException | RuntimeException e) { // readers of pictures throw what they like
      throw new PhotoRefusal(
          "Expected a photo, but the picture cannot be read: it is damaged, or of a rare kind.");
    } finally {
      READING.release();
    }
  }

  /** Large pictures are thinned out while they are read, so that they never lie in memory whole. */
  private static BufferedImage read(byte[] bytes) throws IOException, PhotoRefusal {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      var reader = reader(in);
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
          throw new PhotoRefusal(
              "Expected a photo of at most %,d pixels, but found %,d x %,d."
                  .formatted(MOST_PIXELS, width, height));
        }
        int every = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, how);
      } finally {
        reader.dispose();
      }
    }
  }

  private static ImageReader reader(ImageInputStream in) throws IOException, PhotoRefusal {
    var readers = ImageIO.getImageReaders(in);
    if (readers.hasNext()) {
      var reader = readers.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
      var found = reader.getFormatName();
      reader.dispose();
      throw new PhotoRefusal(
          "Expected a JPEG or a PNG, but found a picture in %s.".formatted(found));
    }
    throw new PhotoRefusal(
        "Expected a JPEG or a PNG, but found something else. A phone that takes HEIC has a setting \"most compatible\".");
  }

  /** On white, since JPEG has no transparency. */
  private static BufferedImage small(BufferedImage picture) {
    double scale =
        Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = small.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    } finally {
      pen.dispose();
    }
    return small;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
