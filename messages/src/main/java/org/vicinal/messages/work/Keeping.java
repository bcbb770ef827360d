package org.vicinal.messages.work;

/**
 * What a workshop does with pieces that nobody collects.
 *
 * @param days how long it keeps them after they were ready, 1 to 366
 * @param then what becomes of them afterwards
 */
public record Keeping(int days, Then then) {
  /** What holds when a bid says nothing: a month, then the material goes back into the round. */
  public static final Keeping USUAL = new Keeping(30, Then.RECYCLED);

  public Keeping {
    if (days < 1 || days > 366) {
      throw new IllegalArgumentException(
          "Expected pieces to be kept 1 to 366 days, but found " + days + ".");
    }
  }

  /** What becomes of pieces that nobody collects. */
  public enum Then {
    RECYCLED("recycled"),
    GIVEN_AWAY("given to somebody who can use them"),
    KEPT("kept by the workshop");

    private final String words;

    Then(String words) {
      this.words = words;
    }

    /** As people say it: {@code recycled}. */
    public String words() {
      return words;
    }
  }
}
