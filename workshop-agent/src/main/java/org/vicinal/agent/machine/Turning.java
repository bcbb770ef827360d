package org.vicinal.agent.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.firmware.Outcome;
import org.vicinal.agent.firmware.Sender;

/**
 * One turn of a machine while it is being worked out: the state as it is changing and the effects
 * so far. Lives for one call of {@link MachineState#next}; what happens on which input is decided
 * in {@link Connecting}, {@link Listening}, {@link Requests} and {@link Pump}.
 */
final class Turning {
  private static final byte[] RESET = {0x18};

  private final List<Effect> effects = new ArrayList<>();
  private final long now;
  private MachineState state;

  private Turning(MachineState state, long now) {
    this.state = state;
    this.now = now;
  }

  static Turn next(MachineState state, Input input) {
    Turning turning = new Turning(state, input.now());
    turning.take(input);
    Pump.run(turning);
    return new Turn(turning.state, turning.effects);
  }

  private void take(Input input) {
    switch (input) {
      case Input.Woken woken -> Connecting.woken(this);
      case Input.PortOpened opened -> Connecting.opened(this);
      case Input.PortLost lost -> Connecting.lost(this, lost.why());
      case Input.Heard heard -> Listening.heard(this, heard.bytes());
      case Input.RunAsked asked -> Requests.run(this, asked);
      case Input.CancelAsked asked -> Requests.cancel(this, asked);
      case Input.EndAsked asked -> Requests.end(this);
      case Input.StopAsked asked -> Requests.stopNow(this, asked);
      case Input.PauseAsked asked -> Requests.pause(this, asked);
      case Input.ResumeAsked asked -> Requests.resume(this, asked);
      case Input.Confirmed confirmed -> Requests.confirm(this, confirmed);
      case Input.AlarmExitAsked asked -> Requests.leaveAlarm(this, asked);
      case Input.StockSet set -> Origins.stockSet(this, set);
      case Input.OutlineAsked asked -> Outlines.asked(this, asked);
      case Input.JogAsked asked -> Jogs.step(this, asked);
      case Input.DriveAsked asked -> Jogs.drive(this, asked);
      case Input.ReleaseAsked asked -> Jogs.release(this, asked.ask());
      case Input.ErrandAsked asked -> Errands.begin(this, asked);
      case Input.Journalled journalled -> Requests.journalled(this, journalled.runId());
      case Input.NotJournalled not -> Requests.notJournalled(this, not.runId(), not.why());
      case Input.ProgramRead read -> Requests.programRead(this, read);
      case Input.ProgramMeasured measured -> Requests.programMeasured(this, measured);
      case Input.ProgramUnreadable no -> Requests.programUnreadable(this, no);
    }
  }

  long now() {
    return now;
  }

  MachineState state() {
    return state;
  }

  Standing standing() {
    return state.standing();
  }

  String name() {
    return standing().settings().name();
  }

