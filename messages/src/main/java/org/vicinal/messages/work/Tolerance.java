package org.vicinal.messages.work;

import java.util.Locale;
import java.util.Optional;

/**
 * A class of tolerance, after which lengths may be off by so much.
 *
 * <p>{@code ISO2768_*} are the general tolerances for linear dimensions of ISO 2768-1:1989, table
 * 1, in millimetres to either side. {@code IT*} are grades of ISO 286-1:2010, table 1: a width in
 * micrometres, of which half counts to either side here; the grades from 15 are ten times those
 * five below.
 */
public enum Tolerance {
  /** Nobody has said. */
  UNSTATED(new double[0], 1),
  ISO2768_F(new double[] {0.05, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, Double.NaN}, 1),
  ISO2768_M(new double[] {0.1, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2}, 1),
  ISO2768_C(new double[] {0.2, 0.3, 0.5, 0.8, 1.2, 2, 3, 4}, 1),
  ISO2768_V(new double[] {Double.NaN, 0.5, 1, 1.5, 2.5, 4, 6, 8}, 1),
  IT5(
      new double[] {4, 5, 6, 8, 9, 11, 13, 15, 18, 20, 23, 25, 27, 32, 36, 40, 47, 55, 65, 78, 96},
      0.0005),
  IT6(
      new double[] {
        6, 8, 9, 11, 13, 16, 19, 22, 25, 29, 32, 36, 40, 44, 50, 56, 66, 78, 92, 110, 135
      },
      0.0005),
  IT7(
      new double[] {
        10, 12, 15, 18, 21, 25, 30, 35, 40, 46, 52, 57, 63, 70, 80, 90, 105, 125, 150, 175, 210
      },
      0.0005),
  IT8(
      new double[] {
        14, 18, 22, 27, 33, 39, 46, 54, 63, 72, 81, 89, 97, 110, 125, 140, 165, 195, 230, 280, 330
      },
      0.0005),
  IT9(
      new double[] {
        25, 30, 36, 43, 52, 62, 74, 87, 100, 115, 130, 140, 155, 175, 200, 230, 260, 310, 370, 440,
        540
      },
      0.0005),
  IT10(
      new double[] {
        40, 48, 58, 70, 84, 100, 120, 140, 160, 185, 210, 230, 250, 280, 320, 360, 420, 500, 600,
        700, 860
      },
      0.0005),
  IT11(
      new double[] {
        60, 75, 90, 110, 130, 160, 190, 220, 250, 290, 320, 360, 400, 440, 500, 560, 660, 780, 920,
        1100, 1350
      },
      0.0005),
  IT12(
      new double[] {
        100, 120, 150, 180, 210, 250, 300, 350, 400, 460, 520, 570, 630, 700, 800, 900, 1050, 1250,
        1500, 1750, 2100
      },
      0.0005),
  IT13(
      new double[] {
        140, 180, 220, 270, 330, 390, 460, 540, 630, 720, 810, 890, 970, 1100, 1250, 1400, 1650,
        1950, 2300, 2800, 3300
      },
      0.0005),
  IT14(
      new double[] {
        250, 300, 360, 430, 520, 620, 740, 870, 1000, 1150, 1300, 1400, 1550, 1750, 2000, 2300,
        2600, 3100, 3700, 4400, 5400
      },
      0.0005),
  IT15(IT10.figures, 0.005),
  IT16(IT11.figures, 0.005),
  IT17(IT12.figures, 0.005),
  IT18(IT13.figures, 0.005);

  private static final double[] GENERAL_STEPS = {3, 6, 30, 120, 400, 1000, 2000, 4000};
  private static final double[] GRADE_STEPS = {
    3, 6, 10, 18, 30, 50, 80, 120, 180, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500,
    3150
  };

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes into it
  private final double[] figures;

  private final double scale;

  Tolerance(double[] figures, double scale) {
    this.figures = figures;
    this.scale = scale;
  }

  /**
   * How far off a length of {@code nominalMm} may be to either side (mm); NaN where the standard
   * has no figure.
   */
  public double plusMinusMm(double nominalMm) {
    if (!(nominalMm > 0)) {
      return Double.NaN;
    }
    var steps = grade() ? GRADE_STEPS : GENERAL_STEPS;
    for (int i = 0; i < figures.length; i++) {
      if (nominalMm <= steps[i]) {
        return figures[i] * scale;
      }
    }
    return Double.NaN;
  }

  private boolean grade() {
    return name().startsWith("IT");
  }

  /** As people write it: {@code ISO 2768-m}, {@code IT9}. */
  public String words() {
    return switch (this) {
      case UNSTATED -> "not stated";
      case ISO2768_F, ISO2768_M, ISO2768_C, ISO2768_V ->
          "ISO 2768-" + name().substring(8).toLowerCase(Locale.ROOT);
      default -> name();
    };
  }

  /**
   * The class that {@code text} names: {@code m}, {@code medium}, {@code ISO 2768-mK}, {@code IT
   * 9}, {@code IT9}.
   */
  public static Optional<Tolerance> find(String text) {
    var word = text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    word = word.replaceFirst("^(DIN)?(EN)?ISO2768(1|2|11989)?", "");
    return switch (word) {
      case "F", "FINE", "FH", "FK" -> Optional.of(ISO2768_F);
      case "M", "MEDIUM", "MH", "MK", "ML" -> Optional.of(ISO2768_M);
      case "C", "COARSE", "CK", "CL" -> Optional.of(ISO2768_C);
      case "V", "VERYCOARSE", "VL" -> Optional.of(ISO2768_V);
      default -> {
        for (var value : values()) {
          if (value.grade() && value.name().equals(word)) {
            yield Optional.of(value);
          }
        }
        yield Optional.empty();
      }
    };
  }
}
