package org.vicinal.messages.net;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Keeping;
import org.vicinal.messages.work.Purpose;

/**
 * What a bid says beside pieces, date and price. A bid without it offers what was asked, to be
 * picked up.
 *
 * @param material another than was asked; empty for the one that was asked
 * @param handover what the price includes
 * @param fitFor the purposes for which the workshop promises fitness; nothing is promised beyond
 * @param note for the customer; may be empty
 * @param keeping what becomes of pieces that nobody collects; null for {@link Keeping#USUAL}
 */
public record Offering(
    String material,
    Handover handover,
    Set<Purpose> fitFor,
    String note,
    @Nullable Keeping keeping) {
  public Offering {
    material = material.strip();
    fitFor = Collections.unmodifiableSortedSet(new TreeSet<>(fitFor));
    note = note.strip();
  }

  /** An offer that says nothing of pieces that nobody collects. */
  public Offering(String material, Handover handover, Set<Purpose> fitFor, String note) {
    this(material, handover, fitFor, note, null);
  }
}
