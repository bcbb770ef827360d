package org.vicinal.messages.fit;

import java.util.List;
import org.vicinal.messages.work.Requirement;

/** May this machine make this part, and if not, everything that is missing. */
public sealed interface Fit {
  /**
   * It may.
   *
   * @param pose how the part lies on it
   * @param material which of the workshop's materials it would be made of
   * @param onShelf whether that is there, and not only obtainable
   * @param margins every figure that was compared
   */
  record Fits(Pose pose, String material, boolean onShelf, List<Margin> margins) implements Fit {
    public Fits {
      margins = List.copyOf(margins);
    }
  }

  /**
   * It may not, for every one of these reasons.
   *
   * @param lackMm how many millimetres of room are missing, all sides together
   */
  record Misfit(List<Shortfall> shortfalls, double lackMm) implements Fit {
    public Misfit {
      shortfalls = List.copyOf(shortfalls);
    }

    /** The sum of the weights: the smaller, the nearer to a fit. */
    public int weight() {
      return shortfalls.stream().mapToInt(Shortfall::weight).sum();
    }
  }

  /** Compares what {@code part} asks with what {@code machine} has. */
  static Fit of(Requirement part, MachineProfile machine) {
    return Comparing.of(part, machine);
  }
}
