package org.vicinal.coordinator.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Origin;
import org.vicinal.messages.work.Requirement;

/**
 * What somebody wants made: everything about an order that may stand in a log for ever.
 *
 * @param title for people; the design's, or the name of the file that was brought
 * @param release null when the customer brought their own files
 * @param wanted by when
 * @param place coarse: the middle of a cell, never an address
 * @param choosing how workshops are chosen; null in orders from before there was a choice: the
 *     nearest, in as many parts as it takes
 * @param origin of brought files; null for a release, and in older orders
 */
public record Wish(
    PersonId customer,
    String title,
    @Nullable ReleaseRef release,
    Requirement requirement,
    List<FileRef> files,
    int pieces,
    Instant wanted,
    Place place,
    @Nullable Choosing choosing,
    @Nullable Origin origin) {
  public Wish {
    files = List.copyOf(files);
  }

  /** A wish from before there was a choice. */
  public Wish(
      PersonId customer,
      String title,
      @Nullable ReleaseRef release,
      Requirement requirement,
      List<FileRef> files,
      int pieces,
      Instant wanted,
      Place place) {
    this(customer, title, release, requirement, files, pieces, wanted, place, null, null);
  }

  /** A wish for a release. */
  public Wish(
      PersonId customer,
      String title,
      @Nullable ReleaseRef release,
      Requirement requirement,
      List<FileRef> files,
      int pieces,
      Instant wanted,
      Place place,
      @Nullable Choosing choosing) {
    this(customer, title, release, requirement, files, pieces, wanted, place, choosing, null);
  }

  /** The same, chosen in this way. */
  public Wish with(Choosing other) {
    return new Wish(
        customer, title, release, requirement, files, pieces, wanted, place, other, origin);
  }
}
