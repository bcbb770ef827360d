package org.vicinal.messages.wire;

import org.vicinal.messages.id.WorkshopId;

/** The names of the topics that cross the border between coordinator and workshops. */
public final class Topics {
  /** Calls for bids, read by every workshop; a partition is a coarse cell of the map. */
  public static final String CALLS = "calls";

  private static final String PREFIX = "workshop.";
  private static final String REPORTS = ".reports";
  private static final String INSTRUCTIONS = ".instructions";

  private Topics() {}

  /** What {@code workshop} tells; one partition; only it may write there. */
  public static String reports(WorkshopId workshop) {
    return PREFIX + workshop + REPORTS;
  }

  /** What {@code workshop} is told; one partition; only it may read there. */
  public static String instructions(WorkshopId workshop) {
    return PREFIX + workshop + INSTRUCTIONS;
  }

  /**
   * The workshop whose reports topic this is: the sender's identity.
   *
   * @throws IllegalArgumentException for any other topic
   */
  public static WorkshopId senderOf(String reportsTopic) {
    if (!reportsTopic.startsWith(PREFIX) || !reportsTopic.endsWith(REPORTS)) {
      throw new IllegalArgumentException(
          "Expected a reports topic, but found \"" + reportsTopic + "\".");
    }
    return new WorkshopId(
        reportsTopic.substring(PREFIX.length(), reportsTopic.length() - REPORTS.length()));
  }
}
