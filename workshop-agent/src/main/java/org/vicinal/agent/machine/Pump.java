package org.vicinal.agent.machine;

import static org.vicinal.agent.firmware.Firmware.GRBLHAL;

import java.util.List;
import java.util.Optional;
import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.Command.Origin;
import org.vicinal.agent.firmware.HeatWait;
import org.vicinal.agent.modal.Rejoining.Proposal;

/** Does what can be done now: the next steps of a procedure, the next lines of a program. */
final class Pump {

  private static final long LONGEST_HEATING = 900_000_000_000L;

  private Pump() {}

  static void run(Turning turn) {
    boolean more = true;
    while (more && turn.isOnline()) {
      more =
          switch (turn.phase()) {
            case Phase.Halted halted when turn.now() >= halted.deadline() ->
                Pauses.overdue(turn, halted);
            case Outlining waiting when turn.now() >= waiting.deadline() ->
                Outlines.overdue(turn, waiting);
            case Phase.Proceeding proceeding when !proceeding.procedure().done() ->
                Steps.advance(turn, proceeding);
            case Phase.Greeting greeting -> greeted(turn);
            case Outlining waiting -> Outlines.seen(turn, waiting);
            case Phase.Calling calling -> Pauses.called(turn, calling);
            case Driving driving -> Jogs.advance(turn, driving);
            case Phase.Errand errand -> Errands.over(turn, errand);
            case Phase.Checking checking -> checked(turn, checking);
            case Phase.Confirming confirming -> Origins.confirmed(turn, confirming);
            case Rehearsing check -> Rehearsals.feed(turn, check);
            case Phase.Streaming streaming when Presence.missing(turn) -> Presence.waitFor(turn);
            case Phase.Streaming streaming when turn.link().polling().first() -> false;
            case Phase.Streaming streaming -> feed(turn, streaming.run());
            case Phase.Heating heating -> heated(turn, heating);
            case Phase.Returning returning -> Pauses.returned(turn, returning);
            case Phase.Draining draining -> drained(turn, draining);
            case Alarmed alarmed -> leftAlarm(turn, alarmed);
            default -> false;
          };
    }
    if (turn.isOnline()) {
      Polls.run(turn);
    }
  }

  private static boolean greeted(Turning turn) {
    turn.standing(turn.standing().unsafe(false));
    if (turn.link().epoch() > 1) {
      Origins.startedAnew(turn);
    }
    if (turn.link().telemetry().state().equals("Alarm")) {
      turn.become(
          new Alarmed(0, false),
          "The controller is locked. Look at the machine, then home or unlock it.");
    } else if (turn.link().telemetry().card()) {
      turn.standing(turn.standing().confirmed(false));
      turn.become(new Phase.Taken(), "The machine prints from its own card.");
    } else {
      turn.rest(answers(turn));
    }
    return true;
  }

  private static String answers(Turning turn) {
    String name = turn.firmware().name();
    boolean other = turn.link().telemetry().known().hal() && !turn.firmware().equals(GRBLHAL);
    return other
        ? "It says that it is grblHAL, and is spoken to as %s. Write controller: grblhal."
            .formatted(name)
        : "%s answers.".formatted(name);
  }

  private static boolean checked(Turning turn, Phase.Checking checking) {
    Run run = checking.run();
    boolean read = run.feed().find().isPresent() || run.feed().end();
    boolean measured = turn.firmware().numbered() || run.findReach().isPresent();
    if (!checking.journalled() || !read || !measured) {
      return false;
    }
    Optional<String> objection =
        Rehearsals.only(turn, run.request()) ? Optional.empty() : Origins.findObjection(turn, run);
    if (objection.isPresent()) {
      String why = objection.get();
      turn.breakOff(Ending.failed(why));
      turn.rest(why);
      return true;
    }
    turn.answer(checking.ask(), Answer.DONE);
    turn.standing(turn.standing().confirmed(false));
    Presence.noted(turn);
    if (Rehearsals.wanted(turn, run.request())) {
      Rehearsals.begin(turn, run);
      return true;
    }
    begin(turn, run);
    return true;
  }

  /** Every check has been passed. */
  static void begin(Turning turn, Run run) {
    if (Outlines.wanted(turn, run)) {
      Outlines.begin(turn, run);
    } else {
      enter(turn, run);
    }
  }

