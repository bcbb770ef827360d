package org.vicinal.agent.journal;

import java.time.Instant;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.FileRef;

/**
 * A promise that may still be taken up.
 *
 * @param secondsPerPiece planned machine time
 * @param lines how many lines the program has
 * @param closesAt when the tender closed, by the broker's clock
 */
public record OpenBid(
    JobId job,
    int round,
    MachineId machine,
    FileRef program,
    int pieces,
    double secondsPerPiece,
    long lines,
    Instant readyBy,
    Instant closesAt) {}
