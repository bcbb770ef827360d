package org.vicinal.coordinator.engine;

import java.io.IOException;
import java.nio.file.Path;

/** The whole coordinator in a folder, written and read while it runs. */
public interface Backup {
  /**
   * Writes the event log (a line of JSON per event), the files and the keys.
   *
   * @param folder new or empty; whoever reads it is the coordinator, so keep it safe
   * @return what is in it
   * @throws IOException when the folder is in use or cannot be written
   */
  Summary exportTo(Path folder) throws IOException;

  /**
   * Takes in what {@link #exportTo} wrote: into a coordinator without a single event. The
   * generation grows and the workshops are asked what their journals hold. The keys are replaced on
   * disk: whoever holds one in memory, such as the one that signs tokens, must be started again.
   *
   * @throws IOException when this coordinator is not empty or the folder cannot be read
   */
  Summary importFrom(Path folder) throws IOException;

  /**
   * What was written or read.
   *
   * @param generation of the coordinator afterwards
   */
  record Summary(Path folder, long events, long files, long generation) {}
}
