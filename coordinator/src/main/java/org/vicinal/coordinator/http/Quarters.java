package org.vicinal.coordinator.http;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.vicinal.messages.place.Place;

/**
 * Exact places made coarse before they reach a command: the middle of the H3 cell of resolution 8
 * they lie in, about half a kilometre from edge to edge.
 */
final class Quarters {
  private static final int RESOLUTION = 8;
  private static final int REGION = 4;
  private final H3Core h3;

  Quarters() {
    try {
      h3 = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("The library of H3 cells cannot be loaded.", e);
    }
  }

  /** The quarter of {@code exact}. */
  Place of(Place exact) {
    return middle(exact, RESOLUTION);
  }

  /** The region of {@code exact}: a cell of about fifty kilometres. */
  Place region(Place exact) {
    return middle(exact, REGION);
  }

  private Place middle(Place exact, int resolution) {
    long cell = h3.latLngToCell(exact.latitude(), exact.longitude(), resolution);
    var middle = h3.cellToLatLng(cell);
    return new Place(rounded(middle.lat), rounded(middle.lng));
  }

  /** To a millionth of a degree, so that every machine writes the same digits. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
