package org.vicinal.gcode.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others, measured on the same file in the same call: {@code wc -l} and npm's. */
final class Peers {
  private static final String NPM = "npm gcode-toolpath";
  private static final long MOST_SECONDS = 300;
  private static final int WC_ROUNDS = 5;

  /** Reads the file once, then the least CPU time of four rounds; prints seconds. */
  private static final String SCRIPT =
      """
      const text = require('fs').readFileSync(process.argv[1], 'utf8');
      const Toolpath = require('gcode-toolpath'); let best = Infinity;
      for (let i = 0; i < 4; i++) {
        const before = process.cpuUsage();
        new Toolpath({ addLine: () => {}, addArcCurve: () => {} }).loadFromStringSync(text);
        const used = process.cpuUsage(before); best = Math.min(best, used.user + used.system);
      }
      console.log(best / 1e6);
      """;

  private Peers() {}

  static Row wordCount(Path file, long lines, long bytes) {
    String name = "wc -l, wall clock";
    long best = Long.MAX_VALUE;
    for (int i = 0; i < WC_ROUNDS; i++) {
      long before = System.nanoTime();
      if (answer(new ProcessBuilder("wc", "-l", file.toString())).isEmpty()) {
        return Row.absent(name, "absent (no wc here)");
      }
      best = Math.min(best, System.nanoTime() - before);
    }
    return new Row(name, best / 1e9, lines, bytes, "with its start");
  }

  /** Node looks for the package in the folder where the bench was started, then globally. */
  static Row npm(Path file, long lines, long bytes) {
    var node = new ProcessBuilder("node", "-e", SCRIPT, file.toAbsolutePath().toString());
    String global = answer(new ProcessBuilder("npm", "root", "-g"));
    if (!global.isEmpty()) {
      String before = node.environment().get("NODE_PATH");
      node.environment()
          .put("NODE_PATH", before == null ? global : before + java.io.File.pathSeparator + global);
    }
    String seconds = answer(node);
    return seconds.isEmpty() ? npmAbsent() : npmRow(Double.parseDouble(seconds), lines, bytes);
  }

  static Row npmRow(double seconds, long lines, long bytes) {
    return new Row(NPM, seconds, lines, bytes, "CPU, text already in memory");
  }

  static Row npmAbsent() {
    return Row.absent(
        NPM, "absent: install Node.js, then: npm install --no-save gcode-toolpath@3.0.0");
  }

  /** What a program prints; empty if there is no such program or it fails. */
  private static String answer(ProcessBuilder builder) {
    try {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? text : "";
    } catch (IOException e) {
      return ""; // no such program here; the row says so
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Row of the peer that the others are compared with. */
  static double peerSeconds(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.work().equals(NPM))
        .mapToDouble(Row::seconds)
        .findFirst()
        .orElse(Double.NaN);
  }
}
