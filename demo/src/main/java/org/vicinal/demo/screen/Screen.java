package org.vicinal.demo.screen;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** Where a play is shown. One thread only. */
public interface Screen {
  /** A line that stays. */
  void say(String line);

  /**
   * How far something is; replaces what was said of the same {@code key} before where the screen
   * can.
   *
   * @param fraction from 0 to 1
   */
  void progress(String key, double fraction, String words);

  /** Takes the progress of {@code key} away. */
  void done(String key);

  /** Lines only. */
  static Screen plain(PrintStream out) {
    return new PlainScreen(out);
  }

  /** A terminal when there is one, plain lines where not. */
  static Screen here() {
    var kind = System.getenv().getOrDefault("TERM", "dumb");
    boolean terminal =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
            && !kind.equals("dumb");
    return terminal ? new TerminalScreen(System.out) : new PlainScreen(System.out);
  }
}
