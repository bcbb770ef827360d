package org.vicinal.coordinator.deal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.Measured;

/** Whether pieces are as they were asked for, as far as a caliper can say. */
final class Gate {
  private Gate() {}

  /** The first thing that is missing or wrong, in words; empty when the pieces are good. */
  static Optional<String> missed(List<CriticalDimension> critical, List<Measured> measured) {
    for (var asked : critical) {
      var found =
          measured.stream()
              .filter(it -> it.what().equalsIgnoreCase(asked.what().strip()))
              .findFirst();
      if (found.isEmpty()) {
        return Optional.of("%s was not measured".formatted(asked.words()));
      }
      if (!found.get().meets(asked)) {
        return Optional.of(
            "%s was asked, %.3f mm was measured".formatted(asked.words(), found.get().foundMm()));
      }
    }
    return Optional.empty();
  }

  static String words(List<CriticalDimension> critical) {
    return critical.stream().map(CriticalDimension::words).collect(Collectors.joining(", "));
  }
}
