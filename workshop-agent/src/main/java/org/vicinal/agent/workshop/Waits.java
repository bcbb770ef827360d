package org.vicinal.agent.workshop;

import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.messages.net.Seen;

/** What a lot waits for at its machine, told once each time it changes. */
final class Waits {
  private Waits() {}

  static void of(Draft draft, MachineOffer machine, OpenLot lot) {
    var condition = draft.senses.condition(machine.id());
    switch (condition) {
      case null -> {}
      case OPENING, GREETING, CHECKING, STREAMING, HOLDING, DRAINING -> {}
      case OCCUPIED, READY -> forPerson(draft, machine, lot);
      case ABSENT -> tell(draft, lot, machine.id() + " is not there: its cable, power or port.");
      case TAKEN -> tell(draft, lot, machine.id() + " is being used by its own panel.");
      case ALARM, FAULTED, ATTENTION ->
          tell(draft, lot, machine.id() + " needs a person to look at it.");
    }
  }

  /** The first piece is made, and the customer looks at it before the others are. */
  static void forCustomer(Draft draft, OpenLot lot) {
    tell(draft, lot, "The first piece is made; the customer looks at it before the others are.");
  }

  /** A run of a lot asks for a person. */
  static void inRun(Draft draft, WorkshopInput.MachineChanged input) {
    var run = draft.memory().runs().get(input.machine());
    var lot = run == null ? null : draft.memory().open().get(run.lot());
    if (lot != null) {
      tell(draft, lot, input.machine() + " asks for a person: " + input.why());
    }
  }

  private static void forPerson(Draft draft, MachineOffer machine, OpenLot lot) {
    var what =
        machine.startedByPerson()
            ? "Somebody mounts the stock, sets tool and origin of %s, and starts it."
            : "Somebody sees that the bed of %s is clear, and says so.";
    var words = what.formatted(machine.id());
    tell(draft, lot, words);
    var asked = lot.id() + "/" + lot.made();
    if (!asked.equals(draft.senses.asides().get(machine.id()))) {
      draft.senses = draft.senses.aside(machine.id(), asked);
      draft.cause(new Effect.AskPerson(machine.id(), lot.id(), words));
    }
  }

  private static void tell(Draft draft, OpenLot lot, String what) {
    if (!lot.waitsFor().equals(what)) {
      draft.note(new Fact.Waited(lot.id(), what));
      draft.tell(new Seen.Waiting(lot.id(), lot.machine(), what));
    }
  }
}
