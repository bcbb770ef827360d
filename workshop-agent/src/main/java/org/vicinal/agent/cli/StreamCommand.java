package org.vicinal.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.identity.Identifier;
import org.vicinal.agent.identity.Identity;
import org.vicinal.agent.machine.Attendance;
import org.vicinal.agent.machine.MachineSettings;
import org.vicinal.agent.machine.Ports;
import org.vicinal.agent.machine.Spindle;
import org.vicinal.agent.simulation.Simulation;
import org.vicinal.agent.stream.Job;
import org.vicinal.agent.stream.Keys;
import org.vicinal.agent.stream.Outcome;
import org.vicinal.agent.stream.Start;
import org.vicinal.agent.stream.Stream;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent stream PORT FILE}: one program on one machine, with a person at the keys. */
@Command(
    name = "stream",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one file on one machine, without a network: checks it, asks for your word that the"
          + " machine",
      "may move, and shows how far it is. Stay beside it; the power switch is faster than any key.",
      ""
    },
    footer = {
      "",
      "Keys: p pause, r resume, c cancel (heaters and spindle off, in order), s stop now.",
      "Ctrl-C cancels; a second one stops. Closing the terminal or SIGTERM cancels too.",
      "",
      "Exit codes: 0 done; 1 failed; 2 nothing was begun; 3 refused by the check; 4 cancelled;",
      "5 stopped at once; 6 interrupted: the link or the board went away, look at the machine;",
      "129, 130, 143: ended by a signal after cancelling."
    })
final class StreamCommand implements Callable<Integer> {
  private static final int USUAL_BAUD = 115_200;

