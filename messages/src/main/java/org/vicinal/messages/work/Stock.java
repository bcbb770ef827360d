package org.vicinal.messages.work;

/**
 * Material as it lies on a shelf.
 *
 * @param colour empty when it does not matter or nobody has said
 * @param sheetMm the thickness of a sheet, 0 when it is none or nobody has said
 * @param grams how much there is, 0 when nobody has said
 */
public record Stock(String material, String colour, double sheetMm, double grams) {
  public Stock {
    material = material.strip();
    colour = colour.strip();
    Figure.fromZero("sheet thickness (mm)", sheetMm);
    Figure.fromZero("weight (g)", grams);
    if (material.isEmpty() || material.length() > Requirement.LONGEST_MATERIAL) {
      throw new IllegalArgumentException("Expected a material of 1 to 60 characters.");
    }
  }
}
