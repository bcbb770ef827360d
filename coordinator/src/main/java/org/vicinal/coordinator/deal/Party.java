package org.vicinal.coordinator.deal;

/** Who speaks in a deal. */
public enum Party {
  CUSTOMER("the customer"),
  WORKSHOP("the workshop"),
  /** A steward, as the mediator whom both accepted or because nobody else moved. */
  STEWARD("a steward");

  private final String words;

  Party(String words) {
    this.words = words;
  }

  /** Such as {@code the customer}. */
  public String words() {
    return words;
  }
}
