package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people file: receipts and the year. */
final class PaperSteps {
  private PaperSteps() {}

  /** {@code order receipt}. */
  @Command(
      name = "receipt",
      mixinStandardHelpOptions = true,
      description = "Prints what was agreed, owed and ticked about the lots of an order, as text.")
  static final class Receipt extends OrderSteps.Step {
    @Option(names = "--lot", paramLabel = "LOT", description = "Only this one.")
    private @Nullable String lot;

    @Spec private @Nullable CommandSpec spec;

    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      int printed = 0;
      for (var one : client.get("lots?order=" + order.order()).path("lots")) {
        var name = one.path("lot").asString();
        if (lot == null || lot.equals(name)) {
          out.print(printed++ == 0 ? "" : "\n");
          out.print(client.text("lots/" + name + "/receipt"));
        }
      }
      if (printed == 0) {
        out.println("Nothing was awarded yet, so there is nothing to have a receipt of.");
      }
      out.flush();
      return 0;
    }
  }

  /** {@code order statement}. */
  @Command(
      name = "statement",
      mixinStandardHelpOptions = true,
      description = {
        "Prints what was owed and ticked in a year as CSV, the newest last; the sums on standard",
        "error. A customer sees what they ordered, a workshop what it made, a steward everything."
      },
      footer = {
        "",
        "  ./vicinal order statement 2026 --token TOKEN > 2026.csv",
        "  ./vicinal order statement 2026 --link LINK"
      })
  static final class StatementStep implements Callable<Integer> {
    @Parameters(paramLabel = "YEAR", description = "Four digits; it ends at midnight UTC.")
    private String year = "";

    @Option(names = "--link", paramLabel = "LINK", description = "Of an order of yours.")
    private @Nullable String link;

    @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
    private URI coordinator = URI.create("http://127.0.0.1:8080");

    @Option(names = "--token", paramLabel = "TOKEN", description = "Of whom it is about.")
    private @Nullable String token;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
      var client =
          link == null ? new ApiClient(coordinator, token) : SecretLink.parse(link).client(token);
      var line = Objects.requireNonNull(spec).commandLine();
      line.getOut().print(client.text("statements/" + year, "text/csv"));
      line.getOut().flush();
      client
          .get("statements/" + year)
          .path("sums")
          .properties()
          .forEach(sum -> line.getErr().println("in all: " + sum.getValue().asString()));
      line.getErr().flush();
      return 0;
    }
  }
}
