package org.vicinal.agent.workshop;

import org.jspecify.annotations.Nullable;
import org.vicinal.agent.machine.Condition;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.work.FileRef;

/** Whether one machine here could make what a call asks for. */
sealed interface Candidate {
  /** It could, with this program. */
  record Able(FileRef program, Check.Passed check) implements Candidate {}

  /** It could not. */
  record Unable(String reason) implements Candidate {}

  /** Its program is being fetched or checked. */
  record Preparing() implements Candidate {}

  /** It fits, but has not been greeted yet. */
  record Unseen() implements Candidate {}

  static Candidate of(Draft draft, Call call, MachineOffer machine) {
    if (Fit.of(call.requirement(), machine.profile()) instanceof Fit.Misfit misfit) {
      return new Unable(machine.id() + ": " + Tenders.words(misfit));
    }
    var program = programFor(call, machine);
    if (program == null) {
      return new Unable(
          "%s: there is no program for %s among the files, and this workshop does not slice yet"
              .formatted(machine.id(), machine.profile().controller()));
    }
    return switch (draft.senses.condition(machine.id())) {
      case null -> new Unseen();
      case OPENING, GREETING -> new Unseen();
      case ABSENT, ALARM, FAULTED -> away(draft, machine);
      case READY, CHECKING, STREAMING, HOLDING, DRAINING, OCCUPIED, ATTENTION, TAKEN ->
          checked(draft, machine, program);
    };
  }

  private static Candidate checked(Draft draft, MachineOffer machine, FileRef program) {
    return switch (Files.check(draft, program, machine.id())) {
      case Check.Pending _ -> new Preparing();
      case Check.Passed passed -> new Able(program, passed);
      case Check.Unfit unfit -> new Unable(machine.id() + ": " + unfit.reason());
    };
  }

  private static Candidate away(Draft draft, MachineOffer machine) {
    var sight = draft.senses.machines().get(machine.id());
    Condition condition = sight == null ? Condition.ABSENT : sight.condition();
    return new Unable(
        "%s is %s just now"
            .formatted(machine.id(), condition == Condition.ABSENT ? "not there" : "out of order"));
  }

  private static @Nullable FileRef programFor(Call call, MachineOffer machine) {
    return call.files().stream()
        .filter(file -> file.role() == FileRef.Role.PROGRAM)
        .filter(file -> file.controller() == machine.profile().controller())
        .findFirst()
        .orElse(null);
  }
}
