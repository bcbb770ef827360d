package org.vicinal.coordinator.caller;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vicinal.messages.config.Nearest;

/** What a token lets its holder be. */
public enum Role {
  CUSTOMER,
  DESIGNER,
  WORKSHOP,
  STEWARD;

  /** Lower case, as in tokens and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role written {@code word}. */
  public static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /**
   * The role written {@code word}.
   *
   * @throws IllegalArgumentException naming the nearest
   */
  public static Role of(String word) {
    List<String> words = Arrays.stream(values()).map(Role::word).toList();
    return find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a role of %s, but found \"%s\". Did you mean %s?"
                        .formatted(String.join(", ", words), word, Nearest.of(word, words))));
  }
}
