package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.List;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.machine.Answer;
import org.vicinal.messages.net.Instruction;

/**
 * The workshop's rules: what it does about whatever it hears.
 *
 * <pre>
 *   call -> (file, check) -> bid | refusal
 *                             bid -> award -> acceptance | decline
 *                                              acceptance, in time -> run, run, run -> made
 *                                              acceptance, late    -> returned
 *                                                                     run failed -> returned
 * </pre>
 */
public final class Workshop {
  private static final int POSITION_EVERY = 64;

  private final WorkshopSettings settings;

  public Workshop(WorkshopSettings settings) {
    this.settings = settings;
  }

  /** What {@code input} leads to. The same state and input always lead to the same turn. */
  public WorkshopTurn next(WorkshopState state, WorkshopInput input) {
    var draft = new Draft(settings, state, input.at());
    take(draft, input);
    Files.advance(draft);
    Tenders.advance(draft);
    Runs.advance(draft);
    Plans.advance(draft);
    return draft.turn();
  }

  /** What was answered lately, the latest first. */
  public List<SaidCall> answered(WorkshopState state) {
    return state.memory().answers().reversed().stream().map(SaidCall::of).toList();
  }

  /** What could be answered to the calls that wait; changes nothing. */
  public List<WaitingCall> preview(WorkshopState state, Instant now) {
    var draft = new Draft(settings, state, now);
    return state.memory().calls().stream().map(call -> WaitingCall.of(draft, call)).toList();
  }

  private static void take(Draft draft, WorkshopInput input) {
    switch (input) {
      case WorkshopInput.Started i -> Startup.take(draft, i);
      case WorkshopInput.CallHeard i -> {
        Tenders.heard(draft, i.call());
        reached(draft, i.partition(), i.offset());
      }
      case WorkshopInput.InstructionHeard i -> {
        instructed(draft, i.instruction());
        reached(draft, i.partition(), i.offset());
      }
      case WorkshopInput.ReportDelivered i -> Lots.delivered(draft, i.sequence(), i.appendedAt());
      case WorkshopInput.FileCame i -> Files.came(draft, i.digest());
      case WorkshopInput.FileMissed i -> Files.missed(draft, i);
      case WorkshopInput.ProgramChecked i ->
          draft.senses = draft.senses.check(i.digest(), i.machine(), i.check());
      case WorkshopInput.ProgramMade i -> Slices.made(draft, i);
      case WorkshopInput.ProgramNotMade i -> Slices.failed(draft, i);
      case WorkshopInput.MachineChanged i -> Runs.machineChanged(draft, i);
      case WorkshopInput.RunProgressed i -> Runs.progressed(draft, i);
      case WorkshopInput.RunStarting i -> Runs.starting(draft, i.run());
      case WorkshopInput.RunRefused i -> Runs.refused(draft, i);
      case WorkshopInput.RunOver i -> Runs.over(draft, i.run(), i.end());
      case WorkshopInput.PersonConfirmed i -> People.confirmed(draft, i);
      case WorkshopInput.PersonSaid i -> Sayings.said(draft, i);
      case WorkshopInput.OwnProgramCame i -> Own.came(draft, i);
      case WorkshopInput.ConfirmationAnswered i -> answered(draft, i);
      case WorkshopInput.MachinesRevised _ -> Startup.revised(draft);
      case WorkshopInput.ClockTicked _ -> {}
    }
  }

  private static void instructed(Draft draft, Instruction instruction) {
    switch (instruction) {
      case Instruction.Award award -> Lots.awarded(draft, award);
      case Instruction.Withdrawal withdrawal -> Lots.withdrawn(draft, withdrawal);
      case Instruction.Notice notice -> Gate.noticed(draft, notice);
      case Instruction.GoOn go -> Lots.goOn(draft, go.lot());
      case Instruction.Reconcile reconcile -> Lots.reconcile(draft, reconcile.generation());
    }
  }

  /** Where nothing came of a record, its position is only written down now and then. */
  private static void reached(Draft draft, String partition, long offset) {
    if (draft.changed() || offset % POSITION_EVERY == POSITION_EVERY - 1) {
      draft.note(new Fact.Reached(partition, offset + 1));
    }
  }

  private static void answered(Draft draft, WorkshopInput.ConfirmationAnswered input) {
    if (input.answer() instanceof Answer.Refused) {
      draft.note(new Fact.ConfirmationVoided(input.machine()));
      draft.senses = draft.senses.unaside(input.machine()); // somebody is asked again
    }
    draft.cause(new Effect.Reply(input.ticket(), input.answer()));
  }
}
