package org.vicinal.agent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people and checks have established about a mill since it was last reset.
 *
 * @param origin the zeros that a person has confirmed, empty for none
 * @param stock what lies on it, as a person said; null when nobody has
 * @param rehearsed the programs that have passed the controller's own check
 * @param outlined those whose outline has been run from this origin, or left out at a person's word
 */
record Knowledge(
    String origin, @Nullable Stock stock, List<String> rehearsed, List<String> outlined) {
  static final Knowledge NONE = new Knowledge("", null, List.of(), List.of());
  private static final int MOST = 64;

  Knowledge {
    rehearsed = List.copyOf(rehearsed);
    outlined = List.copyOf(outlined);
  }

  /** Other zeros make another place of every program. */
  Knowledge origin(String confirmed) {
    return new Knowledge(
        confirmed, stock, rehearsed, confirmed.equals(origin) ? outlined : List.of());
  }

  Knowledge stock(Stock fixed) {
    return new Knowledge(origin, fixed, rehearsed, List.of());
  }

  /** Nobody knows any more where it stands. */
  Knowledge placeLost() {
    return new Knowledge("", null, rehearsed, List.of());
  }

  Knowledge rehearsed(String program) {
    return new Knowledge(origin, stock, with(rehearsed, program), outlined);
  }

  Knowledge outlined(String program) {
    return new Knowledge(origin, stock, rehearsed, with(outlined, program));
  }

  private static List<String> with(List<String> programs, String program) {
    List<String> more = new ArrayList<>(programs);
    more.add(program);
    return more.subList(Math.max(0, more.size() - MOST), more.size());
  }

  Optional<Stock> findStock() {
    return Optional.ofNullable(stock);
  }
}
