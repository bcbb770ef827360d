package org.vicinal.agent.workshop;

import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Condition;

/** What only a person can see: that a bed is clear, that stock, tool and origin are set. */
final class People {
  private People() {}

  static void confirmed(Draft draft, WorkshopInput.PersonConfirmed input) {
    var machine = draft.settings.find(input.machine()).orElse(null);
    var run = draft.memory().runs().get(input.machine());
    var asked = draft.senses.asked().get(input.machine());
    if (machine == null) {
      refuse(draft, input, "This workshop has no machine named " + input.machine() + ".");
    } else if (run != null || (asked != null && asked.again() == null)) {
      refuse(
          draft,
          input,
          "%s is at work. Confirm it when the run is over and you have looked."
              .formatted(input.machine()));
    } else if (draft.senses.condition(input.machine()) == Condition.ABSENT) {
      refuse(draft, input, input.machine() + " is not there. See to its cable and power first.");
    } else {
      var lot = Runs.findNext(draft, machine).map(OpenLot::id).orElse(null);
      draft.note(new Fact.Confirmed(input.machine(), input.who(), input.what(), input.at(), lot));
      if (isBroken(draft, machine)) {
        // It is safe to be opened again; whether it may be used is another question.
        draft.note(new Fact.ConfirmationVoided(input.machine()));
      }
      draft.cause(
          new Effect.ConfirmMachine(
              input.ticket(), input.machine(), input.who(), input.at(), input.what()));
    }
  }

  /** Whether a person has said what must be said before {@code lot} may run on {@code machine}. */
  static boolean haveConfirmed(Draft draft, MachineOffer machine, OpenLot lot) {
    var said = draft.memory().confirmations().get(machine.id());
    return said != null && (!machine.startedByPerson() || lot.id().equals(said.lot()));
  }

  private static boolean isBroken(Draft draft, MachineOffer machine) {
    var condition = draft.senses.condition(machine.id());
    return condition == Condition.FAULTED || condition == Condition.ALARM;
  }

  private static void refuse(Draft draft, WorkshopInput.PersonConfirmed input, String reason) {
    draft.cause(new Effect.Reply(input.ticket(), new Answer.Refused(reason)));
  }
}
