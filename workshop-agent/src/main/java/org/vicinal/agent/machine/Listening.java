package org.vicinal.agent.machine;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.firmware.GrblCodes;
import org.vicinal.agent.firmware.GrblReplies;
import org.vicinal.agent.firmware.LineFramer;
import org.vicinal.agent.firmware.MarlinReplies;
import org.vicinal.agent.firmware.Reply;
import org.vicinal.agent.firmware.Sender;

/** What the firmware says. */
final class Listening {

  private static final Set<String> OTHERS_WORK =
      Set.of("processing", "pausing", "paused", "resuming", "simulating", "cancelling");

  private static final Predicate<String> SAYS_ONLY_THAT_IT_STOPPED =
      Pattern.compile("action:poweroff|kill\\(\\) called|Emergency Stop").asPredicate();

  private Listening() {}

  static void heard(Turning turn, byte[] bytes) {
    if (!turn.isOnline()) {
      return;
    }
    LineFramer.Framed framed = turn.link().framer().take(bytes);
    Link link = turn.link();
    turn.link(
        new Link(link.sender(), framed.next(), link.telemetry(), link.polling(), link.epoch()));
    for (String line : framed.lines()) {
      if (turn.isOnline()) {
        hear(turn, parse(turn, line));
        Pump.run(turn);
      }
    }
  }

  private static Reply parse(Turning turn, String line) {
    return turn.firmware().numbered() ? MarlinReplies.parse(line) : GrblReplies.parse(line);
  }

  private static void hear(Turning turn, Reply reply) {
    Link link = turn.link();
    turn.link(
        new Link(
            link.sender(),
            link.framer(),
            link.telemetry().hear(reply, turn.now()),
            link.polling(),
            link.epoch()));
    boolean expected = expectsStart(turn);
    if (turn.phase() instanceof Phase.Proceeding proceeding) {
      turn.phase(proceeding.with(proceeding.procedure().hear(reply)));
    }
    turn.turnPage(turn.link().sender().hear(reply, turn.now()));
    if (turn.isOnline()) {
      follow(turn, reply, expected);
    }
  }

  private static boolean expectsStart(Turning turn) {
    return turn.phase() instanceof Phase.Proceeding proceeding
        && !proceeding.procedure().done()
        && proceeding.procedure().begun()
        && (proceeding.procedure().step() instanceof Step.AwaitBoot
            || proceeding.procedure().step() instanceof Step.Restart);
  }

  private static void follow(Turning turn, Reply reply, boolean startExpected) {
    switch (reply) {
      case Reply.Started started -> started(turn, started.text(), startExpected);
      case Reply.ResetCause cause -> {
        if (turn.phase() instanceof Phase.Working) {
          started(turn, cause.text(), startExpected); // else its start was heard
        }
      }
      case Reply.Fatal fatal -> fatal(turn, fatal.text());
      case Reply.Alarm alarm -> alarm(turn, alarm.code());
      case Reply.Status status -> Polls.status(turn, status.report());
      case Reply.Busy busy -> {
        if (busy.person()) {
          Actions.waits(turn, "The firmware waits for somebody at the machine.");
        } else {
          usedByOther(turn, "Somebody uses the machine by its panel.");
        }
      }
      case Reply.At at -> at(turn, at.status());
      case Reply.CardAtRest rest -> standsAgain(turn);
      case Reply.CardPrinting card -> taken(turn, "The machine prints from its own card.");
      case Reply.Temperatures told -> Watches.warmth(turn);
      case Reply.Ok ok when ok.temperatures() -> Watches.warmth(turn);
      case Reply.HostAction action -> Actions.take(turn, action.name());
      default -> {
        // read by telemetry, procedure and book
      }
    }
  }

  /** RepRapFirmware has other masters: its card, its page, its panel. */
  private static void at(Turning turn, String status) {
    if (OTHERS_WORK.contains(status)) {
      taken(turn, "Somebody else is at work with the machine (%s).".formatted(status));
    } else if (status.equals("idle")) {
      standsAgain(turn);
    }
  }

  private static void standsAgain(Turning turn) {
    if (turn.phase() instanceof Phase.Taken) {
      turn.become(new Phase.Occupied(), "The machine stands again.");
    }
  }

  static void usedByOther(Turning turn, String why) {
    if (turn.link().sender().settled()) {
      taken(turn, why);
    }
  }

  private static void taken(Turning turn, String why) {
    if (turn.phase() instanceof Phase.Ready || turn.phase() instanceof Phase.Occupied) {
      turn.standing(turn.standing().confirmed(false));
      turn.become(new Phase.Taken(), why);
    }
  }

  /** The controller has started. Nobody asked it to: whatever was going on is lost. */
  private static void started(Turning turn, String text, boolean expected) {
    if (turn.phase() instanceof Alarmed alarmed) {
      turn.newEpoch(freshBook(turn));
      turn.phase(new Alarmed(alarmed.code(), false, alarmed.leaving(), alarmed.procedure()));
      return;
    }
    if (turn.phase() instanceof Phase.Faulted) {
      return; // waits for a person all the same
    }
    if (expected) {
      turn.newEpoch(freshBook(turn));
      return;
    }
    turn.breakOff(
        Ending.interrupted(
            "The controller restarted (\"%s\"). Look at its power supply.".formatted(text)));
    turn.newEpoch(freshBook(turn));
    Origins.startedAnew(turn);
    turn.become(Connecting.greeting(turn, true), "The controller has restarted.");
  }

  /** For GRBL the size of the buffer, once told, stays known. */
  private static Sender freshBook(Turning turn) {
    return turn.firmware().numbered() ? Sender.begin(turn.firmware()) : turn.link().sender();
  }

  static void fatal(Turning turn, String text) {
    turn.breakOff(Ending.failed("The firmware stopped the machine: \"%s\".".formatted(text)));
    if (turn.firmware().reprap()) {
      Outcomes.makeSafe(turn); // only the heater at fault is off
    }
    if (turn.phase() instanceof Phase.Faulted && SAYS_ONLY_THAT_IT_STOPPED.test(text)) {
      return; // as it was asked to; why is known already
    }
    turn.fault(
        "The firmware stopped the machine: \"%s\". Look at it, switch it off and on, then confirm."
            .formatted(text));
  }

  private static void alarm(Turning turn, int code) {
    if (turn.phase() instanceof Alarmed known && onItsWayOut(known)) {
      turn.phase(new Alarmed(code, known.frozen(), true, known.procedure()));
      return; // the alarm of the stop itself, told after a person has already asked to leave it
    }
    Known known = turn.link().telemetry().known();
    boolean hal = known.hal() || turn.firmware().equals(Firmware.GRBLHAL);
    String what = known.alarm(code, hal);
    turn.breakOff(Ending.failed(what + "."));
    turn.standing(turn.standing().confirmed(false));
    boolean frozen = GrblCodes.frozen(code, hal);
    turn.become(new Alarmed(code, frozen), what + ". Look at the machine, then home or unlock it.");
  }

  /** Asked to leave, and nothing yet sent that could have raised another alarm. */
  private static boolean onItsWayOut(Alarmed alarmed) {
    return alarmed.leaving()
        && !alarmed.procedure().done()
        && (!alarmed.procedure().begun() || alarmed.procedure().step() instanceof Step.Restart);
  }
}
