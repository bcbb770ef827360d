package org.vicinal.messages.work;

import java.util.Locale;
import java.util.Optional;

/**
 * A class of tolerance, after which lengths may be off by so much.
 *
 * <p>{@code ISO2768_*} are the general tolerances for linear dimensions of ISO 2768-1:1989, table
 * 1. {@code IT*} are grades of ISO 286-1: a number of tolerance units i = 0.45 ∛D + 0.001 D µm (I =
 * 0.004 D + 2.1 µm above 500 mm), where D is the geometric mean of the step that the length falls
 * into; here half of that width counts to either side.
 */
public enum Tolerance {
  /** Nobody has said. */
  UNSTATED(new double[0], 0),
  ISO2768_F(new double[] {0.05, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, Double.NaN}, 0),
  ISO2768_M(new double[] {0.1, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2}, 0),
  ISO2768_C(new double[] {0.2, 0.3, 0.5, 0.8, 1.2, 2, 3, 4}, 0),
  ISO2768_V(new double[] {Double.NaN, 0.5, 1, 1.5, 2.5, 4, 6, 8}, 0),
  IT5(new double[0], 7),
  IT6(new double[0], 10),
  IT7(new double[0], 16),
  IT8(new double[0], 25),
  IT9(new double[0], 40),
  IT10(new double[0], 64),
  IT11(new double[0], 100),
  IT12(new double[0], 160),
  IT13(new double[0], 250),
  IT14(new double[0], 400),
  IT15(new double[0], 640),
  IT16(new double[0], 1000),
  IT17(new double[0], 1600),
  IT18(new double[0], 2500);

  private static final double[] GENERAL_STEPS = {3, 6, 30, 120, 400, 1000, 2000, 4000};
  private static final double[] GRADE_STEPS = {
    1, 3, 6, 10, 18, 30, 50, 80, 120, 180, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000,
    2500, 3150
  };

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes into it
  private final double[] general;

  private final double units;

  Tolerance(double[] general, double units) {
    this.general = general;
    this.units = units;
  }

  /**
   * How far off a length of {@code nominalMm} may be to either side (mm); NaN where the standard
   * has no figure.
   */
  public double plusMinusMm(double nominalMm) {
    if (!(nominalMm > 0)) {
      return Double.NaN;
    }
    return units > 0 ? grade(nominalMm) : general(nominalMm);
  }

  private double general(double nominalMm) {
    for (int i = 0; i < general.length; i++) {
      if (nominalMm <= GENERAL_STEPS[i]) {
        return general[i];
      }
    }
    return Double.NaN;
  }

  private double grade(double nominalMm) {
    for (int i = 1; i < GRADE_STEPS.length; i++) {
      if (nominalMm <= GRADE_STEPS[i]) {
        double mean = Math.sqrt(GRADE_STEPS[i - 1] * GRADE_STEPS[i]);
        double unit =
            GRADE_STEPS[i] <= 500 ? 0.45 * Math.cbrt(mean) + 0.001 * mean : 0.004 * mean + 2.1;
        return units * unit / 2000; // micrometres, both sides
      }
    }
    return Double.NaN;
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
          if (value.units > 0 && value.name().equals(word)) {
            yield Optional.of(value);
          }
        }
        yield Optional.empty();
      }
    };
  }
}
