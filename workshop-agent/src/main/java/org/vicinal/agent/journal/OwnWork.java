package org.vicinal.agent.journal;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;

/**
 * The names of lots that the workshop has given to itself: {@code own-7.0.1}. A coordinator's job
 * ends in the position of its part ({@code order.1}), so no job of the network has such a name.
 */
public final class OwnWork {
  private static final Pattern JOB = Pattern.compile("own-([0-9]{1,15})");

  private OwnWork() {}

  /** Whether the workshop makes this lot for itself; nobody outside hears of it. */
  public static boolean is(LotId lot) {
    return JOB.matcher(lot.job().value()).matches();
  }

  /** A name that no lot has had: a number higher than all that are remembered. */
  public static LotId next(Memory memory) {
    long highest =
        Stream.of(memory.open(), memory.closed(), memory.shelf())
            .flatMap(lots -> lots.keySet().stream())
            .mapToLong(OwnWork::number)
            .max()
            .orElse(0);
    return new LotId(new JobId("own-" + (highest + 1)), 0, 1);
  }

  private static long number(LotId lot) {
    var name = JOB.matcher(lot.job().value());
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }
}
