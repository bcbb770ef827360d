package org.vicinal.agent.workshop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.FileRef;

/** The files that are needed here: fetched once, programs checked once per machine. */
final class Files {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private Files() {}

  /** What is known of {@code program} on {@code machine}; what is not known is asked for. */
  static Check check(Draft draft, FileRef program, MachineId machine) {
    return switch (look(draft, program)) {
      case FileSight.Again _, FileSight.Fetching _ -> new Check.Pending();
      case FileSight.Failed failed -> new Check.Unfit(program.name() + ": " + failed.reason());
      case FileSight.Here _ -> checkHere(draft, program, machine);
    };
  }

  /** The same of a program that was made here: nobody else has it. */
  static Check checkOwn(Draft draft, FileRef program, MachineId machine) {
    var check = check(draft, program, machine);
    return draft.senses.files().get(program.digest()) instanceof FileSight.Again
        ? new Check.Unfit(
            program.name() + " was made here for this lot, and is no longer in the data folder.")
        : check;
  }

  /** Where {@code file} is; what is not here is asked for. */
  static FileSight look(Draft draft, FileRef file) {
    var sight = draft.senses.files().get(file.digest());
    return switch (sight) {
      case null -> fetch(draft, file, 1);
      case FileSight.Again again when !draft.now.isBefore(again.at()) ->
          fetch(draft, file, again.tries() + 1);
      case FileSight.Again _, FileSight.Fetching _, FileSight.Failed _, FileSight.Here _ -> sight;
    };
  }

  static void came(Draft draft, Digest digest) {
    draft.senses = draft.senses.file(digest, new FileSight.Here());
  }

  static void missed(Draft draft, WorkshopInput.FileMissed input) {
    if (!(draft.senses.files().get(input.digest()) instanceof FileSight.Fetching fetching)) {
      return;
    }
    var next =
        input.again()
            ? new FileSight.Again(
                fetching.tries(), draft.now.plus(pause(fetching.tries())), input.reason())
            : new FileSight.Failed(input.reason());
    draft.senses = draft.senses.file(input.digest(), next);
  }

  /** Forgets tries that nobody waits for, so that the next call begins anew. */
  static void advance(Draft draft) {
    if (!draft.memory().calls().isEmpty() || !draft.memory().open().isEmpty()) {
      return;
    }
    for (var file : draft.senses.files().entrySet()) {
      if (file.getValue() instanceof FileSight.Again
          || file.getValue() instanceof FileSight.Failed) {
        draft.senses = draft.senses.fileForgotten(file.getKey());
      }
    }
  }

  /** How long the program takes there by its plan; null when nobody knows just now. */
  static @Nullable Double findSeconds(Draft draft, Digest program, MachineId machine) {
    return draft.senses.checks().get(new Senses.Program(program, machine))
            instanceof Check.Passed passed
        ? passed.seconds()
        : null;
  }

  private static Check checkHere(Draft draft, FileRef program, MachineId machine) {
    var known = draft.senses.checks().get(new Senses.Program(program.digest(), machine));
    if (known != null) {
      return known;
    }
    draft.senses = draft.senses.check(program.digest(), machine, new Check.Pending());
    draft.cause(new Effect.CheckProgram(program, machine));
    return new Check.Pending();
  }

  private static FileSight fetch(Draft draft, FileRef file, int tries) {
    var fetching = new FileSight.Fetching(tries);
    draft.senses = draft.senses.file(file.digest(), fetching);
    draft.cause(new Effect.Fetch(file));
    return fetching;
  }

  private static Duration pause(int tries) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
