package org.vicinal.agent.stream;

import java.util.Arrays;
import org.vicinal.gcode.PathListener;

/**
 * When which line of a program should be reached, in seconds from its beginning, as the G-code
 * library's planner sees it. Filled by an inspection; not changed afterwards.
 */
public final class Plan implements PathListener {
  private static final double EVERY_SECONDS = 0.25;

  private long[] lines = new long[256];
  private double[] seconds = new double[256];
  private int marks;

  @Override
  public void line(
      double fromX, double fromY, double fromZ, double toX, double toY, double toZ, boolean work) {
    // only the time counts here
  }

  @Override
  public void reached(long line, double soFar) {
    if (marks > 0 && soFar < seconds[marks - 1] + EVERY_SECONDS) {
      return;
    }
    if (marks == lines.length) {
      lines = Arrays.copyOf(lines, 2 * marks);
      seconds = Arrays.copyOf(seconds, 2 * marks);
    }
    lines[marks] = line;
    seconds[marks++] = soFar;
  }

  /**
   * The share of the whole time that has passed when this line has been done, from 0 to 1.
   *
   * @param last the number of the program's last line, {@code total} the seconds until its end
   */
  double shareAt(long line, long last, double total) {
    if (!(total > 0) || line >= last) {
      return line >= last ? 1 : 0;
    }
    int found = Arrays.binarySearch(lines, 0, marks, line);
    int before = found >= 0 ? found : -found - 2;
    double fromSeconds = before < 0 ? 0 : seconds[before];
    long fromLine = before < 0 ? 0 : lines[before];
    double toSeconds = before + 1 < marks ? seconds[before + 1] : total;
    long toLine = before + 1 < marks ? lines[before + 1] : last;
    double way = (double) (line - fromLine) / Math.max(1, toLine - fromLine);
    return Math.clamp((fromSeconds + way * (toSeconds - fromSeconds)) / total, 0.0, 1.0);
  }
}
