package org.vicinal.agent.simulation;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.simulation.board.Switch;
import org.vicinal.agent.simulation.board.Switches;

/**
 * How bad a cable is. The shares are of lines, each line is harmed once at most, and the same seed
 * does the same harm again.
 */
public record Faults(
    @Switch("share of lines that lose a byte") double drop,
    @Switch("share in which a bit changes") double flip,
    @Switch("share in which a byte comes twice") double repeat,
    @Switch("share into which a byte of noise comes") double noise,
    @Switch("share that lose their end and melt into the next line") double newlineLost,
    @Switch("share that end twice") double newlineTwice,
    @Switch("share of lines that are lost") double lineLost,
    @Switch("share of lines that come twice") double lineTwice,
    @Switch("share that come up to two seconds late") double late,
    @Switch("share that come in two pieces") double split,
    @Switch("share that wait for the next line") double merge,
    @Switch("harm at most this many lines in each direction") int most,
    @Switch("harm what goes to the board") boolean out,
    @Switch("harm what comes from it") boolean back,
    @Switch("the board is unplugged after so many bytes to it; 0 never") long unplugAfter,
    @Switch("the board restarts after so many bytes to it; 0 never") long rebootAfter,
    @Switch("the board stops reading after so many bytes to it; 0 never") long deafAfter,
    @Switch("of the random numbers") long seed) {

  /** A good cable. */
  public static final Faults NONE =
      new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Integer.MAX_VALUE, true, true, 0, 0, 0, 1);

  private static final List<String> KINDS =
      List.of(
          "drop",
          "flip",
          "repeat",
          "noise",
          "newlineLost",
          "newlineTwice",
          "lineLost",
          "lineTwice",
          "late",
          "split",
          "merge");

  /** Every kind of harm alike, together to this share of lines. */
  public static Faults even(double share) {
    Faults faults = NONE;
    for (String name : KINDS) {
      faults = faults.with(name, Double.toString(share / KINDS.size()));
    }
    return faults;
  }

  /** The same with one value set; {@link Switches#with}. */
  public Faults with(String name, String value) {
    return Switches.with(this, name, value);
  }

  /** Reads {@code drop=0.01,flip=0.01,seed=7}; {@code all=0.02} is {@link #even}. */
  public static Faults parse(String text) {
    Faults faults = NONE;
    for (String part : text.isBlank() ? List.<String>of() : List.of(text.split(",", -1))) {
      String[] pair = part.strip().split("[=:]", 2);
      if (pair.length < 2) {
        throw new IllegalArgumentException(
            "Expected faults such as drop=0.01,flip=0.01,seed=7, found \"%s\".".formatted(part));
      }
      faults =
          pair[0].equals("all")
              ? even(Double.parseDouble(pair[1])).with("seed", Long.toString(faults.seed))
              : faults.with(pair[0], pair[1]);
    }
    return faults;
  }

  /** What happens to a line, drawn from these random numbers; {@code null} for nothing. */
  @Nullable Damage draw(Random random) {
    double left = random.nextDouble();
    for (Damage damage : Damage.values()) {
      left -= share(damage);
      if (left < 0) {
        return damage;
      }
    }
    return null;
  }

  private double share(Damage damage) {
    return switch (damage) {
      case DROP -> drop;
      case FLIP -> flip;
      case REPEAT -> repeat;
      case NOISE -> noise;
      case NEWLINE_LOST -> newlineLost;
      case NEWLINE_TWICE -> newlineTwice;
      case LINE_LOST -> lineLost;
      case LINE_TWICE -> lineTwice;
      case LATE -> late;
      case SPLIT -> split;
      case MERGE -> merge;
    };
  }
}
