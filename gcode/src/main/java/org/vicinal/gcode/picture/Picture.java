package org.vicinal.gcode.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.vicinal.gcode.Box;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;

/**
 * How to draw a program.
 *
 * @param inspector reads it
 * @param size width and height in pixels
 * @param layer which layer alone, from 1; 0 for all
 * @param view from where
 */
public record Picture(Inspector inspector, int size, int layer, View view) {
  private static final int LEAST = 64;
  private static final int MOST = 8192;

  public Picture {
    if (size < LEAST || size > MOST || layer < 0) {
      throw new IllegalArgumentException(
          "Expected a size from "
              + LEAST
              + " to "
              + MOST
              + " and a layer of at least 0, found "
              + size
              + " and "
              + layer
              + ".");
    }
  }

  /** Where one looks from. */
  public enum View {
    /** From above: x to the right, y up. */
    TOP,
    /** From the front, the right and above. */
    ISO
  }

  /** A picture of everything from the front, the right and above. */
  public static Picture of(Inspector inspector) {
    return new Picture(inspector, 800, 0, View.ISO);
  }

  /** Draws a PNG. */
  public void png(Path program, OutputStream out) throws IOException {
    var canvas = new PngCanvas(size);
    draw(program, canvas);
    canvas.write(out);
  }

  /** Draws an SVG. */
  public void svg(Path program, OutputStream out) throws IOException {
    var canvas = new SvgCanvas(size, out);
    draw(program, canvas);
    canvas.end();
  }

  /** Writes the compact way of the tool; size, layer and view do not matter. */
  public void path(Path program, OutputStream out) throws IOException {
    var file = new PathFile(out);
    inspector.inspect(program, file);
    file.end();
  }

  private void draw(Path program, Canvas canvas) throws IOException {
    var upper = new UpperLayers();
    Inspection part = inspector.inspect(program, upper);
    Box box =
        upper
            .findBox()
            .orElse(part.box().cutting().isEmpty() ? part.box().all() : part.box().cutting());
    if (box.isEmpty()) {
      throw new IOException(
          "Expected moves to draw, found none in "
              + program.getFileName()
              + ". Is this the right file?");
    }
    var drawing = new Drawing(canvas, new Projection(view, box, size), box, layer);
    drawing.frame();
    if (layer == 0) {
      inspector.inspect(program, drawing);
    }
    drawing.nowTheWork();
    inspector.inspect(program, drawing);
    if (layer > drawing.layers()) {
      throw new IOException(
          "Expected a layer from 1 to " + drawing.layers() + ", found " + layer + ". Choose one.");
    }
    drawing.end(part);
  }
}
