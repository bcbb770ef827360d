/**
 * What a community's stewards have taken out of use, why, and what became of it: a file or a whole
 * design that may be unlawful or dangerous.
 *
 * <p>Start at {@link org.vicinal.coordinator.quarantine.QuarantineDecider}. What is in quarantine
 * is given to nobody; it is taken out again with a reason, or, if it is a file, removed for good,
 * which leaves the reason behind. Nothing here deletes anything: who keeps the files does.
 */
@NullMarked
package org.vicinal.coordinator.quarantine;

import org.jspecify.annotations.NullMarked;
