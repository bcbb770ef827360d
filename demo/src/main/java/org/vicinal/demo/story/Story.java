package org.vicinal.demo.story;

import java.io.IOException;

/** The life of one order. */
interface Story {
  /** One word, as {@code --story} takes it. */
  String name();

  /** What happens in it. */
  String about();

  /** How it ends. */
  default String end() {
    return "both are content";
  }

  /**
   * Plays it to its end.
   *
   * @throws Teller.Otherwise when something went otherwise than it should
   */
  void play(Teller teller) throws IOException, InterruptedException;
}
