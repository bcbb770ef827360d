package org.vicinal.agent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A question that a printer has put to its host: {@code prompt_begin}, its choices, {@code
 * prompt_show}. Answered with {@code M876 S} and the number of the choice, from 0.
 */
record Prompt(String text, List<String> choices) {
  static final Prompt NONE = new Prompt("", List.of());

  /** What people call going on. */
  private static final List<String> ON = List.of("continue", "resume", "ok", "yes", "done");

  private static final int MOST = 8;

  Prompt {
    choices = List.copyOf(choices);
  }

  Prompt hear(String action) {
    if (action.startsWith("prompt_begin")) {
      return new Prompt(after(action), List.of());
    }
    boolean choice = action.startsWith("prompt_choice") || action.startsWith("prompt_button");
    if (choice && choices.size() < MOST) {
      List<String> more = new ArrayList<>(choices);
      more.add(after(action));
      return new Prompt(text, more);
    }
    return action.startsWith("prompt_end") ? NONE : this;
  }

  private static String after(String action) {
    int space = action.indexOf(' ');
    return space < 0 ? "" : action.substring(space + 1).strip();
  }

  boolean open() {
    return !choices.isEmpty();
  }

  /** The number of the choice that lets it go on; the last one where none says so. */
  int onward() {
    return Stream.iterate(0, i -> i < choices.size(), i -> i + 1)
        .filter(i -> ON.contains(choices.get(i).toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(Math.max(0, choices.size() - 1));
  }

  String words() {
    return choices.isEmpty()
        ? text
        : "%s (%s). Resuming answers \"%s\"."
            .formatted(text, String.join(", ", choices), choices.get(onward()));
  }
}
