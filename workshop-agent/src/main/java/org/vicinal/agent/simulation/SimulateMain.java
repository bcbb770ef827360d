package org.vicinal.agent.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
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
    description = "A simulated machine behind a pseudo-terminal, until it is ended.",
    footerHeading =
        "%nSwitches, for --set NAME=VALUE or in the name of a port of the agent such as%n"
            + "simulated:marlin?advancedOk=true&speed=10:%n")
public final class SimulateMain implements Callable<Integer> {

  @Option(names = "--firmware", required = true, description = "${COMPLETION-CANDIDATES}")
  private Simulation.Kind firmware = Simulation.Kind.marlin;

  @Option(names = "--link", required = true, description = "path that is to lead to the machine")
  private Path link = Path.of("machine");

  @Option(names = "--name", description = "name of the machine, for people")
  private String name = "simulated";

  @Option(names = "--speed", description = "seconds of the machine in one of the clock")
  private @Nullable String speed;

  @Option(names = "--bed", description = "travel in mm: XxYxZ")
  private @Nullable String bed;

  @Option(names = "--set", paramLabel = "NAME=VALUE", description = "one of the switches below")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--faults", description = "a bad cable, such as drop=0.01,flip=0.01,seed=7")
  private @Nullable String faults;

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
    System.exit(commandLine().execute(arguments));
  }

  private static CommandLine commandLine() {
    CommandLine line = new CommandLine(new SimulateMain());
    line.getCommandSpec().usageMessage().footer(Simulation.help().toArray(new String[0]));
    return line;
  }

  @Override
  public Integer call() throws IOException {
    Simulation simulation = simulation();
    AtomicBoolean on = new AtomicBoolean(true);
    try (PrintWriter lines = open(record)) {
      CabledBoard board = simulation.board(lines::println);
      board.reset(System.nanoTime());
      for (boolean first = true; on.get() && !board.unplugged(); first = false) {
        plugIn(board, simulation, on, first);
      }
    }
    return 0;
  }

  private void plugIn(CabledBoard board, Simulation simulation, AtomicBoolean on, boolean first)
      throws IOException {
    try (PseudoTerminal terminal = new PseudoTerminal()) {
      var port =
          new SimulatedPort(link.toAbsolutePath(), terminal.slave(), ProcessHandle.current().pid());
      port.publish();
      if (first) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(on, main, port)));
        if (withParent) {
          ProcessHandle.current().parent().ifPresent(parent -> follow(parent, on));
        }
        System.out.printf(
            "%s: simulated %s at %s (%s)%n", name, firmware, port.link(), port.slave());
      }
      new Cable(terminal, board, !simulation.setup().keepOnOpen()).run(on::get);
      if (!on.get() || board.unplugged()) {
        port.withdraw();
      }
    }
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

  private Simulation simulation() {
    Map<String, String> wanted = new LinkedHashMap<>();
    if (homing) {
      wanted.put("homing", "true");
    }
    if (keepOnOpen) {
      wanted.put("keepOnOpen", "true");
    }
    wanted.put("speed", speed == null ? "1" : speed);
    if (bed != null) {
      wanted.put("bed", bed);
    }
    if (faults != null) {
      wanted.put("faults", faults);
    }
    wanted.putAll(set);
    try {
      Simulation simulation = Simulation.of(firmware);
      for (var entry : wanted.entrySet()) {
        simulation = simulation.with(entry.getKey(), entry.getValue());
      }
      return simulation;
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line(), String.valueOf(e.getMessage()), e);
    }
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
