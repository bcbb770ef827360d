package org.vicinal.agent.control;

import org.vicinal.agent.machine.MachineStatus;
import org.vicinal.agent.recorder.Latency;

/** What is counted of a machine's link. */
public record MachineFigures(
    String name, String condition, MachineStatus.Counters counters, Latency.Counted latency) {}
