package org.vicinal.messages.work;

/**
 * What a part is for, where a wrong part does harm. A match promises no fitness for it: only a bid
 * that says so does.
 */
public enum Purpose {
  /** None of the others. */
  ORDINARY("ordinary use"),
  /** Touches food or drink. */
  FOOD("food"),
  /** Lies on skin for hours. */
  SKIN("skin"),
  /** In the hands, and the mouth, of a child under three. */
  CHILD_UNDER_THREE("a child under three"),
  /** Somebody is hurt when it breaks. */
  LOAD_BEARING("bearing loads or safety"),
  /** Holds or covers mains voltage. */
  MAINS_VOLTAGE("mains voltage");

  private final String words;

  Purpose(String words) {
    this.words = words;
  }

  /** As people say it. */
  public String words() {
    return words;
  }
}
