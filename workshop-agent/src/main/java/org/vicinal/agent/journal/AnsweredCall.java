package org.vicinal.agent.journal;

import org.vicinal.messages.net.Call;

/**
 * A call and what this workshop said to it last.
 *
 * @param words the bid in words, or the reason
 */
public record AnsweredCall(Call call, Kind kind, String words) {

  /** What was said. */
  public enum Kind {
    BID,
    REFUSED,
    /** A bid, and then: not any more. */
    WITHDRAWN,
    /** Nothing in time. */
    SILENT;

    static Kind of(Fact.CallClosed fact) {
      return fact.reason() == null ? SILENT : REFUSED;
    }
  }
}
