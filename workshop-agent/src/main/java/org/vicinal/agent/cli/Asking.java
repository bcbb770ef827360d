package org.vicinal.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.AgentSettings;
import org.vicinal.agent.control.ControlClient;
import org.vicinal.agent.machine.Answer;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.MachineId;
import picocli.CommandLine.Option;

/** Which running agent is asked, and by whom. */
final class Asking {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the agent's data folder (what --config says, or workshop-data)")
  private @Nullable String data;

  @Option(names = "--config", paramLabel = "FILE", description = "the agent's workshop.yaml")
  private @Nullable Path config;

  @Option(names = "--who", paramLabel = "NAME", description = "who you are (your login name)")
  private @Nullable String who;

  ControlClient client() throws IOException {
    return new ControlClient(settings().dataFolder());
  }

  AgentSettings settings() {
    var flags = data == null ? Map.<String, String>of() : Map.of("data", data);
    return RunOptions.read(config, flags);
  }

  String who() {
    return who == null ? System.getProperty("user.name", "somebody here") : who;
  }

  static MachineId machine(String name) {
    try {
      return new MachineId(name);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationError(String.valueOf(e.getMessage()));
    }
  }

  /** Tells the answer, and the exit code that goes with it. */
  static int tell(PrintWriter out, PrintWriter err, Answer answer, String done) {
    return switch (answer) {
      case Answer.Done _ -> {
        out.println(done);
        yield 0;
      }
      case Answer.Refused refused -> {
        err.println("agent: " + refused.reason());
        yield 1;
      }
    };
  }
}
