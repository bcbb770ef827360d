package org.vicinal.gcode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.vicinal.gcode.meaning.Interpreter;
import org.vicinal.gcode.meaning.Report;
import org.vicinal.gcode.text.ProgramStream;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Planner;

/**
 * Reads programs and says what they would do. Immutable: one inspector may serve many threads.
 *
 * <pre>{@code
 * Inspection part = Inspector.anyMachine().inspect(Path.of("part.gcode"));
 * Inspection here = Inspector.of(MachineLimits.find("mk3s").orElseThrow()).inspect(Path.of("part.gcode"));
 * }</pre>
 */
public final class Inspector {
  private static final int GUESS_BYTES = 1 << 16;

  private final @Nullable MachineLimits machine;
  private final @Nullable Dialect dialect;
  private final @Nullable TimeModel timeModel;
  private final int longestLine;

  private Inspector(
      @Nullable MachineLimits machine,
      @Nullable Dialect dialect,
      @Nullable TimeModel timeModel,
      int longestLine) {
    this.machine = machine;
    this.dialect = dialect;
    this.timeModel = timeModel;
    this.longestLine = longestLine;
  }

  /** For a machine: its envelope, limits, dialect and planner decide. */
  public static Inspector of(MachineLimits machine) {
    return new Inspector(machine, null, null, Integer.MAX_VALUE);
  }

  /** For no machine in particular: the dialect is guessed from the program. */
  public static Inspector anyMachine() {
    return new Inspector(null, null, null, Integer.MAX_VALUE);
  }

  /** Reads programs in this dialect, whatever they look like. */
  public Inspector withDialect(Dialect wanted) {
    return new Inspector(machine, wanted, timeModel, longestLine);
  }

  /** Imitates this planner, whatever the machine's. */
  public Inspector withTimeModel(TimeModel wanted) {
    return new Inspector(machine, dialect, wanted, longestLine);
  }

  /**
   * Refuses lines longer than so many bytes, comments included, whatever the firmware takes.
   * Without this only the firmware's limit counts, and 256 kB.
   */
  public Inspector withLongestLine(int bytes) {
    return new Inspector(machine, dialect, timeModel, bytes);
  }

  /** Inspects a file, which may be compressed or binary G-code. */
  public Inspection inspect(Path program) throws IOException {
    return inspectFile(program, null);
  }

  /** Inspects a file and shows the way of the tool to a listener as it reads. */
  public Inspection inspect(Path program, PathListener listener) throws IOException {
    return inspectFile(program, listener);
  }

  private Inspection inspectFile(Path program, @Nullable PathListener listener) throws IOException {
    SlicerConfig config =
        timeModel == TimeModel.PRUSASLICER || machine == null ? config(program) : null;
    Reading reading = read(program, config, listener, false);
    if (reading.done().sawDeleted()) {
      reading.done().compareWith(read(program, config, null, true).done());
    }
    return reading.report();
  }

  private Reading read(
      Path program,
      @Nullable SlicerConfig config,
      @Nullable PathListener listener,
      boolean withoutDeleted)
      throws IOException {
    try (InputStream in = ProgramStream.open(program)) {
      return read(in, config, listener, withoutDeleted);
    }
  }

  /** A program that was read to its end. */
  private record Reading(
      Interpreter done,
      WordReader words,
      Dialect dialect,
      String reason,
      MachineLimits limits,
      TimeModel model) {
    Inspection report() {
      return Report.of(done, words, dialect, reason, limits, model);
    }
  }

  /**
   * Inspects a stream, which may be compressed or binary G-code. Reads it to its end, once, and
   * leaves it open; so nothing is said of how the program runs without the lines that begin with a
   * slash. The slicer's own time needs what stands at the end of a program; so for that model the
   * stream goes through a temporary file.
   */
  public Inspection inspect(InputStream program) throws IOException {
    if (timeModel != TimeModel.PRUSASLICER) {
      return read(ProgramStream.of(program), null, null, false).report();
    }
    Path copy = Files.createTempFile("program", ".gcode");
    try {
      Files.copy(program, copy, StandardCopyOption.REPLACE_EXISTING);
      return inspect(copy);
    } finally {
      Files.delete(copy);
    }
  }

  private static SlicerConfig config(Path program) throws IOException {
    if (ProgramStream.isPlain(program)) {
      return SlicerConfig.of(program);
    }
    try (InputStream in = ProgramStream.open(program)) {
      return SlicerConfig.of(in);
    }
  }

  private Reading read(
      InputStream plain,
      @Nullable SlicerConfig config,
      @Nullable PathListener listener,
      boolean withoutDeleted)
      throws IOException {
    var in = new BufferedInputStream(plain, GUESS_BYTES);
    in.mark(GUESS_BYTES);
    DialectGuess guess = DialectGuess.of(in.readNBytes(GUESS_BYTES));
    in.reset();
    Dialect reading = reading(guess);
    MachineLimits limits = machine != null ? machine : MachineLimits.unknown(reading);
    TimeModel model =
        timeModel != null ? timeModel : reading.mill() ? TimeModel.GRBL : limits.timeModel();
    boolean stated = config != null && config.statesLimits() && reading.printer();
    Planner planner =
        Planners.of(model, limits, stated || model == TimeModel.PRUSASLICER ? config : null);
    if (stated) {
      limits = limits.named(limits.name(), "the slicer's settings in the program");
    }
    var words = new WordReader(in, reading.printer());
    var interpreter = Interpreter.of(words, reading, limits, planner);
    interpreter.listen(listener);
    interpreter.limitLines(longestLine);
    if (withoutDeleted) {
      interpreter.leaveOutDeleted();
    }
    interpreter.run();
    String reason = dialect != null ? "stated" : guess.reason();
    return new Reading(interpreter, words, reading, reason, limits, model);
  }

  private Dialect reading(DialectGuess guess) {
    if (dialect != null) {
      return dialect;
    }
    return machine != null ? compatible(machine.dialect(), guess) : guess.dialect();
  }

  /**
   * A printer's program is read by the machine's own dialect; a mill's program as what it is, to
   * say what is wrong.
   */
  private static Dialect compatible(Dialect ofMachine, DialectGuess guess) {
    return !guess.sure() || ofMachine.printer() == guess.dialect().printer()
        ? ofMachine
        : guess.dialect();
  }
}
