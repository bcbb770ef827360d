package org.vicinal.coordinator.photo;

/** Bytes that are no photo, or one that is too large; the message is a sentence for people. */
public final class PhotoRefusal extends Exception {
  private static final long serialVersionUID = 1;

  PhotoRefusal(String words) {
    super(words);
  }

  /** A sentence for people. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
