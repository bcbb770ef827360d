package org.vicinal.coordinator.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./vicinal design}: manifests of designs and workshops, and publishing. */
@Command(
    name = "design",
    mixinStandardHelpOptions = true,
    version = "Vicinal 0.1.0",
    description = {
      "Looks at manifests of designs (Open Know-How) and workshops (Open Know-Where), converts",
      "them, proposes one for a folder that has none, publishes a folder as a release, and finds",
      "what others have published."
    },
    footer = {
      "",
      "Examples:",
      "  ./vicinal design inspect okh.toml",
      "  ./vicinal design convert okh.toml --to okh-v1",
      "  ./vicinal design propose my-hook > my-hook/okh.toml",
      "  ./vicinal design publish my-hook --token TOKEN",
      "  ./vicinal design search coat hook --near 51.45,-0.98",
      "  ./vicinal design fork coat-hook@1.0.0 my-hook",
      "  ./vicinal design diff coat-hook@1.0.0 wide-hook@1.1.0",
      "  ./vicinal design builds coat-hook --format geojson",
      "  ./vicinal design withdraw my-hook@1.0.0 \"It breaks under a wet coat\" --token TOKEN"
    },
    exitCodeOnInvalidInput = 2,
    subcommands = {
      InspectCommand.class,
      ConvertCommand.class,
      ProposeCommand.class,
      PublishCommand.class,
      SearchCommand.class,
      ForkCommand.class,
      DiffCommand.class,
      ForkSteps.Offer.class,
      ForkSteps.Take.class,
      ForkSteps.Decline.class,
      BuildsCommand.class,
      ConsentCommand.class,
      ObjectionSteps.Warn.class,
      ObjectionSteps.Withdraw.class,
      CommandLine.HelpCommand.class
    })
public final class DesignMain implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return CoordinatorMain.withErrors(new CommandLine(new DesignMain()));
  }

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
    }
    return 2;
  }
}
