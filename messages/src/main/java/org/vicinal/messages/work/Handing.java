package org.vicinal.messages.work;

/** How made pieces leave the workshop. */
public enum Handing {
  /** Into somebody's hands at the workshop; they say the pickup code. */
  COUNTER("over the counter"),
  /** A carrier brings them; its number says where they are. */
  CARRIER("with a carrier"),
  /** They lie on the community's shelf, where the customer takes them. */
  SHELF("on the community's shelf");

  private final String words;

  Handing(String words) {
    this.words = words;
  }

  /** As people say it: {@code over the counter}. */
  public String words() {
    return words;
  }
}
