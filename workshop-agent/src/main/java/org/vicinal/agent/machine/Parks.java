package org.vicinal.agent.machine;

import java.util.ArrayList;
import java.util.List;
import org.vicinal.agent.modal.MillModal;
import org.vicinal.agent.modal.Modal;
import org.vicinal.agent.modal.Parking;

/** The way off the part and back, as steps made of what the machine has taken so far. */
final class Parks {
  private static final long LONG = 600_000_000_000L;

  private Parks() {}

  /**
   * When a run is over its place is where it was taken; when it only waits, where it will go on.
   */
  static void leave(Turning turn, Phase.Proceeding phase) {
    if (!(phase instanceof Phase.Working working)) {
      return;
    }
    List<String> lines = Parking.away(modal(turn, working.run()), room(turn));
    Phase next = phase.with(insert(phase.procedure(), lines));
    if (next instanceof Phase.Draining draining) {
      next = draining.with(draining.run().after(lines));
    }
    turn.phase(next);
  }

  static void back(Turning turn, Phase.Proceeding phase) {
    if (phase instanceof Phase.Working working) {
      List<String> lines = Parking.back(modal(turn, working.run()), room(turn));
      turn.phase(phase.with(insert(phase.procedure(), lines)));
    }
  }

  /** What may have been left on by somebody who is gone; a print from its own card goes on. */
  static void quiet(Turning turn, Phase.Proceeding phase) {
    Telemetry told = turn.link().telemetry();
    boolean off = turn.firmware().numbered() ? !told.card() : told.state().equals("Idle");
    if (off) {
      List<String> lines =
          turn.firmware().numbered() ? List.of("M104 S0", "M140 S0", "M107") : List.of("M5", "M9");
      turn.phase(phase.with(insert(phase.procedure(), lines)));
    }
  }

  /** These lines now, then what comes after the present step. */
  private static Procedure insert(Procedure procedure, List<String> lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      steps.add(new Step.Say(line, LONG));
    }
    steps.addAll(procedure.next().left());
    return Procedure.of(steps);
  }

  /** What a person switches is not switched from here. */
  private static Modal modal(Turning turn, Run run) {
    return Spindles.manual(turn) && run.modal() instanceof MillModal mill
        ? mill.still()
        : run.modal();
  }

  private static Parking.Room room(Turning turn) {
    MachineLimits limits = turn.standing().settings().limits();
    return new Parking.Room(limits.widthMm(), limits.depthMm(), limits.heightMm());
  }

  /** {@code The tool stands at X0 Y210 Z15.2.}, or that nobody knows. */
  static String place(Turning turn, Run run) {
    if (turn.firmware().numbered()) {
      String words = run.modal().place().words();
      return words.isEmpty()
          ? "Where the tool stands is not known."
          : "The tool was sent to %s.".formatted(words);
    }
    return "The tool stands at %s.".formatted(turn.link().telemetry().position());
  }
}
