package org.vicinal.agent.journal;

import java.time.Instant;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;

/**
 * A run whose first byte may have gone out and whose end has not been seen.
 *
 * @param piece which piece of the lot, from 1
 */
public record ActiveRun(
    RunId run,
    LotId lot,
    MachineId machine,
    Digest program,
    int piece,
    long lines,
    double seconds,
    Instant at) {}
