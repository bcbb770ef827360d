package org.vicinal.agent.machine;

import java.util.ArrayList;
import java.util.List;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.firmware.Firmware.Family;
import org.vicinal.agent.firmware.HeatWait;

/** What is said to a firmware on each occasion, as data. */
final class Procedures {
  private static final long SECOND = 1_000_000_000L;
  private static final long ANSWER = 10 * SECOND;
  private static final long HEATING = 900 * SECOND;
  private static final long LINK = Long.MAX_VALUE; // the book of numbered lines watches itself

  /** grblHAL, when it can say what its numbers mean. */
  private static final String OWN_WORDS = "ENUMS";

  /** How a mill counts when a program begins: as after a reset. */
  static final List<String> MODES = List.of("G54", "G17", "G21", "G90", "G94");

  private Procedures() {}

  /** After the port has been opened, or the controller has started by itself. */
  static Procedure greeting(Firmware firmware, boolean booted, boolean unsafe) {
    List<Step> steps = new ArrayList<>();
    if (!booted) {
      steps.add(new Step.AwaitBoot(3 * SECOND));
      if (unsafe && firmware.family() == Family.COUNTED) {
        steps.add(new Step.Restart(5 * SECOND)); // a board that did not start with the port
      }
    }
    steps.add(new Step.Knock(ANSWER));
    if (firmware.family() == Family.COUNTED) {
      boolean hal = firmware.equals(Firmware.GRBLHAL);
      return with(
          steps,
          new Step.Quiet(),
          say(hal ? "$I+" : "$I"),
          say("$$"),
          say("$#"),
          say("$G"),
          new Step.SayIf(OWN_WORDS, "$EA", ANSWER),
          new Step.SayIf(OWN_WORDS, "$EE", ANSWER));
    }
    steps.add(new Step.Say("M110 N0", 2 * ANSWER));
    if (unsafe) {
      steps.addAll(coolDown());
    } else {
      steps.add(new Step.Say("M27", 2 * ANSWER)); // does it print from its own card?
      steps.add(new Step.Quiet());
    }
    return with(
        steps,
        new Step.Say("M115", 2 * ANSWER),
        new Step.SayIf("AUTOREPORT_TEMP", "M155 S2", 2 * ANSWER),
        new Step.SayIf("AUTOREPORT_SD_STATUS", "M27 S5", 2 * ANSWER));
  }

  /** A RepRapFirmware that is mute may have been halted by M112: once per opening it is revived. */
  static boolean mayRevive(Turning turn) {
    return turn.firmware().reprap() && turn.link().epoch() == 1;
  }

  /** Out of the halt, which leaves heaters off, and then the greeting. */
  static Procedure revive(Firmware firmware) {
    return with(
        List.of(new Step.Revive(5 * SECOND)),
        greeting(firmware, true, true).left().toArray(Step[]::new));
  }

  private static Step say(String text) {
    return new Step.Say(text, ANSWER);
  }

  static List<Step> coolDown() {
    return List.of(
        new Step.Say("M104 S0", LINK), new Step.Say("M140 S0", LINK), new Step.Say("M107", LINK));
  }

  private static Procedure with(List<Step> before, Step... after) {
    List<Step> all = new ArrayList<>(before);
    all.addAll(List.of(after));
    return Procedure.of(all);
  }

  /**
   * Before the first line of a program: numbers begin at 1 again, so that none grows too long, and
   * an answer too many from before counts for no line of it; and a mill's modes are those that a
   * program may rely on, whatever the last one has left.
   */
  static Procedure beforeRun(Firmware firmware) {
    return switch (firmware.family()) {
      case NUMBERED -> Procedure.of(new Step.Say("M110 N0", LINK)); // its book proves the rest
      case CHECKED -> Procedure.of(certain());
      case COUNTED ->
          Procedure.of(say("$#"), say(String.join("", MODES)), say("$G"), new Step.Rest());
    };
  }

  /** Out of check mode, which is a reset and says so. */
  static Procedure leaveCheck() {
    return Procedure.of(settle(), new Step.Restart(5 * SECOND), new Step.Rest());
  }

  /** After the last line: until the last move is made, and nothing stays hot or turning. */
  static Procedure finish(Firmware firmware) {
    if (firmware.numbered()) {
      List<Step> steps = new ArrayList<>(List.of(settle(), certain()));
      steps.add(new Step.Say("M400", LINK));
      steps.addAll(coolDown());
      steps.add(certain());
      return Procedure.of(steps);
    }
    return Procedure.of(
        settle(),
        new Step.Say("G4 P0.01", LINK),
        new Step.Rest(),
        new Step.Say("M5", ANSWER),
        new Step.Say("M9", ANSWER),
        new Step.Rest());
  }

