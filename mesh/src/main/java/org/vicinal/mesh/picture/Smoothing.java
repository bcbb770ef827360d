package org.vicinal.mesh.picture;

/** Makes a picture smaller, each pixel the mean of several. */
final class Smoothing {
  private Smoothing() {}

  static int[] smaller(int[] fine, int side, int times) {
    var pixels = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        pixels[y * side + x] = mean(fine, x * times, y * times, side * times, times);
      }
    }
    return pixels;
  }

  /** Of what is drawn only: the empty has no colour. */
  private static int mean(int[] fine, int left, int top, int width, int times) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int drawn = 0;
    for (int y = top; y < top + times; y++) {
      for (int x = left; x < left + times; x++) {
        int pixel = fine[y * width + x];
        if (pixel != 0) {
          red += pixel >> 16 & 0xFF;
          green += pixel >> 8 & 0xFF;
          blue += pixel & 0xFF;
          drawn++;
        }
      }
    }
    return drawn == 0
        ? 0
        : ((drawn * 255) / (times * times)) << 24
            | (red / drawn) << 16
            | (green / drawn) << 8
            | blue / drawn;
  }
}
