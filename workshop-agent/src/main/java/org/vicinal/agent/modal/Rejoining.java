package org.vicinal.agent.modal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where an interrupted program could go on, and what must be said to the machine before.
 *
 * <p>Acknowledged is not done: up to a planner of moves before the last acknowledged line may never
 * have been made. So the place to go on is a safe line at least that many moves earlier: for a
 * printer one that begins a move without extruding, for a mill one that begins with the tool as
 * high as it has ever been. What lies between is done twice, which a part survives; what was left
 * out, it does not.
 *
 * <p>Feed it every line of the program up to the last acknowledged one, then ask. Nothing here
 * starts anything: a person reads the proposal and decides.
 */
public final class Rejoining {

  /** Marlin's planner and queue hold 20, GRBL's 16; grblHAL's usually 100. */
  private static final int KEPT = 256;

  private static final String HEIGHT = "G92 Z";

  private final Deque<Candidate> candidates = new ArrayDeque<>();
  private final int behind;
  private Modal modal;
  private long moves;
  private long climbs;

  private record Candidate(long line, long moves, long climbs, Modal before) {}

  /**
   * A proposal.
   *
   * @param line of the program's file from which it would go on
   * @param modal the machine as that line expects it
   * @param before what is sent first, in this order
   * @param checks what a person must have seen to, as sentences
   * @param height where a printer's nozzle must stand now, in mm: no line since that one has moved
   *     it up or down; NaN where only a person can say
   */
  public record Proposal(
      long line, Modal modal, List<String> before, List<String> checks, double height) {
    public Proposal {
      before = List.copyOf(before);
      checks = List.copyOf(checks);
    }

    /** The same, with a printer's nozzle standing at another height now, in mm above the bed. */
    public Proposal standingAt(double z) {
      return new Proposal(
          line,
          modal,
          before.stream()
              .map(text -> text.startsWith(HEIGHT) ? HEIGHT + Place.shortest(z) : text)
              .toList(),
          checks,
          z);
    }
  }

  private Rejoining(Modal begin, int behind) {
    this.modal = begin;
    this.behind = behind;
  }

  /** For a program that begins on a machine like this, whose planner holds so many moves. */
  public static Rejoining of(Modal begin, int planner) {
    return new Rejoining(begin, planner);
  }

  /** The next line of the program that was acknowledged. */
  public void taken(long line, String text) {
    Modal after = modal.after(text);
    boolean moved = !after.place().equals(modal.place());
    if (moved && safe(text)) {
      candidates.addLast(new Candidate(line, moves, climbs, modal));
      if (candidates.size() > KEPT) {
        candidates.removeFirst();
      }
    }
    moves += moved ? 1 : 0;
    climbs += after.place().z() == modal.place().z() ? 0 : 1;
    modal = after;
  }

  /** A line that names its own motion, so that it means the same after the lines before it. */
  private boolean safe(String text) {
    if (!modal.place().known() || !(text.startsWith("G0") || text.startsWith("G1"))) {
      return false;
    }
    return switch (modal) {
      case PrinterModal printer -> text.indexOf('E') < 0 && !printer.relative();
      case MillModal mill -> mill.place().z() >= mill.highest() && !mill.relative();
    };
  }

  /** The last safe line that is surely done up to; none when the program had hardly begun. */
  public Optional<Proposal> propose() {
    Candidate best = null;
    for (Candidate candidate : candidates) {
      if (candidate.moves() + behind <= moves) {
        best = candidate;
      }
    }
    return best == null ? Optional.empty() : Optional.of(proposal(best));
  }

  private Proposal proposal(Candidate at) {
    double height = at.climbs() == climbs ? modal.place().z() : Double.NaN;
    return switch (at.before()) {
      case PrinterModal printer ->
          new Proposal(
              at.line(), printer, before(printer, modal.place().z()), checks(printer), height);
      case MillModal mill -> new Proposal(at.line(), mill, before(mill), checks(mill), height);
    };
  }

  /** Warm, home beside the part, and down onto it last. Z is believed, because a person says so. */
  private static List<String> before(PrinterModal to, double standsAt) {
    List<String> lines = new ArrayList<>(List.of("G21", "M107"));
    lines.add(HEIGHT + Place.shortest(standsAt));
    if (to.bed() > 0) {
      lines.add("M190 S" + Place.shortest(to.bed()));
    }
    lines.add("G91");
    lines.add("G1 Z5 F600");
    lines.add("G90");
    lines.add("G28 X Y");
    if (to.tool() > 0) {
      lines.add("T" + to.tool());
    }
    if (to.hotend() > 0) {
      lines.add("M109 S" + Place.shortest(to.hotend()));
      lines.add("M83");
      lines.add("G1 E5 F200"); // prime, beside the part
    }
    Place place = to.place();
    lines.add("G1" + Place.word('X', place.x()) + Place.word('Y', place.y()) + " F4800");
    lines.add("G1" + Place.word('Z', place.z()) + " F600");
    lines.addAll(Parking.modes(to));
    return lines;
  }

  private static List<String> checks(PrinterModal to) {
    return List.of(
        "The part still sticks to the bed.",
        "The nozzle stands as high above the bed as you say; nobody has turned the Z screws since."
            + " At that line it was at Z%s.".formatted(Place.shortest(to.place().z())),
        "The head can go to its X and Y switches without touching the part.");
  }

  /** Up first, the spindle at its speed, then across, and down with the program's own feed. */
  private static List<String> before(MillModal to) {
    List<String> lines = new ArrayList<>();
    lines.add("G21G90G94G" + to.offset());
    lines.add("G0Z" + Place.shortest(to.highest()));
    lines.addAll(Parking.spin(to));
    lines.add("G0X%sY%s".formatted(Place.shortest(to.place().x()), Place.shortest(to.place().y())));
    lines.addAll(Parking.modes(to));
    return lines;
  }

  private static List<String> checks(MillModal to) {
    return List.of(
        "The machine has been homed, or its origin has been set again on the same stock.",
        "Stock, clamps and tool are the same as before.",
        "At Z%s nothing is in the tool's way.".formatted(Place.shortest(to.highest())));
  }
}
