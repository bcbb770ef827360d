package org.vicinal.agent.workshop;

import org.vicinal.messages.net.Call;
import org.vicinal.messages.work.FileRef;

/**
 * Programs that are made here of models: one at a time, in the order in which calls are looked at
 * (those with most work in them first), each once. What was made lies with the other files; after a
 * restart the same order finds the same bytes there.
 */
final class Slices {
  private static final SliceSight WAITING = new SliceSight.Waiting();

  private Slices() {}

  /** What is known of {@code slice}; when nothing is, it is begun as soon as it can be. */
  static SliceSight of(Draft draft, Call call, Slice slice) {
    var known = draft.senses.slices().get(slice);
    if (known != null) {
      return known;
    }
    if (!draft.now.isBefore(Tenders.lastWord(call))) {
      return WAITING; // too late to begin
    }
    return switch (Files.look(draft, slice.model())) {
      case FileSight.Here _ -> begin(draft, slice);
      case FileSight.Failed failed ->
          new SliceSight.Failed(slice.model().name() + ": " + failed.reason(), true);
      case FileSight.Fetching _, FileSight.Again _ -> WAITING;
    };
  }

  private static SliceSight begin(Draft draft, Slice slice) {
    if (draft.senses.slices().values().stream().anyMatch(SliceSight.Making.class::isInstance)) {
      return WAITING;
    }
    var making = new SliceSight.Making();
    draft.senses = draft.senses.slice(slice, making);
    draft.cause(new Effect.MakeProgram(slice));
    return making;
  }

  static void made(Draft draft, WorkshopInput.ProgramMade input) {
    var slice = input.slice();
    draft.senses = draft.senses.unsliced(slice);
    draft
        .settings
        .find(slice.machine())
        .ifPresent(
            machine -> {
              var program =
                  new FileRef(
                      slice.programName(),
                      FileRef.Role.PROGRAM,
                      input.digest(),
                      input.bytes(),
                      machine.profile().controller());
              draft.senses = draft.senses.file(input.digest(), new FileSight.Here());
              draft.senses = draft.senses.slice(slice, new SliceSight.Made(program));
            });
  }

  static void failed(Draft draft, WorkshopInput.ProgramNotMade input) {
    draft.senses =
        draft.senses.slice(input.slice(), new SliceSight.Failed(input.reason(), input.again()));
  }

  /** Machines and their profiles have changed: all but the one at work is made anew. */
  static void revised(Draft draft) {
    for (var slice : draft.senses.slices().entrySet()) {
      if (!(slice.getValue() instanceof SliceSight.Making)) {
        draft.senses = draft.senses.unsliced(slice.getKey());
      }
    }
  }

  /** What failed for another call and might go well now is forgotten. */
  static void called(Draft draft, Call call) {
    for (var slice : draft.senses.slices().entrySet()) {
      if (slice.getValue() instanceof SliceSight.Failed failed
          && failed.again()
          && call.files().contains(slice.getKey().model())) {
        draft.senses = draft.senses.unsliced(slice.getKey());
      }
    }
  }
}
