package org.vicinal.agent.simulation.grbl;

import java.util.function.Consumer;
import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.agent.simulation.board.Waiting.On;

/** Reads the ring line by line and gives each exactly one answer. */
final class GrblDialogue {
  private final GrblController grbl;
  private final GrblMachine machine;
  private final GrblRing ring;
  private final GrblLine line;
  private final GrblProgram program;
  private final GrblSystem system;
  private final Consumer<String> executed;
  private Waiting waiting = Waiting.OVER;
  private String current = "";
  private int gate; // grblHAL: the error for which G-code is refused until somebody reacts

  GrblDialogue(
      GrblController grbl,
      GrblMachine machine,
      GrblRing ring,
      GrblSwitches switches,
      Consumer<String> executed) {
    this.grbl = grbl;
    this.machine = machine;
    this.ring = ring;
    this.line = new GrblLine(switches);
    this.program = new GrblProgram(grbl, machine);
    this.system = new GrblSystem(grbl, machine, program, switches);
    this.executed = executed;
  }

  /** As after a reset: what was read is forgotten, and nothing of it is answered. */
  void forget() {
    ring.clear();
    line.clear();
    waiting = Waiting.OVER;
    current = "";
    gate = 0;
  }

  /** Whether a line has been begun that returns, unfinished, when a reset comes. */
  boolean returnsAtReset(boolean frozen) {
    return !current.isEmpty() && (waiting.on() == On.ROOM || frozen);
  }

  /** Reads and carries out all that can be at this moment. */
  void work() {
    while (grbl.reads()) {
      if (!current.isEmpty()) {
        if (!over(waiting)) {
          return;
        }
        goOnWithLine();
      } else if (grbl.held() || ring.isEmpty()) {
        return;
      } else if (line.take(ring.take())) {
        begin();
      }
    }
  }

  private void begin() {
    boolean tooLong = line.overflowed();
    String text = line.end();
    if (tooLong) {
      error(11);
    } else if (text.isEmpty()) {
      gate = 0;
      grbl.voice().say("ok");
    } else {
      carryOut(text);
    }
  }

  private void carryOut(String text) {
    current = text;
    int error;
    if (text.charAt(0) == '$') {
      gate = 0;
      waiting = system.begin(text);
      error = system.error();
    } else if (grbl.locked() || grbl.jogging()) {
      waiting = Waiting.OVER;
      error = 9;
    } else if (gate != 0) {
      waiting = Waiting.OVER;
      error = gate;
    } else {
      waiting = program.begin(text);
      error = program.error();
    }
    conclude(error);
  }

  private void goOnWithLine() {
    waiting = waiting.then().apply(grbl.clock());
    conclude(current.startsWith("$") ? 0 : program.error());
  }

  private void conclude(int error) {
    if (current.isEmpty()) {
      return; // a reset came in between
    }
    if (error != 0) {
      error(error);
    } else if (waiting.on() == On.NOTHING) {
      if (!grbl.checking()) {
        executed.accept(current);
      }
      current = "";
      grbl.voice().say("ok");
      system.answered();
    }
  }

  private void error(int code) {
    if (grbl.hal() && !current.startsWith("$")) {
      gate = code;
    }
    current = "";
    waiting = Waiting.OVER;
    grbl.voice().say("error:" + code);
  }

  private boolean over(Waiting what) {
    if (what.on() == On.REST) {
      machine.moves.hurry(grbl.clock());
    }
    return switch (what.on()) {
      case NOTHING -> true;
      case TIME -> grbl.clock() >= what.until();
      case ROOM -> !machine.moves.full();
      case REST -> machine.moves.isEmpty();
      case PERSON -> !grbl.held() && !grbl.waitsForReset();
      case HOTEND, BED -> true;
    };
  }

  long wakeAt() {
    return !current.isEmpty() && waiting.on() == On.TIME ? waiting.until() : Long.MAX_VALUE;
  }

  /** Executes the stored lines, as after boot and after homing. */
  void runStartupLines() {
    for (String text : system.startup()) {
      if (!text.isEmpty()) {
        Waiting left = program.begin(text);
        while (program.error() == 0 && left.on() != On.NOTHING) {
          left = left.then().apply(grbl.clock());
        }
        String answer = program.error() == 0 ? ":ok" : ":error:" + program.error();
        grbl.voice().say(">" + text + answer);
      }
    }
  }
}
