package org.vicinal.messages.work;

/** How a part may be turned before it is laid on a machine. */
public enum Turning {
  /** Not at all: a ready program says where everything goes. */
  FIXED("not turned"),
  /** About the upright axis only: this side stays up. */
  ABOUT_Z("turned about z"),
  /** Any face may lie below. */
  ANY_FACE("laid on any face");

  private final String words;

  Turning(String words) {
    this.words = words;
  }

  /** As people say it. */
  public String words() {
    return words;
  }
}
