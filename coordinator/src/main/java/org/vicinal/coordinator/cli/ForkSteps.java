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

/** {@code design offer}, {@code take} and {@code decline}: what forks give back. */
abstract class ForkSteps implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DESIGN", description = "That it goes back to.")
  private String design = "";

  @Parameters(
      index = "1",
      paramLabel = "FORK",
      description = "A release of the fork: fork@version.")
  private String fork = "";

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--token",
      required = true,
      paramLabel = "TOKEN",
      description = "Of the role designer.")
  private String token = "";

  String design() {
    return design;
  }

  ReleaseRef fork() {
    return release(fork);
  }

  static ReleaseRef release(String text) {
    try {
      return ReleaseRef.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationError(String.valueOf(e.getMessage()));
    }
  }

  void post(String path, Map<String, Object> body) throws IOException, InterruptedException {
    new ApiClient(coordinator, token).post("designs/" + design + "/offers" + path, body);
  }

  @Command(
      name = "offer",
      mixinStandardHelpOptions = true,
      description = "Offers a release of your fork back to the design that it grew out of.")
  static final class Offer extends ForkSteps {
    @Parameters(index = "2", paramLabel = "NOTE", description = "What is better in it.")
    private String note = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
      post("", Map.of("release", fork().toString(), "note", note));
      System.out.println(fork() + " is offered to " + design() + ". Its designer answers.");
      return 0;
    }
  }

  @Command(
      name = "take",
      mixinStandardHelpOptions = true,
      description = "Publishes a fork's release as your design's next one; both are credited.")
  static final class Take extends ForkSteps {
    @Option(
        names = "--release",
        required = true,
        paramLabel = "VERSION",
        description = "Its version here.")
    private String version = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
      post("/" + fork() + "/taking", Map.of("version", version));
      System.out.println("Published " + design() + "@" + version + ", taken from " + fork());
      return 0;
    }
  }

  @Command(
      name = "decline",
      mixinStandardHelpOptions = true,
      description = "Says why a fork's release is not taken.")
  static final class Decline extends ForkSteps {
    @Parameters(index = "2", paramLabel = "REASON", description = "For everybody to read.")
    private String reason = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
      post("/" + fork() + "/declining", Map.of("reason", reason));
      System.out.println(fork() + " is not taken: " + reason);
      return 0;
    }
  }
}
