package org.vicinal.agent.slicing;

import org.vicinal.agent.slicing.SliceRefused.Cause;

/** What PrusaSlicer's ways to fail mean. Seen with 2.5.0; what is new is told as it was said. */
final class SlicerWords {
  private static final int NOT_STARTED = 127;
  private static final int ABORTED = 128 + 6;
  private static final int KILLED = 128 + 9;
  private static final int FILE_TOO_LARGE = 128 + 25;
  private static final int MOST_SAID = 300;

  private SlicerWords() {}

  static SliceRefused refusal(int code, String errors, SliceLimits limits) {
    var said = lastSaid(errors);
    if (errors.contains("could not fit on the bed")) {
      return model("The part does not fit on the bed, as the slicer lays it.");
    }
    if (errors.contains("No layers were detected") || errors.contains("The print is empty")) {
      return model(
          "The model has nothing that can be printed: no layers were found. Is it in another unit,"
              + " or thinner than a layer?");
    }
    if (errors.contains("Loading of a model file failed")) {
      return model("The slicer cannot read the model.");
    }
    if (code == FILE_TOO_LARGE) {
      return new SliceRefused(
          Cause.LIMITS,
          "The program became larger than %d MB.".formatted(limits.output() / 1_000_000));
    }
    if (errors.contains("bad_alloc") || errors.contains("failed to map") || code == KILLED) {
      return new SliceRefused(
          Cause.LIMITS,
          "Slicing needed more than %d MB of memory.".formatted(limits.memory() / 1_000_000));
    }
    if (code == NOT_STARTED) {
      return new SliceRefused(Cause.WORKSHOP, "The slicer did not start: " + said);
    }
    if (code == 0) {
      return model("The slicer said that it was done, but made no program. " + said);
    }
    return model(
        "The slicer %s: %s"
            .formatted(code == ABORTED ? "broke off" : "ended with code " + code, said));
  }

  private static SliceRefused model(String words) {
    return new SliceRefused(Cause.MODEL, words.strip());
  }

  private static String lastSaid(String errors) {
    var said =
        errors
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .reduce((before, line) -> line)
            .orElse("it said nothing.");
    return said.length() > MOST_SAID ? said.substring(0, MOST_SAID) : said;
  }
}
