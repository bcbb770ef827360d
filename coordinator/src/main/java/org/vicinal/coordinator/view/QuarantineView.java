package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.quarantine.QuarantineEvent;
import org.vicinal.coordinator.quarantine.Suspect;
import org.vicinal.messages.id.PersonId;

/**
 * How a file or a design stands, and how it came to that.
 *
 * @param said the steward's words, oldest first; never empty
 */
public record QuarantineView(Suspect suspect, long version, Standing standing, List<Said> said) {
  /** How it stands. */
  public enum Standing {
    IN_USE,
    IN_QUARANTINE,
    REMOVED
  }

  public QuarantineView {
    said = List.copyOf(said);
  }

  /**
   * What was said of it.
   *
   * @param by the steward; null should it be somebody without a name
   */
  public record Said(Instant at, Standing standing, String reason, @Nullable PersonId by) {}

  /** Why it stands as it does. */
  public String reason() {
    return said.getLast().reason();
  }

  /** Whether nobody is given it. */
  public boolean held() {
    return standing != Standing.IN_USE;
  }

  static QuarantineView on(
      @Nullable QuarantineView before, Occurred<?> occurred, QuarantineEvent event) {
    if (before != null && occurred.version() <= before.version()) {
      return before;
    }
    var standing =
        switch (event) {
          case QuarantineEvent.SuspectHeld _ -> Standing.IN_QUARANTINE;
          case QuarantineEvent.SuspectReleased _ -> Standing.IN_USE;
          case QuarantineEvent.SuspectRemoved _ -> Standing.REMOVED;
        };
    var by = occurred.by() instanceof Asker.Steward(var person) ? person : null;
    var said = new ArrayList<>(before == null ? List.<Said>of() : before.said());
    said.add(new Said(occurred.at(), standing, event.reason(), by));
    return new QuarantineView(event.suspect(), occurred.version(), standing, said);
  }
}