  /** The first line, or what must be done before a line in the middle. */
  static void enter(Turning turn, Run run) {
    Proposal from = run.request().from();
    if (from == null) {
      turn.become(new Phase.Streaming(run), "Run %s has begun.".formatted(run.id()));
    } else if (Spindles.leftOn(turn, run)) {
      Spindles.askOn(turn, run);
    } else {
      goTo(turn, run, from.before());
    }
  }

  /** To the line in the middle. */
  static void goTo(Turning turn, Run run, List<String> before) {
    turn.become(
        new Phase.Returning(run, Procedures.enter(before), true),
        "Run %s goes on at line %d; first heat or spindle, and the way there."
            .formatted(run.id(), run.request().firstLine()));
  }

  private static boolean feed(Turning turn, Run run) {
    Phase phase = turn.phase();
    if (run.feed().hungry()) {
      turn.effect(new Effect.Read(run.request()));
      turn.phase(new Phase.Streaming(run.with(run.feed().asking())));
      return true;
    }
    if (run.feed().finished() && Spindles.leftOn(turn, run)) {
      Spindles.askOff(turn, run);
      return true;
    }
    if (run.feed().finished()) {
      turn.become(
          new Phase.Draining(run, Procedures.finish(turn.firmware()), Ending.COMPLETED),
          "Every line has been sent.");
      return true;
    }
    Optional<ProgramLine> next = run.feed().find();
    if (next.isEmpty() || !turn.hasRoomFor(next.get().text())) {
      return false;
    }
    ProgramLine line = next.get();
    if (turn.firmware().numbered() && beginHeating(turn, run, line)) {
      return true;
    }
    if (Spindles.take(turn, run, line)) {
      return !turn.phase().equals(phase);
    }
    turn.phase(new Phase.Streaming(run.with(run.feed().taken())));
    if (turn.firmware().asksPerson(line.text())) {
      askPerson(turn, line);
    } else {
      send(turn, run, line);
    }
    return true;
  }

  static void send(Turning turn, Run run, ProgramLine line) {
    turn.effect(new Effect.Sent(run.id(), line.number()));
    turn.send(new Command(line.text(), Origin.PROGRAM, line.number(), line.offset()));
  }

  private static boolean beginHeating(Turning turn, Run run, ProgramLine line) {
    Optional<HeatWait> wait = HeatWait.find(line.text());
    if (wait.isEmpty() || wait.get().nearlyDone(turn.link().telemetry().reading())) {
      return false;
    }
    turn.phase(new Phase.Heating(run, wait.get(), turn.now() + LONGEST_HEATING));
    turn.send(Command.host(wait.get().command()));
    return true;
  }

  private static boolean heated(Turning turn, Phase.Heating heating) {
    ProgramLine line = heating.run().feed().find().orElseThrow();
    boolean warm = heating.heat().nearlyDone(turn.link().telemetry().reading());
    boolean late = turn.now() >= heating.until();
    if (!(warm || late) || !turn.hasRoomFor(line.text())) {
      return false;
    }
    turn.phase(new Phase.Streaming(heating.run().with(heating.run().feed().taken())));
    send(turn, heating.run(), line);
    return true;
  }

  /** The machine comes to rest, and a person does what the line asks for. */
  private static void askPerson(Turning turn, ProgramLine line) {
    if (turn.phase() instanceof Phase.Streaming streaming) {
      Pauses.attend(
          turn,
          streaming.run(),
          Phase.Stance.ASIDE,
          "Line %d wants a person: \"%s\". Resume when it is done."
              .formatted(line.number(), line.text()));
    }
  }

  private static boolean drained(Turning turn, Phase.Draining draining) {
    Run run = draining.run();
    turn.endRun(run, draining.ending().saying(Parks.place(turn, run)));
    turn.rest(
        draining.ending().kind() == Ending.Kind.COMPLETED
            ? "Run %s is complete.".formatted(run.id())
            : draining.ending().reason());
    return true;
  }

  private static boolean leftAlarm(Turning turn, Alarmed alarmed) {
    if (!alarmed.leaving()) {
      return false;
    }
    if (turn.link().telemetry().known().settings().isEmpty()) {
      turn.become(Connecting.greeting(turn, true), "The controller is awake; who is it?");
    } else {
      turn.rest("The controller is out of its alarm.");
    }
    return true;
  }
}
