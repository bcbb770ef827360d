package org.vicinal.agent.simulation.marlin;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.vicinal.agent.simulation.board.Waiting;

/** What G commands do to the printer: each point of a move waits for room in the planner. */
final class MotionCommands {
  private static final double HOMING = 8; // seconds
  private static final double PROBING = 20;
  private static final double EXTRUDES_FROM = 170; // degrees Celsius

  private final Voice voice;
  private final Printer printer;
  private final double speed;
  private long dropsUntil = Long.MIN_VALUE;

  MotionCommands(Voice voice, Printer printer, double speed) {
    this.voice = voice;
    this.printer = printer;
    this.speed = speed;
  }

  /** Begins a command; says {@code false} in {@link Begun#known} if the firmware has none. */
  Begun begin(MarlinWords words) {
    return switch (words.command()) {
      case "G0", "G1", "G2", "G3" -> new Begun(move(words), true);
      case "G4" -> {
        double seconds = words.value('S', words.value('P', 0) / 1000);
        yield new Begun(atRest(() -> seconds), true);
      }
      case "G28" -> new Begun(atRest(this::home), true);
      case "G29", "G34" -> new Begun(atRest(() -> PROBING), true);
      default -> new Begun(Waiting.OVER, mode(words));
    };
  }

  /**
   * A command that has begun.
   *
   * @param known whether this firmware has it
   */
  record Begun(Waiting waiting, boolean known) {}

  private boolean mode(MarlinWords words) {
    switch (words.command()) {
      case "G20", "G21" -> printer.head.inches(words.command().equals("G20"));
      case "G90", "G91" -> printer.head.absolute(words.command().equals("G90"));
      case "G92" -> printer.head.setPosition(words);
      case "G10", "G11", "G17", "G27", "G80" -> {
        // nothing that the model shows
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private double home() {
    printer.head.home();
    return HOMING;
  }

  private Waiting move(MarlinWords words) {
    boolean cold = printer.head.extrusion(words) > 0 && printer.hotend.celsius() < EXTRUDES_FROM;
    if (cold) {
      voice.say("echo: cold extrusion prevented");
    }
    return next(printer.head.route(words, cold), 0);
  }

  private Waiting next(List<double[]> route, int index) {
    if (index == route.size()) {
      return Waiting.OVER;
    }
    return Waiting.forThe(Waiting.On.ROOM)
        .then(
            now -> {
              if (now >= dropsUntil) {
                printer.head.plan(route.get(index), now);
              }
              return next(route, index + 1);
            });
  }

  /** M410: what is planned is dropped, and so is what comes for a second. */
  void quickStop(long now) {
    printer.moves.clear(now);
    printer.head.resynchronise();
    dropsUntil = now + nanos(1);
  }

  /** Waits until the planner is empty, then as long as this takes. */
  Waiting atRest(DoubleSupplier seconds) {
    return Waiting.forThe(Waiting.On.REST)
        .then(now -> Waiting.until(now + nanos(seconds.getAsDouble())));
  }

  /** Nanoseconds of the clock in which this many seconds of the machine pass. */
  private long nanos(double machineSeconds) {
    return (long) (machineSeconds / speed * 1e9);
  }
}
