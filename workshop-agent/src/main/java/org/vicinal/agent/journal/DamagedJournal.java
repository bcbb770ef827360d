package org.vicinal.agent.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A journal that is not what was written; a person has to decide. */
public final class DamagedJournal extends IOException {
  private static final long serialVersionUID = 1;

  DamagedJournal(Path file, int line, long offset, String found) {
    super(
        """
        %s:%d: expected a whole page at byte %d, but found %s. This file knows which runs were begun, \
        so nothing is started without it. Put back a copy of it; or look at every machine, move the \
        file away, tell the coordinator's steward that its open lots are lost here, and start again."""
            .formatted(file, line, offset, found));
  }
}
