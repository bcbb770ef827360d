package org.vicinal.agent.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.journal.LineMark.Reached;
import org.vicinal.agent.modal.Modal;
import org.vicinal.agent.modal.Rejoining;
import org.vicinal.agent.modal.Rejoining.Proposal;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.WireForm;
import org.vicinal.gcode.WireLine;

/**
 * A run that begins in the middle of its program: the safe line, and what a person must read before
 * saying yes.
 *
 * <p>Who names a line has looked at the part and means that one; the safe line is the last one not
 * after it. Who says "where it broke off" relies on the book, which knows what was answered and not
 * what was made, so the safe line is a planner of moves earlier.
 */
final class GoingOn {
  private final Job job;
  private final long lines;

  /**
   * @param lines how many the program has
   */
  GoingOn(Job job, long lines) {
    this.job = job;
    this.lines = lines;
  }

  /** What came of the question where to begin. */
  sealed interface Found {

    /** A line, and what is to be said about it. */
    record Safe(Proposal proposal, List<String> words) implements Found {
      public Safe {
        words = List.copyOf(words);
      }
    }

    /** None; why, and what to do. */
    record Nowhere(String why) implements Found {}
  }

  /** From the last safe line that is not after this one. */
  Found at(long line) throws IOException {
    if (line > lines) {
      return new Found.Nowhere(
          "Expected a line of the program's %d, found %d.".formatted(lines, line));
    }
    return found(follow(line, 0), line, "You named line %d.".formatted(line));
  }

  /**
   * From where a run broke off.
   *
   * @param last the last run on this port, if one is remembered
   * @param digest of the program that is to go on
   */
  Found brokenOff(Optional<RunBook.Written> last, Reached reached, String digest)
      throws IOException {
    String instead = " Name the line yourself (--from-line N), or begin at its beginning.";
    if (last.isEmpty()) {
      return new Found.Nowhere("No run is remembered on this port." + instead);
    }
    var run = last.get();
    if (!run.digest().equals(digest)) {
      return new Found.Nowhere(
          "The last run on this port was of another program (%s, SHA-256 %.12s...)."
                  .formatted(run.program(), run.digest())
              + instead);
    }
    if ("Completed".equals(run.ending())) {
      return new Found.Nowhere("The last run on this port was completed." + instead);
    }
    long line = run.ending() == null ? reached.line() : run.line();
    int planner = job.machine().firmware().plannedMoves();
    return found(follow(line, planner), line, known(line, reached, planner));
  }

  private static String known(long line, Reached reached, int planner) {
    String taken = "The machine has answered line %d".formatted(line);
    String place = reached.offset() > 0 ? " (byte %d)".formatted(reached.offset()) : "";
    String sent =
        reached.sent() > line ? "; up to line %d had gone out".formatted(reached.sent()) : "";
    return taken
        + place
        + sent
        + ". Answered is not made: up to %d moves before it may still have been in its planner."
            .formatted(planner);
  }

  private Found found(Optional<Proposal> proposal, long line, String known) throws IOException {
    if (proposal.isEmpty()) {
      return new Found.Nowhere(
          known + " No line before it is safe to go on from. Begin at the program's beginning.");
    }
    var words = new ArrayList<String>(List.of(known));
    words.addAll(words(proposal.get(), line));
    return new Found.Safe(proposal.get(), words);
  }

  /** Reads the program up to this line. */
  private Optional<Proposal> follow(long line, int behind) throws IOException {
    Firmware firmware = job.machine().firmware();
    var rejoining = Rejoining.of(job.mill() ? Modal.mill() : Modal.printer(), behind);
    var dialect = Dialect.find(firmware.name()).orElseThrow();
    try (var wire = WireForm.open(job.program(), dialect)) {
      for (WireLine next = wire.next();
          next != null && next.sourceLine() <= line;
          next = wire.next()) {
        rejoining.taken(next.sourceLine(), new String(next.bytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return rejoining.propose();
  }

  private List<String> words(Proposal proposal, long line) throws IOException {
    var words = new ArrayList<String>();
    words.add(
        "It would go on at line %d of %d: \"%s\". What lies between it and line %d is done a second time."
            .formatted(proposal.line(), lines, text(proposal.line()), line));
    words.add("The machine as the program has left it there: " + proposal.modal().words());
    words.add("First is sent, in this order:");
    proposal.before().forEach(text -> words.add("    " + text));
    words.add("Say yes only if all of this is so:");
    proposal.checks().forEach(check -> words.add("  - " + check));
    return words;
  }

  private String text(long line) throws IOException {
    var dialect = Dialect.find(job.machine().firmware().name()).orElseThrow();
    try (var wire = WireForm.open(job.program(), dialect)) {
      WireLine next = wire.next();
      while (next != null && next.sourceLine() < line) {
        next = wire.next();
      }
      return next == null ? "" : new String(next.bytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
