package org.vicinal.agent.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A simulated machine in a process of its own. The path it prints is opened like any serial port.
 *
 * <p>Ending the process is pulling the cable out.
 */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "A simulated machine behind a pseudo-terminal, until it is ended.")
public final class SimulateMain implements Callable<Integer> {

  enum Kind {
    marlin,
    grbl
  }

  @Option(names = "--firmware", required = true, description = "marlin or grbl")
  private Kind firmware = Kind.marlin;

  @Option(names = "--link", required = true, description = "path that is to lead to the machine")
  private Path link = Path.of("machine");

  @Option(names = "--name", description = "name of the machine, for people")
  private String name = "simulated";

  @Option(names = "--speed", description = "seconds of the machine in one of the clock")
  private double speed = 1;

  @Option(names = "--bed", description = "travel in mm: XxYxZ")
  private String bed = "250x210x210";

  @Option(names = "--record", description = "file to which every executed line is added")
  private @Nullable Path record;

  @Option(names = "--homing", description = "grbl: with limit switches, locked until homed")
  private boolean homing;

  @Option(names = "--keep-on-open", description = "do not reset when a host opens the port")
  private boolean keepOnOpen;

  @Option(names = "--with-parent", description = "end when the process that started this one ends")
  private boolean withParent;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /** Runs until it is ended; 0 when it was ended in order. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SimulateMain()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    AtomicBoolean on = new AtomicBoolean(true);
    try (PseudoTerminal terminal = new PseudoTerminal();
        PrintWriter lines = open(record)) {
      var port =
          new SimulatedPort(link.toAbsolutePath(), terminal.slave(), ProcessHandle.current().pid());
      port.publish();
      Thread main = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(on, main, port)));
      if (withParent) {
        ProcessHandle.current().parent().ifPresent(parent -> follow(parent, on));
      }
      System.out.printf("%s: simulated %s at %s (%s)%n", name, firmware, port.link(), port.slave());
      new Cable(terminal, board(lines), !keepOnOpen).run(on::get);
      port.withdraw();
    }
    return 0;
  }

  private static void follow(ProcessHandle parent, AtomicBoolean on) {
    var _ = parent.onExit().thenRun(() -> on.set(false));
  }

  /** Lets the loop end in order when the process is asked to end. */
  private static void end(AtomicBoolean on, Thread main, SimulatedPort port) {
    on.set(false);
    try {
      main.join(1000);
      port.withdraw();
    } catch (IOException e) {
      System.err.println("The link could not be removed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SimulatedFirmware board(PrintWriter lines) {
    Consumer<String> executed = lines::println;
    double[] box = box();
    return switch (firmware) {
      case marlin -> new SimulatedMarlin(MarlinSwitches.USUAL, box, speed, executed);
      case grbl ->
          new SimulatedGrbl(
              homing ? GrblSwitches.HOMING : GrblSwitches.USUAL, box, speed, executed);
    };
  }

  private double[] box() {
    String[] parts = bed.split("x", -1);
    try {
      if (parts.length == 3) {
        return new double[] {
          Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])
        };
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new CommandLine.ParameterException(
        line(), "Expected --bed as XxYxZ in mm such as 250x210x210, found " + bed + ".");
  }

  private CommandLine line() {
    return spec == null ? new CommandLine(this) : spec.commandLine();
  }

  /** A writer that flushes every line, so that a killed process has told all that it did. */
  private static PrintWriter open(@Nullable Path file) throws IOException {
    if (file == null) {
      return new PrintWriter(java.io.Writer.nullWriter());
    }
    BufferedWriter out =
        Files.newBufferedWriter(
            file,
            StandardCharsets.ISO_8859_1,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
    return new PrintWriter(out, true);
  }
}
