package org.vicinal.coordinator.decide;

/**
 * Something that has happened, in the past tense. Each noun has one sealed interface of them; they
 * are kept for ever.
 */
public interface Event {}