  Firmware firmware() {
    return standing().settings().firmware();
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  void answer(long ask, Answer answer) {
    effects.add(new Effect.Reply(ask, answer));
  }

  void refuse(long ask, String reason) {
    answer(ask, new Answer.Refused(reason));
  }

  /** Goes into another state and tells it, with the reason for people. */
  void become(MachineState next, String why) {
    Condition from = state.condition();
    MachineState to = with(next, next.standing().because(why));
    state = to;
    if (from != to.condition()) {
      effect(new Effect.Tell(new MachineEvent.StateChanged(name(), from, to.condition(), why)));
    }
  }

  /** Something that people should know of the state it stays in. */
  void note(String why) {
    standing(standing().because(why));
    Condition now = state.condition();
    effect(new Effect.Tell(new MachineEvent.StateChanged(name(), now, now, why)));
  }

  private static MachineState with(MachineState state, Standing standing) {
    return switch (state) {
      case MachineState.Absent absent ->
          new MachineState.Absent(standing, absent.retryAt(), absent.tries());
      case MachineState.Opening opening -> new MachineState.Opening(standing, opening.tries());
      case MachineState.Online online ->
          new MachineState.Online(standing, online.link(), online.phase());
    };
  }

  void standing(Standing next) {
    state = with(state, next);
  }

  /** The link, in a turn that is online. */
  Link link() {
    return online().link();
  }

  Phase phase() {
    return online().phase();
  }

  private MachineState.Online online() {
    if (state instanceof MachineState.Online online) {
      return online;
    }
    throw new IllegalStateException("The machine has no port in " + state.condition());
  }

  boolean isOnline() {
    return state instanceof MachineState.Online;
  }

  void link(Link link) {
    state = new MachineState.Online(standing(), link, phase());
  }

  /** The same condition with other details. */
  void phase(Phase phase) {
    state = new MachineState.Online(standing(), link(), phase);
  }

  void become(Phase phase, String why) {
    become(new MachineState.Online(standing(), link(), phase), why);
  }

  /** Free again: ready if a person has confirmed, else occupied. */
  void rest(String why) {
    if (!firmware().numbered() && standing().knowledge().origin().isEmpty()) {
      standing(standing().confirmed(false)); // nobody has said from where a mill counts now
    }
    become(standing().confirmed() ? new Phase.Ready() : new Phase.Occupied(), why);
  }

  boolean hasRoomFor(String text) {
    return link().sender().hasRoomFor(text);
  }

  void send(Command command) {
    turnPage(link().sender().send(command, now));
  }

  /** Takes what the book of the link wants written and has concluded. */
  void turnPage(Sender.Page page) {
    Link link = link();
    link(new Link(page.next(), link.framer(), link.telemetry(), link.polling(), link.epoch()));
    page.writes().forEach(bytes -> effect(new Effect.Write(bytes)));
    for (Outcome outcome : page.outcomes()) {
      if (isOnline()) {
        Outcomes.take(this, outcome);
      }
    }
  }

  /** A hold is being left. */
  void released() {
    Link link = link();
    link(
        new Link(
            link.sender(),
            link.framer(),
            link.telemetry().released(),
            link.polling(),
            link.epoch()));
  }

  void polling(Polling polling) {
    Link link = link();
    link(new Link(link.sender(), link.framer(), link.telemetry(), polling, link.epoch()));
  }

  /**
   * A new book: the controller has been or is being reset, no older answer counts. What a book that
   * begins at nothing replaces goes into the totals.
   */
  void newEpoch(Sender sender) {
    Link link = link();
    if (sender.tally().lines() == 0) {
      standing(standing().after(link.sender().tally()));
    }
    link(
        new Link(
            sender,
            link.framer(),
            link.telemetry(),
            Polling.begin(now + Polling.OWED / 4),
            link.epoch() + 1));
  }

  /** Mute until a person has looked: what was outstanding is void, so nothing is asked into it. */
  void fault(String why) {
    newEpoch(Sender.begin(firmware()));
    become(new Phase.Faulted(), why);
  }

  void urgent(String text) {
    effect(new Effect.WriteUrgent(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The one byte that stops GRBL and empties it. */
  void softReset() {
    effect(new Effect.WriteUrgent(RESET.clone()));
  }

  /** The run is over: told to the log first, then to who listens. Needs a new confirmation. */
  void endRun(Run run, Ending ending) {
    RunEnd end = ending.at(run.acknowledged());
    standing(standing().confirmed(false));
    effect(new Effect.Ended(run.id(), end));
    effect(new Effect.Tell(new MachineEvent.RunEnded(name(), run.id(), end)));
  }

  /** Ends the run that is going on, if one is, without making anything safe. */
  void breakOff(Ending ending) {
    state
        .findRun()
        .ifPresent(
            run -> {
              answerPending(ending.reason());
              Ending kept =
                  isOnline() && phase() instanceof Phase.Draining draining
                      ? broken(draining.ending(), ending)
                      : ending;
              endRun(run, kept);
            });
  }

  /** A run that was being cancelled or had failed stays that; one that was to complete did not. */
  private static Ending broken(Ending planned, Ending found) {
    return planned.kind() == Ending.Kind.COMPLETED ? found : planned;
  }

  /** Somebody may still be waiting to hear whether the run was taken. */
  private void answerPending(String why) {
    if (isOnline() && phase() instanceof Phase.Checking checking && checking.ask() != 0) {
      refuse(checking.ask(), why);
    }
  }

  /** No more lines; the machine is made safe, and then the run has ended so. */
  void abandon(Run run, Ending ending) {
    answerPending(ending.reason());
    boolean parser = link().telemetry().can("EMERGENCY_PARSER");
    Procedure way = Procedures.abandon(firmware(), parser, run.acknowledged() > 0);
    Ending told = ending.saying(Spindles.reminder(this, run));
    become(new Phase.Draining(run, way, told), told.reason());
  }
}
