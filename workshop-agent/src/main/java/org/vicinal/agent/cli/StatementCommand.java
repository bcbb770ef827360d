package org.vicinal.agent.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** {@code agent statement}: what the workshop's lots of a year came to. */
@Command(
    name = "statement",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what this workshop was owed in a year and what was ticked as paid and received, as",
      "CSV. It asks the coordinator; the agent need not run."
    },
    footer = {"", "  ./vicinal agent statement 2026 > 2026.csv"})
final class StatementCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Mixin private Asking asking = new Asking();

  @Parameters(paramLabel = "YEAR", description = "four digits; it ends at midnight UTC")
  private String year = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!year.matches("[0-9]{4}")) {
      throw new ConfigurationError(
          "Expected four digits such as 2026, but found \"%s\".".formatted(year));
    }
    var enrolment = RunCommand.enrolment(asking.settings().enrolmentFile());
    var address = URI.create(enrolment.coordinatorUrl()).resolve("/api/v1/statements/" + year);
    var request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + enrolment.token())
            .header("Accept", "text/csv")
            .timeout(PATIENCE)
            .build();
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = http.send(request, BodyHandlers.ofString());
      var line = Objects.requireNonNull(spec).commandLine();
      if (answer.statusCode() != 200) {
        line.getErr().println("agent: " + why(answer.statusCode(), answer.body()));
        return 1;
      }
      line.getOut().print(answer.body());
      line.getOut().flush();
      return 0;
    } catch (java.net.ConnectException e) {
      throw new IOException(
          "Expected the coordinator at %s, but nobody answers there. Try again later."
              .formatted(enrolment.coordinatorUrl()),
          e);
    }
  }

  private static String why(int status, String body) {
    try {
      return Json.WIRE
          .mapper()
          .readTree(body)
          .path("detail")
          .asString("The coordinator answered " + status + ".");
    } catch (JacksonException notJson) {
      return "The coordinator answered " + status + ".";
    }
  }
}
