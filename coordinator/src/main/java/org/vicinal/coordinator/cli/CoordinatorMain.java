package org.vicinal.coordinator.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.Configuration;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vicinal coordinator}: starts a coordinator, or asks something of one. */
@Command(
    name = "coordinator",
    mixinStandardHelpOptions = true,
    version = "Vicinal 0.1.0",
    sortOptions = false,
    description = {
      "Runs the coordinator of a community: its broker, its rules, its API and its page.",
      "",
      "Settings come from the file, then the environment (VICINAL_COORDINATOR_PORT=8080), then",
      "the flags, each over the one before. In the file a key is a flag without its dashes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./vicinal coordinator --data /var/lib/vicinal",
      "  ./vicinal coordinator doctor --data /var/lib/vicinal",
      "  ./vicinal coordinator token --role customer --name ana",
      "  ./vicinal coordinator enrol mill-lane --name \"Mill Lane\" --place 51.45,-0.97 -o e.json"
    },
    exitCodeOnInvalidInput = 2,
    subcommands = {
      TokenCommand.class,
      EnrolCommand.class,
      RulesCommand.class,
      OrdersCommand.class,
      WorkshopsCommand.class,
      StuckCommand.class,
      QuarantineCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      DoctorCommand.class,
      FsckCommand.class,
      CollectCommand.class,
      CommandLine.HelpCommand.class
    })
public final class CoordinatorMain implements Callable<Integer> {
  static final String ENVIRONMENT = "VICINAL_COORDINATOR_";

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings in YAML.")
  private @Nullable Path config;

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none"); // logback.xml
    System.exit(commandLine().execute(arguments));
  }

  /** Its flags and subcommands. */
  public static CommandLine commandLine() {
    var spec = CommandSpec.forAnnotatedObject(new CoordinatorMain());
    SettingFlags.addTo(spec);
    return withErrors(new CommandLine(spec));
  }

  /** Errors as sentences: 2 for what was asked wrongly, 1 for what went wrong. */
  static CommandLine withErrors(CommandLine line) {
    return line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println(words(failure));
          return failure instanceof ConfigurationError ? 2 : 1;
        });
  }

  private static String words(Exception failure) {
    boolean ours = failure instanceof ConfigurationError || failure instanceof ApiClient.Failed;
    return ours ? String.valueOf(failure.getMessage()) : "Something went wrong: " + failure;
  }

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    var settings = settings();
    var stopped = new CountDownLatch(1);
    var coordinator = Coordinator.start(settings);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      coordinator.close();
                      stopped.countDown();
                    }));
    System.out.printf(
        Locale.ROOT,
        "Vicinal coordinator ready at %s (data in %s), %.1f s%n",
        coordinator.address(),
        settings.dataFolder(),
        (System.nanoTime() - began) / 1e9);
    stopped.await();
    return 0;
  }

  CoordinatorSettings settings() {
    return Configuration.read(
        CoordinatorSettings.class, config, ENVIRONMENT, System.getenv(), given());
  }

  /** The flags that were given, by their names without dashes. */
  private Map<String, String> given() {
    var given = new LinkedHashMap<String, String>();
    if (spec == null) {
      return given;
    }
    for (var option : spec.commandLine().getParseResult().matchedOptions()) {
      var key = option.longestName().replaceFirst("^--", "");
      if (!key.equals("config") && option.getValue() instanceof String value) {
        given.put(key, value);
      }
    }
    return given;
  }
}
