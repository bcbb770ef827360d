package org.vicinal.demo.town;

import java.util.List;
import org.vicinal.messages.place.Place;

/** The demo's town: a river, a mill, a quay, a forge. It is nowhere. */
public final class Places {
  /** Where two printers stand, side by side, each with its own material. */
  public static final Workshop MILL_LANE =
      new Workshop(
          "mill-lane",
          "Printers of Mill Lane",
          new Place(41.6500, -4.7300),
          List.of(
              new Machine("left", "marlin", "220x220x250", List.of("PLA")),
              new Machine("right", "marlin", "220x220x250", List.of("PETG"))));

  /** Where a router stands. */
  public static final Workshop QUAY_YARD =
      new Workshop(
          "quay-yard",
          "Boatbuilders of the Quay",
          new Place(41.6520, -4.7000),
          List.of(new Machine("router", "grbl", "300x180x45", List.of("plywood"))));

  /** One of each. */
  public static final Workshop OLD_FORGE =
      new Workshop(
          "old-forge",
          "The Old Forge",
          new Place(41.6350, -4.7130),
          List.of(
              new Machine("printer", "marlin", "220x220x250", List.of("PLA")),
              new Machine("mill", "grbl", "300x180x45", List.of("plywood", "oak"))));

  /** All of them. */
  public static final List<Workshop> WORKSHOPS = List.of(MILL_LANE, QUAY_YARD, OLD_FORGE);

  /** A doorstep in the mill's quarter. */
  public static final Place MILL_QUARTER = new Place(41.6520, -4.7340);

  /** A doorstep by the river, about as far from the quay as from the forge. */
  public static final Place RIVERSIDE = new Place(41.6440, -4.7060);

  private Places() {}
}
