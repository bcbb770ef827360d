/**
 * Who makes what: the coordinator of a community.
 *
 * <p>Start at {@code cli.CoordinatorMain}, or with the rules: {@code decide} is their shape, {@code
 * order}, {@code job}, {@code workshop}, {@code design} and {@code community} are the nouns, {@code
 * wiring} connects them. {@code engine} runs them on Kafka, {@code border} speaks with workshops,
 * {@code view} and {@code http} with people. It does not know how machines are driven.
 */
@NullMarked
package org.vicinal.coordinator;

import org.jspecify.annotations.NullMarked;
