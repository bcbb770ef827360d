package org.vicinal.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Programs made from a seed: random bytes, pieces of G-code in any order, lines by the grammar,
 * parts of real and nasty programs with damage, and any of these packed, soundly or not.
 */
final class AnyProgram {
  private static final int MOST_CORPUS_BYTES = 6_000;
  private static final String[] PIECES =
      ("G0 G1 G2 G3 G4 G5 G5.1 G6 G10 G11 G17 G18 G19 G20 G21 G28 G28.1 G30 G33 G33.1 G38.2 G40 G41"
              + " G43 G43.1 G43.2 G49 G52 G53 G54 G55 G59.3 G60 G61 G64 G73 G76 G80 G81 G82 G83 G84"
              + " G86 G88 G89 G90 G90.1 G91 G91.1 G92 G92.1 G92.3 G93 G94 G95 G98 G99 M0 M2 M3 M5 M6"
              + " M30 M61 M62 M66 M70 M71 M72 M73 M82 M83 M98 M99 M101 M104 M109 M116 M117 M190 M201"
              + " M203 M204 M205 M207 M208 M220 M221 M400 M568 M600 M862.3 M900 T0 T1 T99 T-1 Tx N5 X"
              + " Y Z A B C U V W E F I J K P Q R S L H D 0 1 -1 2.5 10.5 1e9 1e+6"
              + " 99999999999999999999 -.5 . -- +- ; ( ) * % / \" $H $X ! ? #1=2 #1 #5221 #<a> #<_x>"
              + " #<a>=1 [ ] [1+1] [1/0] o1 o<a> O100 sub endsub call while endwhile do if elseif else"
              + " endif repeat endrepeat break continue return SQRT[2] ATAN[1]/[2] ** MOD EXISTS[#<a>]"
              + " START_PRINT SET_VELOCITY_LIMIT ACCEL=0 \0 \u00ff \u00e2\u0088\u0092 GCDE\1\0\0\0\0\0"
              + " \u001f\u008b ;LAYER_CHANGE ;TIME:1 ;thumbnail_begin")
          .split(" ", -1);
  private static final String[] LINES = {
    "G1 X# Y# E# F#",
    "G0 X# Y# Z#",
    "G1 X# Y# Z# F#",
    "G2 X# Y# I# J# F#",
    "G3 X# Y# R# F#",
    "G2 X# Y# Z# I# J# P# F#",
    "G91",
    "G90",
    "G92 X# Y#",
    "G92 E0",
    "M83",
    "M82",
    "G20",
    "G21",
    "M3 S#",
    "M5",
    "G4 P#",
    "G28",
    "G10 L2 P1 X# Y#",
    "G10 L20 P2 Z#",
    "G10 L1 P1 Z#",
    "G43 H1",
    "G55",
    "G54",
    "G53 G0 X#",
    "G98 G81 X# Y# Z-# R# F#",
    "G99 G83 X# Z-# R# Q# L2 F#",
    "G82 Z-# R# P#",
    "X# Y#",
    "G80",
    "G93 G1 X# F#",
    "G94",
    "G18",
    "G19",
    "G17",
    "G5 X# Y# I# J# P# Q#",
    "M201 X# Y#",
    "M203 X# E#",
    "M204 P# T#",
    "M205 X# J#",
    "M104 S#",
    "M109 S#",
    "M140 S#",
    "M221 S#",
    "M220 S#",
    "M207 S# F#",
    "G10",
    "G11",
    "G60 S1",
    "G61 S1 X#",
    "T1 M6",
    "G76 P# Z-# I-# J# K# R2 Q# H2 E# L3",
    "G33 Z# K#",
    "G33.1 Z# K#",
    "G1 X# A# B# F#",
    "G52 X#",
    "M70",
    "M72",
    "M73",
    "#1=#",
    "#<n>=[#1+1]",
    "G1 X#1 F100",
    "G1 X[#1*2] Y[SIN[#]]",
    "o1 sub",
    "o1 endsub",
    "o1 call [#]",
    "o2 if [#1 gt #]",
    "o2 else",
    "o2 endif",
    "o3 repeat [3]",
    "o3 endrepeat",
    "o4 while [#1 lt 3]",
    "#1=[#1+1]",
    "o4 endwhile",
    "M98 P7 L2",
    "O7",
    "M99",
    "M30",
    "M2",
    "%",
    "/G1 X#",
    "; comment",
    "(comment)",
    "SET_VELOCITY_LIMIT ACCEL=# VELOCITY=#",
    "EXCLUDE_OBJECT_START NAME=a",
    "M117 hello",
    "M862.3 P \"MK3S\"",
    "; estimated printing time (normal mode) = 1h 2m",
    ";LAYER_CHANGE",
    "; filament used [mm] = #",
  };

