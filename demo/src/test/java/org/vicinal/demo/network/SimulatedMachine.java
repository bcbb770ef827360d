package org.vicinal.demo.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.machine.Beginning;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.Effect;
import org.vicinal.agent.machine.Input;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.MachineLimits;
import org.vicinal.agent.machine.MachineSettings;
import org.vicinal.agent.machine.MachineState;
import org.vicinal.agent.machine.ProgramLine;
import org.vicinal.agent.machine.Reach;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.agent.machine.Stock;
import org.vicinal.agent.simulation.board.SimulatedFirmware;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;
import org.vicinal.agent.workshop.MachineOffer;
import org.vicinal.gcode.Box;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;

/** A machine's own rules, a cable, and a board that does not exist. */
final class SimulatedMachine {
  private static final Box PART = new Box(0, 0, -5, 50, 50, 5);
  private static final Stock STOCK = new Stock(2000, 2000, 400, 1000, 1000, 200);
  private static final long CABLE = 2_000_000L; // nanoseconds for bytes to come across
  private static final double SPEED = 1; // seconds of the board in one of the clock

  /** What a machine tells its workshop. */
  interface Owner {
    void starting(SimulatedMachine machine, String run);

    void ended(String run, RunEnd end);

    void heard(MachineEvent event);

    void replied(MachineId machine, long ask, org.vicinal.agent.machine.Answer answer);
  }

  private final Agenda agenda;
  private final MachineOffer offer;
  private final SimulatedFirmware board;
  private final Laws laws;
  private Owner owner;
  private MachineState state;
  private int incarnation;
  private boolean connected;
  private boolean exitAsked;
  private long boardDue = Long.MAX_VALUE;
  private long stateDue = Long.MAX_VALUE;

  SimulatedMachine(Agenda agenda, MachineOffer offer, Laws laws, Owner owner) {
    this.agenda = agenda;
    this.offer = offer;
    this.laws = laws;
    this.owner = owner;
    this.board = board(offer);
    this.state = begin(Beginning.UNKNOWN);
  }

  private static SimulatedFirmware board(MachineOffer offer) {
    var room = offer.profile().room();
    double[] box = {room.x(), room.y(), room.z()};
    return offer.profile().controller() == Controller.MARLIN
        ? new SimulatedMarlin(MarlinSwitches.USUAL, box, SPEED, _ -> {})
        : new SimulatedGrbl(GrblSwitches.USUAL, box, SPEED, _ -> {});
  }

  private MachineState begin(Beginning beginning) {
    var profile = offer.profile();
    var firmware = profile.controller() == Controller.MARLIN ? Firmware.MARLIN : Firmware.GRBL;
    var limits = MachineLimits.box(profile.room().x(), profile.room().y(), profile.room().z());
    return MachineState.begin(
        new MachineSettings(profile.machine().value(), "/dev/none", 115_200, firmware, limits),
        beginning);
  }

  MachineId id() {
    return offer.id();
  }

  Condition condition() {
    return state.condition();
  }

  /** Switches the board on and lets the agent look for it. */
  void start(Beginning beginning, Owner newOwner) {
    owner = newOwner;
    incarnation++;
    connected = false;
    stateDue = Long.MAX_VALUE;
    state = begin(beginning);
    wakeState();
  }

  /** The agent's process dies: nobody reads the cable; the board goes on as boards do. */
  void abandon() {
    incarnation++;
    connected = false;
    stateDue = Long.MAX_VALUE;
  }

  /** Something goes wrong at the machine itself. */
  void mishap() {
    switch (board) {
      case SimulatedGrbl grbl -> grbl.hitLimit(agenda.now());
      case SimulatedMarlin marlin -> marlin.thermalFault(agenda.now());
      default -> throw new IllegalStateException("Unknown board " + board);
    }
    pump();
  }

  /** A person at the machine does what its condition asks for. */
  void attend(boolean home) {
    switch (state.condition()) {
      case ALARM -> {
        exitAsked = true;
        var exit = home ? Machine.AlarmExit.HOME : Machine.AlarmExit.UNLOCK;
        take(new Input.AlarmExitAsked(agenda.now(), 0, exit, "Ana"));
      }
      case ATTENTION, HOLDING -> take(new Input.ResumeAsked(agenda.now(), 0));
      default -> {}
    }
  }

