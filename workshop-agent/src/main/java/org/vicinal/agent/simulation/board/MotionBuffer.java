package org.vicinal.agent.simulation.board;

import java.util.ArrayDeque;
import java.util.Deque;
import org.vicinal.gcode.time.WindowPlanner;

/**
 * The blocks that a controller has planned, made one after the other in the time that the G-code
 * library's planner of that firmware gives them.
 *
 * <p>A block is fixed when it begins: what has come behind it by then decides how fast it may end.
 * So a host that feeds too slowly makes the machine stutter here as it does on iron. The first
 * block after a rest waits a little for others, as firmwares do. Times are nanoseconds of the
 * clock; one thread.
 */
public final class MotionBuffer {

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(double[] from, double[] to, double feedMmPerMin, boolean rapid) {}

  private final WindowPlanner planner;
  private final int blocks;
  private final double speed;
  private final long firstWaits;
  private final Deque<Block> queue = new ArrayDeque<>();
  private double[] position = new double[3];
  private boolean moving;
  private long begunAt;
  private long length;
  private long done;
  private boolean frozen;
  private double feedFactor = 1;
  private double rapidFactor = 1;
  private long starved;

  /**
   * @param planner with a window greater than {@code blocks}
   * @param speed seconds of the machine in one of the clock
   * @param firstWaitsSeconds how long the first block after a rest waits, in the machine's time
   */
  public MotionBuffer(WindowPlanner planner, int blocks, double speed, double firstWaitsSeconds) {
    this.planner = planner;
    this.blocks = blocks;
    this.speed = speed;
    this.firstWaits = (long) (firstWaitsSeconds / speed * 1e9);
  }

  /** Whether no further block fits. */
  public boolean full() {
    return queue.size() >= blocks;
  }

  /** Whether every block has been made. */
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  /** How many blocks fit. */
  public int free() {
    return Math.max(0, blocks - queue.size());
  }

  /** How often it came to rest because nothing was there; at the ends of programs too. */
  public long starved() {
    return starved;
  }

  /** Where the last planned move will end. */
  public double[] target() {
    return queue.isEmpty() ? position.clone() : queue.getLast().to().clone();
  }

  /**
   * Plans a move; one that is too short for the firmware joins the next.
   *
   * @param extrusion millimetres of filament
   * @param feedMmPerMin as wanted; {@code rapid} as fast as the axes can
   */
  public void add(double[] to, double extrusion, double feedMmPerMin, boolean rapid, long now) {
    double[] from = target();
    int before = planner.waitingBlocks();
    planner.line(to[0], to[1], to[2], extrusion, feedMmPerMin / 60, rapid);
    if (planner.waitingBlocks() == before) {
      return;
    }
    if (queue.isEmpty()) {
      begunAt = now + firstWaits;
    }
    queue.addLast(new Block(from, to.clone(), feedMmPerMin, rapid));
  }

  /** The host waits for the end: what is there begins at once. */
  public void hurry(long now) {
    if (!moving && !queue.isEmpty() && !frozen) {
      begunAt = Math.min(begunAt, now);
      advance(now);
    }
  }

  /** Lets blocks begin and end that do so by now. */
  public void advance(long now) {
    while (!frozen && !queue.isEmpty() && nextEnd() <= now) {
      if (moving) {
        position = queue.removeFirst().to();
        begunAt += length;
        moving = false;
        if (queue.isEmpty()) {
          planner.stop();
          starved++;
          return;
        }
      }
      begin();
    }
  }

  private void begin() {
    double factor = queue.getFirst().rapid() ? rapidFactor : feedFactor;
    length = Math.max(1, (long) (planner.takeBlock() / factor / speed * 1e9));
    moving = true;
  }

  /** When something next happens here; never while frozen or empty. */
  public long nextEnd() {
    if (frozen || queue.isEmpty()) {
      return Long.MAX_VALUE;
    }
    return moving ? begunAt + length : begunAt;
  }

  /** Millimetres per minute that are wanted of the block that is being made; 0 at rest. */
  public double feed() {
    return moving && !frozen && !queue.isEmpty() ? queue.getFirst().feedMmPerMin() : 0;
  }

  /** How much faster than written the blocks are that begin from now on. */
  public void override(double ofFeed, double ofRapids) {
    feedFactor = ofFeed;
    rapidFactor = ofRapids;
  }

  /** Stands still where it is. */
  public void freeze(long now) {
    if (!frozen) {
      done = Math.max(0, now - begunAt);
      frozen = true;
    }
  }

  /** Goes on. */
  public void thaw(long now) {
    if (frozen) {
      begunAt = now - done;
      frozen = false;
    }
  }

  /** Where the tool is. */
  public double[] at(long now) {
    if (!moving || queue.isEmpty()) {
      return position.clone();
    }
    Block head = queue.getFirst();
    double part = Math.clamp((frozen ? done : now - begunAt) / (double) length, 0.0, 1.0);
    double[] here = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      here[axis] = head.from()[axis] + part * (head.to()[axis] - head.from()[axis]);
    }
    return here;
  }

  /** Forgets all moves; the tool stays where it is now. */
  public void clear(long now) {
    position = at(now);
    queue.clear();
    planner.stop();
    planner.jumpTo(position[0], position[1], position[2]);
    moving = false;
    frozen = false;
  }

  /** Says where the tool is without moving it; only at rest. */
  public void place(double[] here) {
    position = here.clone();
    planner.stop();
    planner.jumpTo(here[0], here[1], here[2]);
  }
}
