package org.vicinal.agent.slicing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vicinal.agent.slicing.SliceRefused.Cause;
import org.vicinal.mesh.Finding;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Meshes;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.work.Turning;

/**
 * How a model is laid on a machine's bed. It stands as in its file when it fits that way: its
 * designer knew why. Otherwise the lowest of the other quarter turns is taken.
 */
final class Laying {
  private static final int QUARTER = 90;
  private static final List<SliceOrder.Turn> TURNS =
      List.of(
          SliceOrder.Turn.NONE,
          new SliceOrder.Turn(0, 0, QUARTER),
          new SliceOrder.Turn(QUARTER, 0, 0),
          new SliceOrder.Turn(QUARTER, 0, QUARTER),
          new SliceOrder.Turn(0, QUARTER, 0),
          new SliceOrder.Turn(0, QUARTER, QUARTER));

  private Laying() {}

  /**
   * The order for one piece of the model at {@code file}.
   *
   * @throws SliceRefused when it is no mesh, is not closed, is in doubtful units or does not fit
   */
  static SliceOrder lay(Path file, Digest digest, SlicingProfile profile, Turning turning)
      throws SliceRefused {
    try {
      var mesh = Meshes.measure(file);
      for (var finding : mesh.findings()) {
        if (finding.kind() == Finding.Kind.NOT_WATERTIGHT
            || finding.kind() == Finding.Kind.SUSPECT_UNITS) {
          throw new SliceRefused(Cause.MODEL, finding.text());
        }
      }
      var turn = turn(mesh.largestSides(), profile.room(), profile.name(), turning);
      return new SliceOrder(file, digest, profile, 1, turn, 1);
    } catch (MeshRefusal e) {
      throw new SliceRefused(Cause.MODEL, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new SliceRefused(Cause.LIMITS, "The model could not be read here: " + e.getMessage());
    }
  }

  static SliceOrder.Turn turn(List<Double> sides, double[] room, String profile, Turning turning)
      throws SliceRefused {
    if (fits(sides, room, SliceOrder.Turn.NONE)) {
      return SliceOrder.Turn.NONE;
    }
    return TURNS.stream()
        .filter(turn -> isAllowed(turn, turning) && fits(sides, room, turn))
        .min(Comparator.comparingDouble(turn -> turned(sides, turn)[2]))
        .orElseThrow(
            () ->
                new SliceRefused(
                    Cause.MODEL,
                    String.format(
                        Locale.ROOT,
                        "The part is %.1f x %.1f x %.1f mm; the room of \"%s\" is %.0f x %.0f x"
                            + " %.0f mm, %s.",
                        sides.get(0),
                        sides.get(1),
                        sides.get(2),
                        profile,
                        room[0],
                        room[1],
                        room[2],
                        turning == Turning.ANY_FACE
                            ? "whichever way it is laid"
                            : "and it is to be " + turning.words())));
  }

  private static boolean isAllowed(SliceOrder.Turn turn, Turning turning) {
    return switch (turning) {
      case FIXED -> turn.equals(SliceOrder.Turn.NONE);
      case ABOUT_Z -> turn.x() == 0 && turn.y() == 0;
      case ANY_FACE -> true;
    };
  }

  /**
   * A side of the room that nobody stated (0) is left to the slicer and the check of its program.
   */
  private static boolean fits(List<Double> sides, double[] room, SliceOrder.Turn turn) {
    var turned = turned(sides, turn);
    for (int axis = 0; axis < 3; axis++) {
      if ((axis < 2 || room[axis] > 0) && turned[axis] > room[axis]) {
        return false;
      }
    }
    return true;
  }

  private static double[] turned(List<Double> sides, SliceOrder.Turn turn) {
    double[] now = {sides.get(0), sides.get(1), sides.get(2)};
    if (turn.x() != 0) {
      now = new double[] {now[0], now[2], now[1]};
    }
    if (turn.y() != 0) {
      now = new double[] {now[2], now[1], now[0]};
    }
    return turn.z() != 0 ? new double[] {now[1], now[0], now[2]} : now;
  }
}
