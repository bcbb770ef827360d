package org.vicinal.coordinator.community;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.place.Ring;
import org.vicinal.messages.work.Requirement;

/**
 * One version of a community's rules.
 *
 * @param version 0 for the {@link #usual()} ones, then counted by the community
 * @param rings in which a call goes outwards, each wider than the one before
 * @param biddingWindow how long a ring may answer a call
 * @param acceptWindow how long a workshop may take to accept an award
 * @param settling how long after a deadline we wait for what was said before it and is on its way
 * @param confirmWindow how long a guest may take to confirm an order
 * @param lateGrace how long after its promise a lot is called late
 * @param abandonAfter how long a late lot stays with a workshop that says nothing, when no person
 *     decides before
 * @param tries how often the missing pieces of one job are called for, from the innermost ring
 * @param mostPieces the most pieces of one order
 * @param fairness how work is spread; null in rules from before there was such a rule
 * @param patience how long the waits after an award are; null in rules from before they had times
 * @param notMade what is not made here, and why; null for nothing
 */
public record CommunityRules(
    int version,
    List<Ring> rings,
    Duration biddingWindow,
    Duration acceptWindow,
    Duration settling,
    Duration confirmWindow,
    Duration lateGrace,
    Duration abandonAfter,
    int tries,
    int mostPieces,
    @Nullable Fairness fairness,
    @Nullable Patience patience,
    @Nullable List<NotMade> notMade) {
  public CommunityRules {
    rings = List.copyOf(rings);
    notMade = notMade == null ? null : List.copyOf(notMade);
  }

  /** How work is spread. */
  public Fairness spreading() {
    return fairness == null ? Fairness.NONE : fairness;
  }

  /** How long the waits after an award are. */
  public Patience waits() {
    return patience == null ? Patience.USUAL : patience;
  }

  /** What is not made here. */
  public List<NotMade> exclusions() {
    return notMade == null ? List.of() : notMade;
  }

  /** Why a part with this title is not made here; empty when it is. */
  public Optional<NotMade> findExclusion(String title, Requirement part) {
    return exclusions().stream().filter(it -> it.covers(title, part)).findFirst();
  }

  /** These rules, but of these things nothing is made. */
  public CommunityRules without(List<NotMade> excluded) {
    return copy(version, biddingWindow, acceptWindow, fairness, patience, excluded);
  }

  /** These rules with other waits after an award. */
  public CommunityRules with(Patience other) {
    return copy(version, biddingWindow, acceptWindow, fairness, other, notMade);
  }

  /** These rules with another way to spread work. */
  public CommunityRules with(Fairness other) {
    return copy(version, biddingWindow, acceptWindow, other, patience, notMade);
  }

  /** These rules with other windows: a demo's patience is shorter than a town's. */
  public CommunityRules withWindows(Duration bidding, Duration accept) {
    return copy(version, bidding, accept, fairness, patience, notMade);
  }

  /** These rules as version {@code number}. */
  public CommunityRules asVersion(int number) {
    return copy(number, biddingWindow, acceptWindow, fairness, patience, notMade);
  }

  private CommunityRules copy(
      int number,
      Duration bidding,
      Duration accept,
      @Nullable Fairness spread,
      @Nullable Patience waits,
      @Nullable List<NotMade> excluded) {
    return new CommunityRules(
        number,
        rings,
        bidding,
        accept,
        settling,
        confirmWindow,
        lateGrace,
        abandonAfter,
        tries,
        mostPieces,
        spread,
        waits,
        excluded);
  }

  /** What holds until a community decides otherwise. */
  public static CommunityRules usual() {
    return new CommunityRules(
        0,
        Ring.usual(),
        Duration.ofMinutes(2),
        Duration.ofMinutes(1),
        Duration.ofMillis(500),
        Duration.ofHours(24),
        Duration.ofMinutes(10),
        Duration.ofDays(30),
        5,
        1_000,
        null,
        null,
        null);
  }
}
