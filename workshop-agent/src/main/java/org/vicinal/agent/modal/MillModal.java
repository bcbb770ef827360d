package org.vicinal.agent.modal;

/**
 * A mill.
 *
 * @param highest the greatest Z that it has been sent to: where nothing is in the way
 * @param feed in mm per minute, or the reciprocal of minutes under G93; 0 while none was given
 * @param motion 0 to 3
 * @param relative G91
 * @param inches G20
 * @param inverse G93
 * @param plane 17 to 19
 * @param offset 54 to 59
 * @param spindle 3, 4, or 5 for off
 * @param rpm as written with S
 * @param coolant 7 mist, 8 flood, 9 off, 15 both
 */
public record MillModal(
    Place place,
    double highest,
    double feed,
    int motion,
    boolean relative,
    boolean inches,
    boolean inverse,
    int plane,
    int offset,
    int spindle,
    double rpm,
    int coolant)
    implements Modal {

  static final MillModal BEGIN =
      new MillModal(Place.UNKNOWN, Double.NaN, 0, 0, false, false, false, 17, 54, 5, 0, 9);

  @Override
  public MillModal after(String line) {
    if (line.isEmpty() || line.charAt(0) == '$') {
      return this;
    }
    Draft draft = new Draft(this);
    Words words = Words.of(line);
    for (int command : words.commands()) {
      draft.command(command);
    }
    return draft.close(words);
  }

  @Override
  public String words() {
    return "%s; %s of F%s, G%d; %s, %s, plane G%d, origin G%d; spindle %s; coolant %s."
        .formatted(
            place.words().isEmpty() ? "at a place that nobody knows" : place.words(),
            "G" + motion,
            Place.shortest(feed),
            inverse ? 93 : 94,
            relative ? "relative" : "absolute",
            inches ? "inches" : "mm",
            plane,
            offset,
            turning() ? "M%d at %s rpm".formatted(spindle, Place.shortest(rpm)) : "off",
            switch (coolant) {
              case 7 -> "mist";
              case 8 -> "flood";
              case 15 -> "mist and flood";
              default -> "off";
            });
  }

  /** Whether the spindle has been told to turn. */
  public boolean turning() {
    return spindle != 5;
  }

  /** The same with the spindle off. */
  public MillModal still() {
    return new MillModal(
        place, highest, feed, motion, relative, inches, inverse, plane, offset, 5, rpm, coolant);
  }

  /** One line while it is being followed. */
  private static final class Draft {
    private final MillModal before;
    private int motion;
    private boolean relative;
    private boolean inches;
    private boolean inverse;
    private int plane;
    private int offset;
    private int spindle;
    private int coolant;
    private boolean elsewhere;
    private boolean noMotion;

    Draft(MillModal before) {
      this.before = before;
      motion = before.motion();
      relative = before.relative();
      inches = before.inches();
      inverse = before.inverse();
      plane = before.plane();
      offset = before.offset();
      spindle = before.spindle();
      coolant = before.coolant();
    }

    void command(int code) {
      switch (code) {
        case 0, 10, 20, 30 -> motion = code / 10;
        case 170, 180, 190 -> plane = code / 10;
        case 200, 210 -> inches = code == 200;
        case 900, 910 -> relative = code == 910;
        case 930, 940 -> inverse = code == 930;
        case 540, 550, 560, 570, 580, 590 -> {
          offset = code / 10;
          elsewhere = true;
        }
        case 280, 300, 530, 382, 383, 384, 385, 920, 921 -> elsewhere = true;
        case 40, 100, 281, 301, 431, 490 -> noMotion = true;
        case 100_030, 100_040, 100_050 -> spindle = (code - 100_000) / 10;
        case 100_070 -> coolant = coolant == 8 || coolant == 15 ? 15 : 7;
        case 100_080 -> coolant = coolant == 7 || coolant == 15 ? 15 : 8;
        case 100_090 -> coolant = 9;
        case 100_020, 100_300 -> end();
        default -> {
          // changes nothing that is followed here
        }
      }
    }

    /** M2 and M30 end the program and its modes. */
    private void end() {
      motion = 1;
      relative = false;
      inverse = false;
      plane = 17;
      offset = 54;
      spindle = 5;
      coolant = 9;
    }

    MillModal close(Words words) {
      double unit = inches ? 25.4 : 1;
      Place place = elsewhere ? Place.UNKNOWN : before.place();
      if (!elsewhere && !noMotion) {
        place = before.place().to(words, unit, relative);
      }
      double highest = before.highest();
      if (!Double.isNaN(place.z()) && !(place.z() <= highest)) {
        highest = place.z();
      }
      double feed = words.has('F') ? words.or('F', 0) * (inverse ? 1 : unit) : before.feed();
      return new MillModal(
          place,
          highest,
          feed,
          motion,
          relative,
          inches,
          inverse,
          plane,
          offset,
          spindle,
          words.or('S', before.rpm()),
          coolant);
    }
  }
}
