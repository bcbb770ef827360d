package org.vicinal.agent.upload;

import java.io.Serial;

/**
 * Why a slicer's request is not done: a status and a sentence, which slicers show as it is when it
 * is plain text.
 */
final class Refusal extends Exception {
  @Serial private static final long serialVersionUID = 1;
  private final int status;

  Refusal(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
