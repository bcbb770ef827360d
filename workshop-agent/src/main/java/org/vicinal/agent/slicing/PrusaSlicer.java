package org.vicinal.agent.slicing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.vicinal.agent.slicing.SliceRefused.Cause;

/**
 * PrusaSlicer's command line (2.5 and newer), each order in a process of its own: nice below what
 * streams, within limits of time, memory and output, with no configuration but the order's.
 */
public final class PrusaSlicer implements Slicer {
  private static final Pattern VERSION = Pattern.compile("PrusaSlicer-([0-9.]+)");
  private static final Pattern PROGRESS = Pattern.compile("(\\d{1,3}) => .*");
  private static final int BLOCK = 512;
  private final Path program;
  private final String version;
  private final SliceLimits limits;

  private PrusaSlicer(Path program, String version, SliceLimits limits) {
    this.program = program;
    this.version = version;
    this.limits = limits;
  }

  /** The slicer on the path of this process, when there is one. */
  public static Optional<PrusaSlicer> find(SliceLimits limits) {
    var path = System.getenv().getOrDefault("PATH", "");
    for (var folder : path.split(java.io.File.pathSeparator, -1)) {
      var candidate = Path.of(folder.isEmpty() ? "." : folder, "prusa-slicer");
      if (Files.isExecutable(candidate)) {
        try {
          return Optional.of(at(candidate, limits));
        } catch (SliceRefused e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The slicer at {@code program}.
   *
   * @throws SliceRefused when it does not start, or is something else
   */
  public static PrusaSlicer at(Path program, SliceLimits limits) throws SliceRefused {
    try {
      var process =
          new ProcessBuilder(program.toString(), "--help").redirectErrorStream(true).start();
      process.getOutputStream().close();
      var text =
          new String(
              process.getInputStream().readNBytes(4096), java.nio.charset.StandardCharsets.UTF_8);
      process.destroy();
      var found = VERSION.matcher(text);
      if (found.find()) {
        return new PrusaSlicer(program, "PrusaSlicer " + found.group(1), limits);
      }
      throw new SliceRefused(
          Cause.WORKSHOP,
          "Expected PrusaSlicer 2.5 or newer at %s, but it does not say so.".formatted(program));
    } catch (IOException e) {
      throw new SliceRefused(
          Cause.WORKSHOP, "Expected PrusaSlicer at %s, but: %s".formatted(program, e.getMessage()));
    }
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void slice(SliceOrder order, Path result, IntConsumer percent)
      throws SliceRefused, InterruptedException {
    Path desk = null;
    try {
      desk = Files.createTempDirectory(result.toAbsolutePath().getParent(), "slicing");
      var made = desk.resolve("program.gcode");
      Files.writeString(desk.resolve("profile.ini"), order.profile().text());
      var errors = desk.resolve("errors.txt");
      int code = run(command(order, desk, made), desk, errors, percent);
      if (code != 0 || !Files.isRegularFile(made) || Files.size(made) == 0) {
        throw SlicerWords.refusal(
            code, Files.readString(errors, java.nio.charset.StandardCharsets.ISO_8859_1), limits);
      }
      Files.move(made, result, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SliceRefused(
          Cause.LIMITS, "The slicer's files could not be written here: " + e.getMessage());
    } finally {
      clear(desk);
    }
  }

  private List<String> command(SliceOrder order, Path desk, Path made) {
    var command = new ArrayList<String>();
    command.add("sh");
    command.add("-c");
    command.add(
        "ulimit -c 0; ulimit -v %d; ulimit -f %d; exec nice -n 15 \"$@\""
            .formatted(limits.memory() / 1024, limits.output() / BLOCK));
    command.add("sh");
    command.add(program.toAbsolutePath().toString());
    command.addAll(List.of("--export-gcode", "--loglevel", "0"));
    command.addAll(List.of("--datadir", desk.resolve("settings").toString()));
    command.addAll(List.of("--load", desk.resolve("profile.ini").toString()));
    command.addAll(List.of("--output", made.toString()));
    if (order.scale() != 1) {
      command.addAll(List.of("--scale", String.valueOf(order.scale())));
    }
    addTurn(command, "--rotate-x", order.turn().x());
    addTurn(command, "--rotate-y", order.turn().y());
    addTurn(command, "--rotate", order.turn().z());
    if (order.copies() > 1) {
      command.addAll(List.of("--duplicate", String.valueOf(order.copies())));
    }
    command.add(order.model().toAbsolutePath().toString());
    return command;
  }

  private static void addTurn(List<String> command, String flag, int degrees) {
    if (degrees != 0) {
      command.add(flag);
      command.add(String.valueOf(degrees));
    }
  }

  /** Runs {@code command} to its end or its limits, and returns its exit code. */
  private int run(List<String> command, Path desk, Path errors, IntConsumer percent)
      throws IOException, SliceRefused, InterruptedException {
    var builder = new ProcessBuilder(command).directory(desk.toFile());
    builder.environment().remove("DISPLAY");
    var process = builder.redirectError(errors.toFile()).start();
    try {
      process.getOutputStream().close();
      var listener = Thread.ofVirtual().name("slicing").start(() -> listen(process, percent));
      if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SliceRefused(
            Cause.LIMITS,
            "Slicing took longer than %d s and was ended.".formatted(limits.time().toSeconds()));
      }
      listener.join();
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The slicer's own figures go up and down; what is told only goes up. */
  private static void listen(Process process, IntConsumer percent) {
    int told = -1;
    try (BufferedReader lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var found = PROGRESS.matcher(line);
        int now = found.matches() ? Math.min(100, Integer.parseInt(found.group(1))) : -1;
        if (now > told) {
          percent.accept(now);
          told = now;
        }
      }
    } catch (IOException e) {
      return; // its end is told by the exit code
    }
  }

  private static void clear(@org.jspecify.annotations.Nullable Path desk) {
    if (desk == null) {
      return;
    }
    try (var files = Files.walk(desk)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