  private static Step settle() {
    return new Step.Settle(LINK);
  }

  /**
   * Until everything sent before has certainly been taken. A doubled ok counts a line too early,
   * and a hundred of them as many; only the answer to M105 cannot be that of another line.
   */
  private static Step certain() {
    return new Step.Say("M105", LINK);
  }

  /** A run is ended early. GRBL may stand in a hold, so it is reset, which stops the spindle. */
  static Procedure abandon(Firmware firmware, boolean emergencyParser, boolean moved) {
    if (!firmware.numbered()) {
      return Procedure.of(
          new Step.Hold(20 * SECOND),
          new Step.Restart(5 * SECOND),
          new Step.Say("M5", ANSWER),
          new Step.Say("M9", ANSWER),
          new Step.Rest());
    }
    List<Step> steps = new ArrayList<>();
    if (emergencyParser) {
      steps.add(new Step.Interject("M108"));
    }
    steps.add(settle());
    steps.addAll(coolDown());
    steps.add(certain());
    steps.add(new Step.Say("M400", LINK));
    if (moved) { // off the part, before the nozzle sticks to it
      steps.add(new Step.Leave());
      steps.add(new Step.Say("M84 X Y E", LINK)); // Z is held: some printers' heads sink
    }
    return Procedure.of(steps);
  }

  /** Until the machine stands, with everything taken that was sent. */
  static Procedure comeToRest(Firmware firmware) {
    return firmware.numbered()
        ? Procedure.of(settle(), certain(), new Step.Say("M400", LINK))
        : Procedure.of(settle(), new Step.Say("G4 P0.01", LINK), new Step.Rest());
  }

  /** Until the machine stands off the part, with everything taken that was sent. */
  static Procedure standAside(Firmware firmware) {
    return with(comeToRest(firmware).left(), new Step.Leave());
  }

  /** A pause at a person's wish; GRBL decelerates within the line, others after what is sent. */
  static Procedure pause(Firmware firmware) {
    return firmware.numbered() ? standAside(firmware) : Procedure.of(new Step.Hold(20 * SECOND));
  }

  /** The way into the middle of a program: heat is waited for so that a cancel acts at once. */
  static Procedure enter(List<String> lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      HeatWait.find(line).ifPresent(heat -> steps.add(new Step.Warm(heat, HEATING)));
      steps.add(new Step.Say(line, LINK));
    }
    return Procedure.of(steps);
  }

  /** After a stop: the reset byte may have been lost on the wire, and then it is sent again. */
  static Procedure stopped() {
    return Procedure.of(new Step.AwaitReset(3 * SECOND, 3));
  }

  /** A short way from where the tool stands; GRBL's own command for it can be broken off. */
  static Procedure jog(Firmware firmware, String words) {
    return firmware.numbered()
        ? Procedure.of(
            new Step.Say("G91", LINK),
            new Step.Say("G1 " + words, LINK),
            new Step.Say("G90", LINK),
            new Step.Say("M400", LINK))
        : Procedure.of(new Step.Say("$J=G91 G21 " + words, ANSWER), new Step.Rest());
  }

  /** Before a tool is driven by key: each piece of the way counts from the last. */
  static Procedure beforeDrive(Firmware firmware) {
    return firmware.numbered() ? Procedure.of(new Step.Say("G91", LINK)) : Procedure.NOTHING;
  }

  /** A key is let go: GRBL's jog is broken off, a printer makes the little that it has. */
  static Procedure endJog(Firmware firmware) {
    return firmware.numbered()
        ? Procedure.of(settle(), new Step.Say("G90", LINK), new Step.Say("M400", LINK))
        : Procedure.of(
            new Step.Answered(SECOND / 5),
            new Step.EndJog(10 * SECOND),
            new Step.Resync(ANSWER),
            new Step.Rest());
  }

  /** A person's line; what it does may take long. */
  static Procedure said(Firmware firmware, String text) {
    return firmware.numbered()
        ? Procedure.of(new Step.Say(text, LINK))
        : Procedure.of(new Step.Say(text, 300 * SECOND), new Step.Rest());
  }

  /** Out of GRBL's alarm; a frozen controller must be reset before it reads anything. */
  static Procedure leaveAlarm(boolean frozen, Machine.AlarmExit exit) {
    Step way = exit == Machine.AlarmExit.HOME ? new Step.Say("$H", 300 * SECOND) : say("$X");
    return frozen ? Procedure.of(new Step.Restart(5 * SECOND), way) : Procedure.of(way);
  }
}
