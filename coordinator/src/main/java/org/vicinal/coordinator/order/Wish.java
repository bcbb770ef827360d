package org.vicinal.coordinator.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Requirement;

/**
 * What somebody wants made: everything about an order that may stand in a log for ever.
 *
 * @param title for people; the design's, or the name of the file that was brought
 * @param release null when the customer brought their own files
 * @param wanted by when
 * @param place coarse: the middle of a cell, never an address
 */
public record Wish(
    PersonId customer,
    String title,
    @Nullable ReleaseRef release,
    Requirement requirement,
    List<FileRef> files,
    int pieces,
    Instant wanted,
    Place place) {
  public Wish {
    files = List.copyOf(files);
  }
}
