package org.vicinal.agent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has been read of a program and not been sent yet: one piece that is being sent and one that
 * is ready after it, so that the machine never waits for a disk.
 *
 * @param at the next line of {@code lines}
 * @param asked whether more has been asked for
 * @param end whether there is no more
 */
record Feed(List<ProgramLine> lines, int at, List<ProgramLine> ahead, boolean asked, boolean end) {

  static final Feed EMPTY = new Feed(List.of(), 0, List.of(), false, false);

  /** The next line, if it has been read. */
  Optional<ProgramLine> find() {
    return at < lines.size() ? Optional.of(lines.get(at)) : Optional.empty();
  }

  /** After the next line has been taken. */
  Feed taken() {
    boolean used = at + 1 >= lines.size();
    return used
        ? new Feed(ahead, 0, List.of(), asked, end)
        : new Feed(lines, at + 1, ahead, asked, end);
  }

  /** With something else in place of the next line, which has been done in part. */
  Feed instead(ProgramLine rest) {
    List<ProgramLine> left = new ArrayList<>(lines.subList(at, lines.size()));
    left.set(0, rest);
    return new Feed(List.copyOf(left), 0, ahead, asked, end);
  }

  Feed asking() {
    return new Feed(lines, at, ahead, true, end);
  }

  Feed with(List<ProgramLine> more, boolean last) {
    return at < lines.size()
        ? new Feed(lines, at, more, false, last)
        : new Feed(more, 0, List.of(), false, last);
  }

  /** Whether more should be asked for now. */
  boolean hungry() {
    return !asked && !end && ahead.isEmpty();
  }

  /** Whether every line has been taken. */
  boolean finished() {
    return end && at >= lines.size() && ahead.isEmpty();
  }
}
