package org.vicinal.messages.fit;

import java.util.ArrayList;
import java.util.List;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Turning;

/**
 * A way to lay a part's box on a machine.
 *
 * @param x which side of the part (0 to 2) goes along the machine's x; {@code y} and {@code z} the
 *     others
 * @param degrees turned about z after that
 * @param laid the box along the machine's axes (mm)
 */
public record Pose(int x, int y, int z, double degrees, Size laid) {
  /** Figures of meshes are single precision: so much too large is not too large (mm). */
  public static final double SLACK_MM = 0.001;

  private static final int[][] AS_MODELLED = {{0, 1, 2}};
  private static final int[][] ABOUT_Z = {{0, 1, 2}, {1, 0, 2}};
  private static final int[][] ANY_FACE = {
    {0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {2, 0, 1}, {1, 2, 0}, {2, 1, 0}
  };

  /** As people say it. */
  public String words() {
    var turned = degrees > 0 ? ", turned by " + Math.round(degrees) + "°" : "";
    if (z != 2) {
      return (z == 0 ? "with x upright" : "with y upright") + turned;
    }
    return x == 0 ? "as modelled" + turned : "turned by 90°" + turned;
  }

  /** Whether it fits into {@code room}. */
  public boolean fitsIn(Size room) {
    return laid.x() <= room.x() + SLACK_MM
        && laid.y() <= room.y() + SLACK_MM
        && laid.z() <= room.z() + SLACK_MM;
  }

  /** How much room is missing, all sides together (mm). */
  public double lackMm(Size room) {
    return Math.max(0, laid.x() - room.x())
        + Math.max(0, laid.y() - room.y())
        + Math.max(0, laid.z() - room.z());
  }

  /**
   * The first pose that fits, as modelled before turned and turned before lying; when none does,
   * the one that lacks least.
   *
   * @param anyAngle whether the machine may make it at any angle about z (a printer), and not only
   *     square to its axes (a mill, which clamps what it cuts)
   */
  public static Pose best(Size part, Turning turning, Size room, boolean anyAngle) {
    var poses = square(part, turning);
    for (var pose : poses) {
      if (pose.fitsIn(room)) {
        return pose;
      }
    }
    if (anyAngle && turning != Turning.FIXED) {
      for (var pose : poses) {
        var askew = pose.askewIn(room);
        if (askew.fitsIn(room)) {
          return askew;
        }
      }
    }
    var best = poses.getFirst();
    for (var pose : poses) {
      best = pose.lackMm(room) < best.lackMm(room) - SLACK_MM ? pose : best;
    }
    return best;
  }

  private static List<Pose> square(Size part, Turning turning) {
    var poses = new ArrayList<Pose>();
    double[] sides = {part.x(), part.y(), part.z()};
    var axes =
        switch (turning) {
          case FIXED -> AS_MODELLED;
          case ABOUT_Z -> ABOUT_Z;
          case ANY_FACE -> ANY_FACE;
        };
    for (var order : axes) {
      poses.add(
          new Pose(
              order[0],
              order[1],
              order[2],
              0,
              new Size(sides[order[0]], sides[order[1]], sides[order[2]])));
    }
    return poses;
  }

  /**
   * Turned about z just so far that its width fits: the least turn leaves the most depth. A long
   * side a and a short side b are a cos t + b sin t wide, which is d cos(t - f) with d² = a² + b²,
   * tan f = b / a.
   */
  private Pose askewIn(Size room) {
    double a = laid.x();
    double b = laid.y();
    double d = Math.hypot(a, b);
    if (a < b || a <= room.x() || d <= room.x() || room.x() <= 0) {
      return this;
    }
    double turn = Math.atan2(b, a) + Math.acos(room.x() / d);
    if (turn >= Math.PI / 2) {
      return this;
    }
    double width = a * Math.cos(turn) + b * Math.sin(turn);
    double depth = a * Math.sin(turn) + b * Math.cos(turn);
    return new Pose(x, y, z, Math.toDegrees(turn), new Size(width, depth, laid.z()));
  }
}
