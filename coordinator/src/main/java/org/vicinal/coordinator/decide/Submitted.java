package org.vicinal.coordinator.decide;

/** A command on its way to its decider. */
public record Submitted<C extends Command>(String commandId, Asker by, C command) {}
