/**
 * Who around here could make this: the machines of a community in a tree of H3 cells, asked nearest
 * first.
 *
 * <p>Start at {@link org.vicinal.coordinator.matching.MachineIndex}. Every node of the tree knows
 * the best of everything below it ({@link org.vicinal.coordinator.matching.Traits}), so whole
 * districts that cannot make a part are passed by; {@link org.vicinal.messages.fit.Fit} alone says
 * who can. {@link org.vicinal.coordinator.matching.LinearSearch} answers the same questions one by
 * one and is what the tree is held against. Nothing here knows orders, HTTP or the log.
 */
@NullMarked
package org.vicinal.coordinator.matching;

import org.jspecify.annotations.NullMarked;