  @Parameters(
      index = "0",
      paramLabel = "PORT",
      description = "a device, tcp://host:port, simulated:marlin or simulated:grbl")
  private String port = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "the program, plain or compressed")
  private Path program = Path.of("program.gcode");

  @Option(
      names = "--firmware",
      paramLabel = "NAME",
      description = "marlin, rrf, grbl, grblhal; auto (the default) asks the machine")
  private String firmware = "auto";

  @Option(names = "--baud", paramLabel = "N", description = "the rate (auto tries the usual ones)")
  private @Nullable Integer baud;

  @Option(
      names = "--like",
      paramLabel = "NAME",
      description = "the machine's size and speeds are those of this one, such as mk3s")
  private @Nullable String like;

  @Option(
      names = "--from-line",
      paramLabel = "N",
      description = {
        "goes on in the middle, at the last safe line not after N; \"last\": where the last run of",
        "this program on this port broke off. Shows what is sent before, and asks"
      })
  private @Nullable String fromLine;

  @Option(
      names = "--spindle",
      paramLabel = "HOW",
      description =
          "manual: a mill whose spindle has its own switch; you are told when, and how fast")
  private String spindle = "driven";

  @Option(
      names = "--check",
      description = "only check it; on GRBL the controller reads it too ($C), nothing moves")
  private boolean check;

  @Option(
      names = "--yes",
      description = "the bed is clear, you have looked; not for a mill, unless it is simulated")
  private boolean yes;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where runs are remembered (~/.local/state/vicinal/stream)")
  private @Nullable Path data;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.setProperty("vicinal.log.level", "WARN"); // the bar says what there is to say
    var line = java.util.Objects.requireNonNull(spec).commandLine();
    if (!Files.isReadable(program)) {
      throw new IOException(
          "Expected a program at %s, but it cannot be read. Correct the path.".formatted(program));
    }
    var job = firmware.equals("auto") ? asked(line.getErr()) : named();
    if (job.yes() && fromLine != null && !job.simulated()) {
      line.getErr()
          .println(
              "agent: --yes is not for --from-line: somebody reads what is sent first, and says"
                  + " where the tool stands.");
      return Outcome.REFUSED.exitCode();
    }
    if (job.yes() && job.limits().dialect().mill() && !job.simulated()) {
      line.getErr()
          .println(
              "agent: --yes is not for mills: somebody stands beside them, with stock, tool and"
                  + " origin set.");
      return Outcome.REFUSED.exitCode();
    }
    return new Stream(job, new Keys(System.in), line.getOut()).run().exitCode();
  }

  /** The machine is asked who it is; its own settings are the limits. */
  private Job asked(PrintWriter progress) throws IOException {
    boolean rated = !port.startsWith(Simulation.PREFIX) && !port.startsWith("tcp://");
    var rates =
        baud != null
            ? List.of(baud)
            : rated ? Identifier.USUAL_RATES : Identifier.USUAL_RATES.subList(0, 1);
    var found = new Identifier(rate -> Ports.line(port, rate), progress::println).identify(rates);
    var who = found.identity();
    progress.printf("%s%n", who.firmware());
    return job(known(who.controller()), found.baud(), limits(who));
  }

  private Job named() {
    var known = known(firmware);
    var limits =
        MachineLimits.parse("dialect: %s%n".formatted(dialect(known.name())), "--firmware");
    return job(known, baud == null ? USUAL_BAUD : baud, like == null ? limits : likeLimits());
  }

  private static Firmware known(String name) {
    return Firmware.find(name)
        .orElseThrow(
            () ->
                new ConfigurationError(
                    "Expected a firmware of auto, %s, found \"%s\"."
                        .formatted(
                            String.join(", ", Firmware.ALL.stream().map(Firmware::name).toList()),
                            name)));
  }

  private Job job(Firmware known, int rate, MachineLimits limits) {
    var name = limits.dialect().mill() ? "mill" : "printer";
    var room =
        org.vicinal.agent.machine.MachineLimits.box(
            side(limits, 0), side(limits, 1), side(limits, 2));
    return new Job(
        new MachineSettings(
            name, port, rate, known, room, Attendance.BY_HAND, Spindle.parse(spindle)),
        limits,
        program,
        check,
        yes,
        data != null ? data : usualData(),
        fromLine == null ? Start.BEGINNING : start(fromLine));
  }

  static Start start(String fromLine) {
    if (fromLine.equals("last")) {
      return new Start.BrokenOff();
    }
    if (!fromLine.matches("[1-9][0-9]{0,9}")) {
      throw new ConfigurationError(
          "--from-line: expected the number of a line from 1 on, or last, found \"%s\"."
              .formatted(fromLine));
    }
    return new Start.Line(Long.parseLong(fromLine));
  }

  /** A side of the room in mm; a metre where nobody has said how large it is. */
  private static double side(MachineLimits limits, int axis) {
    double side = limits.axes().get(axis).max() - limits.axes().get(axis).min();
    return Double.isFinite(side) && side > 0 ? side : 1000;
  }

  private MachineLimits limits(Identity who) {
    if (like != null) {
      return likeLimits();
    }
    var text = new StringBuilder("dialect: %s%n".formatted(dialect(who.controller())));
    if (!who.room().isEmpty()) {
      text.append("x: 0 %s%ny: 0 %s%nz: 0 %s%n".formatted(who.room().toArray()));
    }
    who.settings().forEach(setting -> text.append(setting).append('\n'));
    return MachineLimits.parse(text.toString(), "the machine's own settings");
  }

  private MachineLimits likeLimits() {
    return MachineLimits.find(String.valueOf(like))
        .orElseThrow(
            () ->
                new ConfigurationError(
                    "--like: expected one of %s, found \"%s\"."
                        .formatted(MachineLimits.listNames(), like)));
  }

  private static String dialect(String controller) {
    return controller.equals("rrf") ? "reprapfirmware" : controller;
  }

  private static Path usualData() {
    var state = System.getenv("XDG_STATE_HOME");
    var home = Path.of(System.getProperty("user.home", "."));
    return (state == null || state.isBlank() ? home.resolve(".local/state") : Path.of(state))
        .resolve("vicinal/stream");
  }
}
