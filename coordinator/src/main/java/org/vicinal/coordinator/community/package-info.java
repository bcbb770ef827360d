/**
 * The rules that a neighbourhood gave itself: how far a call goes, and how long each wait is.
 *
 * <p>Start at {@link org.vicinal.coordinator.community.CommunityRules}. Rules have versions; every
 * order keeps those it was placed under, so that a change never reaches back. Stewards enact them
 * today; a vote of the neighbours may do so later, which is why author and reason stand beside
 * every version.
 */
@NullMarked
package org.vicinal.coordinator.community;

import org.jspecify.annotations.NullMarked;
