package org.vicinal.messages.work;

/** How pieces come from the workshop to the customer. */
public enum Handover {
  /** The customer fetches them at the workshop. */
  PICKUP("picked up"),
  /** The workshop brings or ships them; what that costs is a line of its price. */
  DELIVERY("delivered");

  private final String words;

  Handover(String words) {
    this.words = words;
  }

  /** As people say it: {@code picked up}. */
  public String words() {
    return words;
  }
}
