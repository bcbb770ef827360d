package org.vicinal.coordinator.program;

/** A file that cannot be made as it is; the message says which, where and what to do. */
public final class Unfit extends Exception {
  private static final long serialVersionUID = 1;
  private final int index;

  Unfit(int index, String message) {
    super(message);
    this.index = index;
  }

  /** The same about the file {@code at}. */
  Unfit at(int at) {
    return new Unfit(at, words());
  }

  /** Which of the files, from 0; -1 when it is about all of them. */
  public int index() {
    return index;
  }

  /** What is wrong, for a person. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