  private static final List<byte[]> CORPUS = corpus();

  private AnyProgram() {}

  static byte[] of(Random random) {
    byte[] program =
        switch (random.nextInt(10)) {
          case 0 -> bytes(random, random.nextInt(400));
          case 1, 2, 3 -> pieces(random);
          case 4, 5 -> lines(random);
          default -> damaged(random, CORPUS.get(random.nextInt(CORPUS.size())));
        };
    return random.nextInt(8) == 0 ? Packing.pack(random, program) : program;
  }

  static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] pieces(Random random) {
    var text = new StringBuilder();
    int pieces = random.nextInt(80);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      int gap = random.nextInt(10);
      text.append(gap < 3 ? "\n" : gap < 5 ? " " : gap == 5 ? "\r" : "");
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  /** Lines that each make sense. */
  static byte[] lines(Random random) {
    var text = new StringBuilder();
    int count = random.nextInt(60);
    for (int i = 0; i < count; i++) {
      for (char c : LINES[random.nextInt(LINES.length)].toCharArray()) {
        boolean hole = c == '#' && random.nextInt(8) > 0;
        text.append(hole ? number(random) : String.valueOf(c));
      }
      text.append('\n');
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private static String number(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "0";
      case 1 -> String.valueOf(random.nextInt());
      case 2 -> String.format(Locale.ROOT, "%.9f", random.nextGaussian());
      default -> String.format(Locale.ROOT, "%.3f", random.nextGaussian() * 50);
    };
  }

  /** A stretch of a program with a few bytes changed, taken away, doubled or put in. */
  static byte[] damaged(Random random, byte[] whole) {
    int length = 1 + random.nextInt(Math.clamp(whole.length, 1, 1500));
    int from = random.nextInt(Math.max(1, whole.length - length + 1));
    if (random.nextInt(3) == 0) {
      from = 0;
    }
    byte[] program = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + length));
    int times = random.nextInt(6);
    for (int i = 0; i < times && program.length > 0; i++) {
      program = damagedOnce(random, program);
    }
    return program;
  }

  private static byte[] damagedOnce(Random random, byte[] program) {
    int at = random.nextInt(program.length);
    byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(ISO_8859_1);
    int run = Math.min(program.length - at, 1 + random.nextInt(30));
    switch (random.nextInt(6)) {
      case 0 -> program[at] = (byte) random.nextInt(256);
      case 1 -> program[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        return joined(
            Arrays.copyOf(program, at), Arrays.copyOfRange(program, at + run, program.length));
      }
      case 3 -> {
        return joined(
            Arrays.copyOf(program, at + run), Arrays.copyOfRange(program, at, program.length));
      }
      default -> {
        return joined(
            joined(Arrays.copyOf(program, at), piece),
            Arrays.copyOfRange(program, at, program.length));
      }
    }
    return program;
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** The heads of real and nasty programs where they are at hand, and a program of our own. */
  private static List<byte[]> corpus() {
    var corpus = new ArrayList<byte[]>();
    corpus.add(
        "G28\nM83\nM109 S200\nG1 X10 Y5 E1 F1200\nG10\nG0 X2\nG11\nM104 S0\n".getBytes(ISO_8859_1));
    corpus.add(
        "%\nG21 G90 G17\nM3 S1000\nG0 Z5\nG1 X1 Z-1 F100\nG2 X3 I1\nM30\n%\n".getBytes(ISO_8859_1));
    for (String name : List.of("nasty", "cnc", "sliced")) {
      SharedData.findFolder(name).ifPresent(folder -> addFiles(folder, corpus));
    }
    return corpus;
  }

  private static void addFiles(Path folder, List<byte[]> corpus) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().filter(Files::isRegularFile).toList()) {
        try (var in = Files.newInputStream(file)) {
          corpus.add(in.readNBytes(MOST_CORPUS_BYTES));
          in.skipNBytes(Math.max(0, (Files.size(file) - MOST_CORPUS_BYTES) / 2));
          byte[] middle = in.readNBytes(MOST_CORPUS_BYTES);
          if (middle.length > 0) {
            corpus.add(middle);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
