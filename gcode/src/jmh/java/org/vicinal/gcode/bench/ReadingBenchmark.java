package org.vicinal.gcode.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.TimeModel;
import org.vicinal.gcode.text.ProgramStream;
import org.vicinal.gcode.text.WordReader;

/** Milliseconds for one real program; the number of its lines is printed at the start. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {
  /** A G-code file; from the command line {@code -Dvicinal.bench=FILE}. */
  @Param("")
  String program = "";

  @Param({"marlin-jerk", "marlin-jd", "klipper"})
  String model = "";

  private Path file = Path.of("");
  private Inspector inspector = Inspector.anyMachine();

  /** Finds the file, or says what to do. */
  @Setup
  public void open() throws IOException {
    file = Path.of(program.isEmpty() ? System.getProperty("vicinal.bench", "") : program);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "Expected a G-code file to measure with, found none. Give one: -Dvicinal.bench=FILE, or -p program=FILE");
    }
    inspector =
        Inspector.of(MachineLimits.find("mk3s").orElseThrow())
            .withTimeModel(TimeModel.find(model).orElseThrow());
    System.out.println("lines: " + inspector.inspect(file).lines());
  }

  @Benchmark
  public long readWords() throws IOException {
    try (var words = new WordReader(ProgramStream.open(file), true)) {
      while (words.next()) {
        // reading is the work
      }
      return words.lineNumber();
    }
  }

  @Benchmark
  public double readPlanAndCheck() throws IOException {
    return inspector.inspect(file).seconds().total();
  }
}
