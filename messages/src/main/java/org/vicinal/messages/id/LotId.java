package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What one award gives to one workshop, and the fence against doing it twice: {@code
 * job.generation.number}.
 *
 * <p>The generation grows when a coordinator is restored from an export, the number with every
 * award of the job, so that no lot id is ever used again.
 */
public record LotId(JobId job, long generation, int number) {
  public LotId {
    if (generation < 0 || number < 1) {
      throw new IllegalArgumentException(
          "Expected a generation from 0 and a lot number from 1, but found "
              + generation
              + " and "
              + number
              + ".");
    }
  }

  /** Reads what {@link #toString} writes. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LotId parse(String text) {
    int last = text.lastIndexOf('.');
    int middle = text.lastIndexOf('.', last - 1);
    if (middle < 1) {
      throw new IllegalArgumentException(
          "Expected a lot id job.generation.number, but found \"" + text + "\".");
    }
    try {
      return new LotId(
          new JobId(text.substring(0, middle)),
          Long.parseLong(text.substring(middle + 1, last)),
          Integer.parseInt(text.substring(last + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Expected a lot id job.generation.number, but found \"" + text + "\".", e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return job + "." + generation + "." + number;
  }
}
