package org.vicinal.agent.workshop;

/**
 * What a workshop lets everybody see, so that who asks "who could make this?" gets a date and a
 * price.
 *
 * @param queues until when machines have work, and the opening hours
 * @param rates what hours, setup and materials cost
 */
public record Publishing(boolean queues, boolean rates) {
  /** Only the machines. */
  public static final Publishing NOTHING = new Publishing(false, false);

  boolean anything() {
    return queues || rates;
  }
}
