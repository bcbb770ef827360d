package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Where the agent's process begins. */
@Command(
    name = "agent",
    mixinStandardHelpOptions = true,
    version = AgentMain.VERSION,
    description = {
      "Speaks for a workshop: answers calls for bids, and makes what it was awarded on its"
          + " machines.",
      "",
      "Without a command it runs. It needs a workshop.yaml that describes the machines, and the",
      "enrolment.json that the coordinator gave for this workshop in its data folder.",
      ""
    },
    footer = {
      "",
      "Every key of workshop.yaml can be set as VICINAL_AGENT_KEY too, and the simple ones as"
          + " flags;",
      "a flag counts more than the environment, and that more than the file.",
      "",
      "Example of workshop.yaml:",
      "",
      "  data: /var/lib/vicinal",
      "  machines:",
      "    - name: mk3",
      "      port: /dev/serial/by-id/usb-Prusa_Research_Original_Prusa_i3_MK3-if00",
      "      controller: marlin       # marlin, rrf, grbl, grblhal",
      "      like: mk3s               # speeds and limits; leave it out if yours is not known",
      "      room: [250, 210, 210]    # mm",
      "      nozzle-celsius: 280",
      "      bed-celsius: 110",
      "      power-switch: left of the door  # a stop from here is no emergency stop",
      "      smoke-alarm: true        # one hangs in the room",
      "      hour: 1.50               # EUR for an hour",
      "      setup: 0.50              # EUR for a lot",
      "      handling-minutes: 5      # what a person needs between two runs",
      "      materials:",
      "        PLA: 25.00             # EUR for a kilogram; for a piece on a mill",
      "      obtainable:              # not here, but can be had",
      "        PETG: 28.00",
      "      obtainable-days: 3",
      "      finishes: [sanded]",
      "      slicing:                 # makes programs of models with PrusaSlicer",
      "        bundle: PrusaResearch  # or profiles: {PLA: my-pla.ini}",
      "        printer: Original Prusa i3 MK3S & MK3S+",
      "  answer: by-itself            # or ask-me: calls, bid and refuse are then yours",
      "  terms:",
      "    in: money                  # or hours, or gift",
      "    hand-work: 20.00           # EUR for an hour of a person",
      "    reserve-percent: 5         # for pieces that fail",
      "    tax-percent: 21",
      "    deposit-percent: 0",
      "    pay: in cash at the counter",
      "    delivery: 4.00             # without it, pieces are picked up",
      "  takes: [food]                # beside ordinary use; never: [child-under-three]",
      "  promises: []                 # purposes for which your bids promise fitness",
    },
    subcommands = {
      RunCommand.class,
      PortsCommand.class,
      IdentifyCommand.class,
      SetupCommand.class,
      StreamCommand.class,
      RestartCommand.class,
      SliceCommand.class,
      ServiceCommand.class,
      ConfirmCommand.class,
      OutlineCommand.class,
      JogCommand.class,
      StatusCommand.class,
      PageCommand.class,
      CallsCommand.class,
      CallCommand.Bid.class,
      CallCommand.Refuse.class,
      LotCommand.Late.class,
      LotCommand.Cannot.class,
      LotCommand.Made.class,
      LotCommand.Checked.class,
      LotCommand.Ready.class,
      LotCommand.HandOver.class,
      LotCommand.Paid.class,
      StatementCommand.class,
      OwnCommand.class,
      SlicerCommand.class,
      ReloadCommand.class,
      ActCommand.Stop.class,
      ActCommand.Pause.class,
      ActCommand.Resume.class,
      ActCommand.Cancel.class,
      ActCommand.Home.class,
      ActCommand.Unlock.class,
    })
public final class AgentMain implements Callable<Integer> {
  static final String VERSION = "0.1.0";

  @Mixin private RunOptions options = new RunOptions();

  /**
   * Ends with 0 when all went well, 1 when something was refused, 2 when nothing could be begun.
   */
  public static void main(String[] arguments) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "agent-logback.xml");
    }
    System.exit(commandLine().execute(arguments));
  }

  /** Its flags and commands. */
  public static CommandLine commandLine() {
    var line = new CommandLine(new AgentMain());
    line.setExecutionExceptionHandler(
        (failure, command, _) -> {
          if (failure instanceof ConfigurationError || failure instanceof IOException) {
            command.getErr().println("agent: " + failure.getMessage());
            return CommandLine.ExitCode.USAGE;
          }
          throw failure;
        });
    return line;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return RunCommand.run(options);
  }
}
