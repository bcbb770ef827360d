package org.vicinal.messages.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.WorkshopId;

/**
 * Whom a call asks, in a header of its record: ids with commas between them. Every workshop of a
 * region gets every call of it, so who is not asked should not have to read it.
 */
public final class Addressed {
  /** The header's name. */
  public static final String HEADER = "called";

  private Addressed() {}

  /** The header's value. */
  public static byte[] to(List<WorkshopId> called) {
    return called.stream()
        .map(WorkshopId::value)
        .collect(Collectors.joining(","))
        .getBytes(US_ASCII);
  }

  /** Whether {@code workshop} may be asked; true where there is no header, as in older calls. */
  public static boolean includes(byte @Nullable [] header, WorkshopId workshop) {
    return header == null
        || Arrays.asList(new String(header, US_ASCII).split(",")).contains(workshop.value());
  }
}
