package org.vicinal.gcode.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The best-known JavaScript reader, measured in the same call if it is installed ({@code npm
 * install gcode-toolpath}).
 */
final class NodePeer {
  private static final long MOST_SECONDS = 120;
  private static final String SCRIPT =
      """
      const fs = require('fs'); const Toolpath = require('gcode-toolpath');
      const text = fs.readFileSync(process.argv[1], 'utf8'); let best = Infinity;
      for (let i = 0; i < 4; i++) {
        const before = process.cpuUsage();
        new Toolpath({ addLine: () => {}, addArcCurve: () => {} }).loadFromStringSync(text);
        const used = process.cpuUsage(before); best = Math.min(best, used.user + used.system);
      }
      console.log(best / 1e6 + ' ' + text.split('\\n').length);
      """;

  private NodePeer() {}

  static void measure(PrintStream out, Path file) throws IOException {
    try {
      Process node =
          new ProcessBuilder("node", "-e", SCRIPT, file.toAbsolutePath().toString())
              .redirectErrorStream(false)
              .start();
      String answer =
          new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (node.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && node.exitValue() == 0) {
        String[] numbers = answer.split(" ", 2);
        BenchCommand.print(
            out,
            file,
            "npm gcode-toolpath",
            Double.parseDouble(numbers[0]),
            Files.size(file),
            Long.parseLong(numbers[1]));
        return;
      }
    } catch (IOException e) {
      // no Node.js here; said below
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.println(
        "%-34s %-26s %s"
            .formatted(
                file.getFileName(),
                "npm gcode-toolpath",
                "absent (needs node and npm install gcode-toolpath)"));
  }
}
