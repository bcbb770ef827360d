package org.vicinal.demo.screen;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bars at the foot of a terminal, lines above them.
 *
 * <p>ECMA-48 control sequences: {@code CSI n A} moves up, {@code CSI J} clears to the end of the
 * screen.
 */
final class TerminalScreen implements Screen {
  private static final int WIDTH = 24;
  private final PrintStream out;
  private final Map<String, String> bars = new LinkedHashMap<>();
  private int drawn;

  TerminalScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public void say(String line) {
    var text = new StringBuilder(up()).append(line).append('\n');
    draw(text);
  }

  @Override
  public void progress(String key, double fraction, String words) {
    int full = (int) Math.round(Math.max(0, Math.min(1, fraction)) * WIDTH);
    bars.put(
        key,
        "%s [%s%s] %3d %% %s"
            .formatted(
                key,
                "#".repeat(full),
                "·".repeat(WIDTH - full),
                Math.round(100 * fraction),
                words));
    draw(new StringBuilder(up()));
  }

  @Override
  public void done(String key) {
    if (bars.remove(key) != null) {
      draw(new StringBuilder(up()));
    }
  }

  private String up() {
    return drawn == 0 ? "" : "\u001b[%dA\u001b[J".formatted(drawn);
  }

  private void draw(StringBuilder text) {
    bars.values().forEach(bar -> text.append(bar).append('\n'));
    drawn = bars.size();
    out.print(text);
    out.flush();
  }
}
