package org.vicinal.coordinator.search;

/** The names of what is kept of a design. */
final class Fields {
  static final String ID = "id";
  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String FITS = "fits";

  /** The ends of long words of the title: a coat hook is found in a Garderobenhaken. */
  static final String ENDS = "ends";

  static final String PROCESS = "process";
  static final String MATERIAL = "material";
  static final String LICENCE = "licence";
  static final String MAY = "may";

  /** Its box, sides in order of length (mm). */
  static final String SIDES = "sides";

  /** When its newest release came (ms), for those who look for nothing in particular. */
  static final String AT = "at";

  private Fields() {}

  static String stem(String language) {
    return "stem-" + language;
  }

  static String titleStem(String language) {
    return "title-" + language;
  }
}
