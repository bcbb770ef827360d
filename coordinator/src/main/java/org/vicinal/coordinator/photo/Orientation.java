package org.vicinal.coordinator.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** How a camera was held, as Exif says it (tag 0x0112): numbers 1 to 8, of which 1 is upright. */
record Orientation(int number) {
  private static final int UPRIGHT = 1;

  /** What the bytes say; upright when they say nothing. */
  static Orientation of(byte[] bytes) {
    try {
      var exif =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
        return new Orientation(UPRIGHT);
      }
      int number = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
      return new Orientation(number >= 1 && number <= 8 ? number : UPRIGHT);
    } catch (ImageProcessingException | IOException | MetadataException e) {
      return new Orientation(UPRIGHT);
    }
  }

  /** {@code picture} as it was seen. */
  BufferedImage upright(BufferedImage picture) {
    if (number == UPRIGHT) {
      return picture;
    }
    boolean lying = number >= 5;
    int width = picture.getWidth();
    int height = picture.getHeight();
    var upright =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
    var pen = upright.createGraphics();
    try {
      pen.drawImage(picture, turn(width, height), null);
    } finally {
      pen.dispose();
    }
    return upright;
  }

  /** Where (x, y) of the stored picture comes to lie: the table of the Exif standard. */
  private AffineTransform turn(int width, int height) {
    return switch (number) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
