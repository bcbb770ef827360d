package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.BrokenRuns;
import org.vicinal.agent.journal.Folder;
import org.vicinal.agent.stream.Keys;
import org.vicinal.agent.stream.Start;
import org.vicinal.agent.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent restart MACHINE}: goes on with a run of the agent that broke off, by hand. */
@Command(
    name = "restart",
    mixinStandardHelpOptions = true,
    description = {
      "Goes on by hand with the last run of MACHINE that broke off under the agent (power, cable,",
      "crash, cancel): shows from which line, what is sent before and what must be true, and asks.",
      "The agent must be stopped meanwhile, because a port has one master. The lot has gone back"
          + " to",
      "the neighbourhood when the run broke off; what is made here is the workshop's own.",
      ""
    },
    footer = {"", "Keys and exit codes are those of agent stream."})
final class RestartCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MACHINE", description = "its name in workshop.yaml")
  private String machine = "";

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--from-line",
      paramLabel = "N",
      description = "the last safe line not after N (default: where it broke off)")
  private @Nullable String fromLine;

  @Option(names = "--check", description = "only show from where and how; nothing is sent")
  private boolean check;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.setProperty("vicinal.log.level", "WARN");
    var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    var settings = options.settings().checked();
    Start start = fromLine == null ? new Start.BrokenOff() : StreamCommand.start(fromLine);
    var job = new BrokenRuns(settings.dataFolder()).job(settings, machine, start, check);
    try (var _ = Folder.take(settings.dataFolder())) {
      return new Stream(job, new Keys(System.in), out).run().exitCode();
    }
  }
}
