package org.vicinal.gcode.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicinal.gcode.bench.Bench;

/** How fast this library is on this machine, beside the floor of the machine and npm's reader. */
final class BenchCommand {
  private static final List<String> PASSED_ON = List.of("--machine", "--dialect", "--time-model");

  private BenchCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    if (arguments.files().isEmpty()) {
      throw new IllegalArgumentException("Expected at least one file after bench, found none.");
    }
    var options = new ArrayList<String>();
    for (String option : PASSED_ON) {
      arguments.findOption(option).ifPresent(value -> options.addAll(List.of(option, value)));
    }
    var bench = new Bench(arguments.inspector(), options, out);
    out.println("CPU time of one thread, the best of many rounds, unless a row says wall clock.");
    Optional<String> size = arguments.findOption("--size");
    for (Path file : arguments.files()) {
      if (size.isPresent()) {
        bench.runRepeated(file, size.get());
      } else {
        bench.run(file);
      }
    }
    return GcodeMain.FINE;
  }
}
