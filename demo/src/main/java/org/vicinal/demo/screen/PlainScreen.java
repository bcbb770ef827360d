package org.vicinal.demo.screen;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Lines only: for files, pipes and CI. Progress is a line per quarter. */
final class PlainScreen implements Screen {
  private static final int STEPS = 4;
  private final PrintStream out;
  private final Map<String, Integer> told = new HashMap<>();

  PlainScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void progress(String key, double fraction, String words) {
    int step = (int) (fraction * STEPS);
    if (step > told.getOrDefault(key, 0)) {
      told.put(key, step);
      say("%s %d %% %s".formatted(key, 100 * step / STEPS, words));
    }
  }

  @Override
  public void done(String key) {
    told.remove(key);
  }
}
