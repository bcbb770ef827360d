package org.vicinal.coordinator.files;

import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;

/** Who may read a private file beside those who brought it; a view of the log answers. */
public interface Grants {
  /** Whether {@code person} has an order with this file. */
  boolean mayRead(PersonId person, Digest file);

  /**
   * Whether {@code workshop} is called for an open tender with this file, or was awarded a lot of
   * it.
   */
  boolean mayRead(WorkshopId workshop, Digest file);
}
