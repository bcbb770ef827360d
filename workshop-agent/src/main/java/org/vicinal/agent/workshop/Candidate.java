package org.vicinal.agent.workshop;

import java.util.Optional;
import java.util.Set;
import org.vicinal.agent.machine.Condition;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.work.FileRef;

/** Whether one machine here could make what a call asks for. */
sealed interface Candidate {
  /** Shortfalls up to this weight are of material, colour, finish or purpose, ... */
  int MOST_FOR_PEOPLE = 3;

  /** ... but these are of the program, and no word of a person makes them good. */
  Set<String> NOT_FOR_PEOPLE = Set.of("program", "nozzle bore");

  /**
   * It could, with this program.
   *
   * @param material which of its materials it would be made of
   * @param unlike what differs from what was asked, for a person to judge; empty when nothing does
   */
  record Able(FileRef program, Check.Passed check, String material, String unlike)
      implements Candidate {}

  /** It could not. */
  record Unable(String reason) implements Candidate {}

  /** Its program is being fetched, made or checked. */
  record Preparing() implements Candidate {}

  /** It fits, but has not been greeted yet. */
  record Unseen() implements Candidate {}

  /** Why no program could make it fit this machine; empty when one might. */
  static Optional<String> findMisfit(Draft draft, Call call, MachineOffer machine) {
    return Fit.of(call.requirement(), machine.profile()) instanceof Fit.Misfit misfit
            && !(draft.settings.trade().asksPeople() && isForPeople(misfit))
        ? Optional.of(machine.id() + ": " + Tenders.words(misfit))
        : Optional.empty();
  }

  static Candidate of(Draft draft, Call call, MachineOffer machine) {
    var material = call.requirement().material();
    var unlike = "";
    switch (Fit.of(call.requirement(), machine.profile())) {
      case Fit.Fits fits -> material = fits.material();
      case Fit.Misfit misfit when draft.settings.trade().asksPeople() && isForPeople(misfit) -> {
        material = machine.profile().materials().stream().findFirst().orElse(material);
        unlike = Tenders.words(misfit);
      }
      case Fit.Misfit misfit -> {
        return new Unable(machine.id() + ": " + Tenders.words(misfit));
      }
    }
    var program = findProgram(call, machine);
    var slice = Slice.find(call, machine, material).filter(_ -> machine.slices());
    if (program.isEmpty() && slice.isEmpty()) {
      return new Unable(machine.id() + ": " + noProgram(machine));
    }
    return switch (draft.senses.condition(machine.id())) {
      case null -> new Unseen();
      case OPENING, GREETING -> new Unseen();
      case ABSENT, ALARM, FAULTED -> away(draft, machine);
      case READY, CHECKING, STREAMING, HOLDING, DRAINING, OCCUPIED, ATTENTION, TAKEN ->
          program.isPresent()
              ? checked(draft, machine, program.get(), material, unlike)
              : sliced(draft, call, machine, slice.get(), unlike);
    };
  }

  private static String noProgram(MachineOffer machine) {
    var controller = machine.profile().controller();
    return machine.slices()
        ? "there is neither a program for %s nor a model (STL, 3MF, OBJ) among the files"
            .formatted(controller)
        : "there is no program for %s among the files, and this workshop has no slicer set up for this machine"
            .formatted(controller);
  }

  /** Whether only such things are missing as a person may offer another way. */
  private static boolean isForPeople(Fit.Misfit misfit) {
    return misfit.shortfalls().stream()
        .allMatch(
            shortfall ->
                shortfall.weight() <= MOST_FOR_PEOPLE
                    && !NOT_FOR_PEOPLE.contains(shortfall.what()));
  }

  private static Candidate checked(
      Draft draft, MachineOffer machine, FileRef program, String material, String unlike) {
    return switch (Files.check(draft, program, machine.id())) {
      case Check.Pending _ -> new Preparing();
      case Check.Passed passed -> {
        double real = draft.memory().experienceOf(machine.id()).correction();
        yield new Able(program, passed.times(real), material, unlike);
      }
      case Check.Unfit unfit -> new Unable(machine.id() + ": " + unfit.reason());
    };
  }

  private static Candidate sliced(
      Draft draft, Call call, MachineOffer machine, Slice slice, String unlike) {
    return switch (Slices.of(draft, call, slice)) {
      case SliceSight.Waiting _, SliceSight.Making _ -> new Preparing();
      case SliceSight.Made made ->
          checked(draft, machine, made.program(), slice.material(), unlike);
      case SliceSight.Failed failed -> new Unable(machine.id() + ": " + failed.reason());
    };
  }

  private static Candidate away(Draft draft, MachineOffer machine) {
    var sight = draft.senses.machines().get(machine.id());
    Condition condition = sight == null ? Condition.ABSENT : sight.condition();
    return new Unable(
        "%s is %s just now"
            .formatted(machine.id(), condition == Condition.ABSENT ? "not there" : "out of order"));
  }

  private static Optional<FileRef> findProgram(Call call, MachineOffer machine) {
    return call.files().stream()
        .filter(file -> file.role() == FileRef.Role.PROGRAM)
        .filter(file -> file.controller() == machine.profile().controller())
        .findFirst();
  }
}
