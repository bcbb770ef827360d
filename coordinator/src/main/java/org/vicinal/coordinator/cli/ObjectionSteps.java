package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.ReleaseRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code design warn} and {@code design withdraw}: what is said against a release. */
abstract class ObjectionSteps implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RELEASE", description = "design@version.")
  private String release = "";

  @Parameters(index = "1", paramLabel = "REASON", description = "For whoever makes or uses it.")
  private String reason = "";

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--token",
      required = true,
      paramLabel = "TOKEN",
      description = "Its designer's, or a steward's.")
  private String token = "";

  /** Says it, and prints what has become of the release. */
  Integer object(String step, String done) throws IOException, InterruptedException {
    ReleaseRef ref;
    try {
      ref = ReleaseRef.parse(release);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationError(String.valueOf(e.getMessage()));
    }
    new ApiClient(coordinator, token)
        .post(
            "designs/%s/releases/%s/%s".formatted(ref.design(), ref.version(), step),
            Map.of("reason", reason));
    System.out.println(ref + " is " + done + ": " + reason);
    return 0;
  }

  @Command(
      name = "warn",
      mixinStandardHelpOptions = true,
      description = "Says what whoever makes or uses a release should know. It can be ordered on.")
  static final class Warn extends ObjectionSteps {
    @Override
    public Integer call() throws IOException, InterruptedException {
      return object("warning", "warned about");
    }
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Withdraws a release: it cannot be ordered any more, and stays readable.")
  static final class Withdraw extends ObjectionSteps {
    @Override
    public Integer call() throws IOException, InterruptedException {
      return object("withdrawal", "withdrawn");
    }
  }
}
