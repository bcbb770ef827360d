package org.vicinal.messages.work;

import java.util.Set;

/**
 * What a part asks of its material beside the kind. A number that is 0 and a word that is empty ask
 * for nothing.
 *
 * @param colour such as {@code black}
 * @param sheetMm the thickness of the sheet it is cut from
 * @param grams how much of it all pieces together use
 * @param heatCelsius what it must bear in use without going soft
 * @param properties such as {@code flexible} or {@code food contact}, as the taxonomy words them
 */
public record MaterialNeeds(
    String colour, double sheetMm, double grams, int heatCelsius, Set<String> properties) {
  /** Nothing beside the kind. */
  public static final MaterialNeeds NONE = new MaterialNeeds("", 0, 0, 0, Set.of());

  public MaterialNeeds {
    colour = colour.strip();
    properties = Labels.of(properties);
    Figure.fromZero("sheet thickness (mm)", sheetMm);
    Figure.fromZero("weight (g)", grams);
    Figure.fromZero("temperature in use (°C)", heatCelsius);
  }
}