  /** Drops an input into the machine's mailbox. */
  void put(Input input) {
    int mine = incarnation;
    agenda.soon(
        () -> {
          if (mine == incarnation) {
            take(input);
          }
        });
  }

  private void take(Input input) {
    if (input instanceof Input.Confirmed && state.condition() == Condition.OCCUPIED) {
      takeOne(new Input.StockSet(agenda.now(), 0, "Ana", STOCK)); // refused by printers
    }
    takeOne(input);
  }

  private void takeOne(Input input) {
    boolean alarmed = state.condition() == Condition.ALARM;
    var turn = MachineState.next(state, input);
    state = turn.state();
    boolean still = alarmed && state.condition() == Condition.ALARM && !exitAsked;
    exitAsked = exitAsked && state.condition() == Condition.ALARM;
    for (var effect : turn.effects()) {
      perform(effect, still);
    }
    wakeState();
  }

  private void perform(Effect effect, boolean alarmed) {
    switch (effect) {
      case Effect.OpenPort _ -> {
        connected = true;
        board.reset(agenda.now());
        put(new Input.PortOpened(agenda.now()));
        pump();
      }
      case Effect.ClosePort _ -> connected = false;
      case Effect.Write write -> write(write.bytes(), alarmed);
      case Effect.WriteUrgent write -> write(write.bytes(), alarmed);
      case Effect.Journal journal -> owner.starting(this, journal.start().runId());
      case Effect.Sent _, Effect.Acknowledged _ -> {}
      case Effect.Ended ended -> owner.ended(ended.runId(), ended.end());
      case Effect.Read read -> put(program(read.request().runId()));
      case Effect.Measure measure ->
          put(
              new Input.ProgramMeasured(
                  agenda.now(), measure.request().runId(), new Reach(PART, PART)));
      case Effect.Tell tell -> owner.heard(tell.event());
      case Effect.Reply reply -> owner.replied(id(), reply.ask(), reply.answer());
    }
  }

  private Input program(String run) {
    var lines = new ArrayList<ProgramLine>();
    for (var text : Parts.program(offer.profile().controller())) {
      lines.add(new ProgramLine(lines.size() + 1, text));
    }
    return new Input.ProgramRead(agenda.now(), run, List.copyOf(lines), true);
  }

  private void write(byte[] bytes, boolean alarmed) {
    if (alarmed) {
      laws.writtenInAlarm(id(), new String(bytes, StandardCharsets.ISO_8859_1));
    }
    int mine = incarnation;
    agenda.at(
        agenda.now() + CABLE,
        () -> {
          if (mine == incarnation) {
            board.receive(bytes, agenda.now());
            pump();
          }
        });
  }

  /** Lets the board do what is due, and carries what it says. */
  private void pump() {
    byte[] said = board.advance(agenda.now());
    if (connected && said.length > 0) {
      int mine = incarnation;
      agenda.at(
          agenda.now() + CABLE,
          () -> {
            if (mine == incarnation && connected) {
              take(new Input.Heard(agenda.now(), said));
            }
          });
    }
    wakeBoard();
  }

  private void wakeBoard() {
    long at = board.wakeAt();
    if (at == Long.MAX_VALUE) {
      return;
    }
    long due = Math.max(at, agenda.now() + 1_000);
    if (due < boardDue) {
      boardDue = due;
      agenda.at(
          due,
          () -> {
            if (boardDue == due) {
              boardDue = Long.MAX_VALUE;
              pump();
            }
          });
    }
  }

  private void wakeState() {
    long at = state.wakeAt();
    if (at == Long.MAX_VALUE) {
      return;
    }
    long due = Math.max(at, agenda.now() + 1_000);
    if (due < stateDue) {
      stateDue = due;
      int mine = incarnation;
      agenda.at(
          due,
          () -> {
            if (mine == incarnation && stateDue == due) {
              stateDue = Long.MAX_VALUE;
              if (state.wakeAt() <= agenda.now()) {
                take(new Input.Woken(agenda.now()));
              } else {
                wakeState();
              }
            }
          });
    }
  }
}
