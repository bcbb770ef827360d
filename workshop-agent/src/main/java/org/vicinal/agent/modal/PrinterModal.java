package org.vicinal.agent.modal;

/**
 * A printer.
 *
 * @param e what the extruder has been told, in mm
 * @param feed in mm per minute; 0 while none was given
 * @param relative whether X, Y and Z count from where they are (G91)
 * @param relativeE whether E does (M83, or G91)
 * @param inches whether lines are written in inches (G20)
 * @param tool the active extruder
 * @param fan 0 to 255
 * @param hotend its target in degrees Celsius; 0 is off
 * @param bed its target in degrees Celsius; 0 is off
 */
public record PrinterModal(
    Place place,
    double e,
    double feed,
    boolean relative,
    boolean relativeE,
    boolean inches,
    int tool,
    int fan,
    double hotend,
    double bed)
    implements Modal {

  static final PrinterModal BEGIN =
      new PrinterModal(Place.UNKNOWN, 0, 0, false, false, false, 0, 0, 0, 0);

  @Override
  public PrinterModal after(String line) {
    if (line.isEmpty()) {
      return this;
    }
    if (line.charAt(0) == 'T') {
      return tool((int) Words.of(line).or('T', tool));
    }
    if (line.startsWith("M11") || line.startsWith("M2") || line.startsWith("M3")) {
      return this; // texts and names of files, whose letters are no words
    }
    Words words = Words.of(line);
    int[] commands = words.commands();
    return commands.length == 0 ? this : after(commands[0], words);
  }

  @Override
  public String words() {
    return "%s; F%s; %s, extruder %s at %s; %s; nozzle %s and bed %s degrees C; fan %d of 255; tool T%d."
        .formatted(
            place.words().isEmpty() ? "at a place that nobody knows" : place.words(),
            Place.shortest(feed),
            relative ? "relative" : "absolute",
            relativeE ? "relative" : "absolute",
            Place.shortest(e),
            inches ? "inches" : "mm",
            Place.shortest(hotend),
            Place.shortest(bed),
            fan,
            tool);
  }

  private PrinterModal after(int command, Words words) {
    return switch (command) {
      case 0, 10, 20, 30 -> moved(words);
      case 200 -> inches(true);
      case 210 -> inches(false);
      case 280 -> homed(words);
      case 290 -> at(Place.UNKNOWN); // probing ends somewhere
      case 900 -> modes(false, false);
      case 910 -> modes(true, true);
      case 920 -> told(words);
      case 100_820 -> modes(relative, false);
      case 100_830 -> modes(relative, true);
      case 101_040, 101_090 -> hotend(words.or('S', words.or('R', hotend)));
      case 101_400, 101_900 -> bed(words.or('S', words.or('R', bed)));
      case 101_060 -> fan((int) words.or('S', 255));
      case 101_070 -> fan(0);
      default -> this;
    };
  }

  private double unit() {
    return inches ? 25.4 : 1;
  }

  private PrinterModal moved(Words words) {
    double extruder = words.or('E', Double.NaN) * unit();
    double nextE = Double.isNaN(extruder) ? e : relativeE ? e + extruder : extruder;
    return new PrinterModal(
        place.to(words, unit(), relative),
        nextE,
        words.has('F') ? words.or('F', feed / unit()) * unit() : feed,
        relative,
        relativeE,
        inches,
        tool,
        fan,
        hotend,
        bed);
  }

  /** Where a switch stands is the printer's own affair. */
  private PrinterModal homed(Words words) {
    boolean all = !words.has('X') && !words.has('Y') && !words.has('Z');
    return at(
        new Place(
            all || words.has('X') ? Double.NaN : place.x(),
            all || words.has('Y') ? Double.NaN : place.y(),
            all || words.has('Z') ? Double.NaN : place.z()));
  }

  private PrinterModal told(Words words) {
    double extruder = words.or('E', Double.NaN) * unit();
    return new PrinterModal(
        place.to(words, unit(), false),
        Double.isNaN(extruder) ? e : extruder,
        feed,
        relative,
        relativeE,
        inches,
        tool,
        fan,
        hotend,
        bed);
  }

  private PrinterModal at(Place next) {
    return new PrinterModal(next, e, feed, relative, relativeE, inches, tool, fan, hotend, bed);
  }

  private PrinterModal modes(boolean xyz, boolean extruder) {
    return new PrinterModal(place, e, feed, xyz, extruder, inches, tool, fan, hotend, bed);
  }

  private PrinterModal inches(boolean next) {
    return new PrinterModal(place, e, feed, relative, relativeE, next, tool, fan, hotend, bed);
  }

  private PrinterModal tool(int next) {
    return new PrinterModal(place, e, feed, relative, relativeE, inches, next, fan, hotend, bed);
  }

  private PrinterModal fan(int next) {
    return new PrinterModal(place, e, feed, relative, relativeE, inches, tool, next, hotend, bed);
  }

  private PrinterModal hotend(double next) {
    return new PrinterModal(place, e, feed, relative, relativeE, inches, tool, fan, next, bed);
  }

  private PrinterModal bed(double next) {
    return new PrinterModal(place, e, feed, relative, relativeE, inches, tool, fan, hotend, next);
  }
}
