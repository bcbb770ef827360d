package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.gcode.picture.Picture;

/** The compact way of the tool says where it goes, in a quarter of the text at most. */
class PathSizeTest {
  /** Below this a packed stream cannot show what it is good for. */
  private static final int SHORT = 2000;

  @TempDir Path folder;

  @Test
  void theWayIsAtMostAQuarterOfAnyRealProgram() throws IOException {
    for (String name : List.of("sliced", "cnc")) {
      try (Stream<Path> files = Files.list(SharedData.folder(name))) {
        for (Path file : files.filter(PathSizeTest::isProgram).sorted().toList()) {
          byte[] path = path(file);
          assertThat(Files.size(file)).as("%s", file.getFileName()).isGreaterThan(SHORT);
          assertThat((double) path.length / Files.size(file))
              .as("%s: %d bytes", file.getFileName(), path.length)
              .isLessThanOrEqualTo(isOfLoops(file) ? 0.3 : 0.25);
        }
      }
    }
  }

  @Test
  void theWayReadsAsItIsDocumented() throws IOException {
    Path file = Files.writeString(folder.resolve("a.nc"), "G21 G0 X1 Y-2\nG1 Z-0.5 F100\nM2\n");
    assertThat(read(path(file)))
        .containsExactly(new Step(100, -200, 0, false), new Step(0, 0, -50, true));
  }

  /** Every point of the way, also over several blocks, of which some are bent. */
  @Test
  void whatIsReadIsWhereTheToolGoes() throws IOException {
    var text = new StringBuilder("G21 G90 G17\n");
    for (int i = 0; i < 500; i++) {
      text.append("G0 X%d Y0\nG2 X%d Y0 I40 F900\nG1 X%d Y%d\n".formatted(i, i + 80, i, i % 7));
    }
    Path file = Files.writeString(folder.resolve("b.nc"), text + "M2\n");
    var seen = new ArrayList<long[]>();
    Inspector.anyMachine()
        .inspect(file, (fx, fy, fz, tx, ty, tz, work) -> seen.add(at(tx, ty, tz)));
    var steps = read(path(file));
    assertThat(steps).hasSizeGreaterThan(1 << 14);
    long x = 0;
    long y = 0;
    long z = 0;
    var reached = new HashSet<List<Long>>();
    for (var step : steps) {
      x += step.x();
      y += step.y();
      z += step.z();
      reached.add(List.of(x, y, z));
    }
    assertThat(seen).allSatisfy(at -> assertThat(reached).contains(List.of(at[0], at[1], at[2])));
  }

  private static boolean isProgram(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".gcode") || name.endsWith(".nc") || name.endsWith(".ngc");
  }

  /** A few loops that cut for thousands of lines: their text is shorter than any list of moves. */
  private static boolean isOfLoops(Path file) {
    return file.getFileName().toString().contains("genes-encoder");
  }

  private static byte[] path(Path program) throws IOException {
    var out = new ByteArrayOutputStream();
    Picture.of(Inspector.anyMachine()).path(program, out);
    return out.toByteArray();
  }

  private static long[] at(double x, double y, double z) {
    return new long[] {Math.round(x * 100), Math.round(y * 100), Math.round(z * 100)};
  }

  /** A line to the next point, in hundredths of a millimetre. */
  private record Step(long x, long y, long z, boolean work) {}

  /** A reader of the format, written from its description. */
  private static List<Step> read(byte[] path) throws IOException {
    assertThat(new String(path, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("VPTH");
    assertThat(path[4]).isEqualTo((byte) 3);
    var in =
        new PushbackInputStream(
            new InflaterInputStream(
                new ByteArrayInputStream(path, 5, path.length - 5), new Inflater(true)));
    var steps = new ArrayList<Step>();
    for (int next = in.read(); next >= 0; next = in.read()) {
      in.unread(next);
      long head = number(in);
      int records = (int) (head / 2);
      boolean bent = head % 2 == 1;
      long[][] columns = new long[3][records];
      boolean[] work = new boolean[records];
      for (int axis = 0; axis < 3; axis++) {
        for (int i = 0; i < records; i++) {
          long value = number(in);
          if (axis == 0) {
            work[i] = value % 2 == 1;
            value /= 2;
          }
          columns[axis][i] =
              (value >>> 1 ^ -(value & 1)) + (bent && i > 0 ? columns[axis][i - 1] : 0);
        }
      }
      for (int i = 0; i < records; i++) {
        steps.add(new Step(columns[0][i], columns[1][i], columns[2][i], work[i]));
      }
    }
    return steps;
  }

  private static long number(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.read();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
  }
}
