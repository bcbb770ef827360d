package org.vicinal.coordinator.community;

/**
 * The rules in force.
 *
 * @param rules the usual ones until a community enacts its own
 */
public record CommunityState(CommunityRules rules) {}
