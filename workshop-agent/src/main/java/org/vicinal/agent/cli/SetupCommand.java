package org.vicinal.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.setup.Interview;
import org.vicinal.agent.setup.SettingUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agent setup}: from a machine on a cable to a workshop.yaml and an enrolment. */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the machines on this computer, asks who they are, asks you the few things that nobody",
      "else knows, writes workshop.yaml, and enrols the workshop at its coordinator. Moves and heats",
      "nothing; but opening a port resets most boards, so not while a machine prints from its card.",
      "",
      "Ends with 0 when the workshop is ready to run, 1 when only its enrolment is missing, 2 when",
      "nothing was written."
    },
    footer = {
      "",
      "Examples:",
      "  ./vicinal agent setup --coordinator https://vicinal.example --token \"$(cat token)\"",
      "  ./vicinal agent setup --enrolment enrolment.json        # a workshop.yaml that is there stays",
      "  ./vicinal agent setup --port simulated:marlin --yes --answer machine1.room=220x220x250"
    })
final class SetupCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "what is written (default: ${DEFAULT-VALUE})")
  private Path config = Path.of("workshop.yaml");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of journal and enrolment (default: workshop-data beside the file)")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "a machine's; as often as there are machines (default: all that are found)")
  private List<String> ports = List.of();

  @Option(
      names = "--answer",
      paramLabel = "KEY=WORDS",
      description =
          "answers a question beforehand, such as hours=always; a wrong key names them all")
  private Map<String, String> answers = Map.of();

  @Option(names = "--yes", description = "takes what is usual for all that is not answered")
  private boolean yes;

  @Option(names = "--replace", description = "an existing file is written anew")
  private boolean replace;

  @Option(names = "--coordinator", paramLabel = "URL", description = "where to enrol")
  private @Nullable String coordinator;

  @Option(names = "--token", paramLabel = "TOKEN", description = "the steward's, for the enrolment")
  private @Nullable String token;

  @Option(
      names = "--enrolment",
      paramLabel = "FILE",
      description = "the enrolment, when the steward has given you one")
  private @Nullable Path enrolment;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    boolean enrolling = enrolment != null || coordinator != null;
    boolean written = Files.exists(config) && !replace;
    if (written && !enrolling) {
      throw new IOException(
          "Expected to write %s, but it is there already. Say --replace, or another --config; or --enrolment or --coordinator to enrol only."
              .formatted(config));
    }
    if ((coordinator == null) != (token == null)) {
      throw new IOException("Expected --coordinator and --token together, or neither.");
    }
    var folder = data != null ? data : config.toAbsolutePath().resolveSibling("workshop-data");
    var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    var interview = new Interview(in, out, answers, yes);
    var setting =
        new SettingUp(
            interview,
            config,
            folder.toAbsolutePath().normalize(),
            file -> RunOptions.read(file, Map.of()).checked());
    if (!written) {
      setting.write(ports);
    }
    if (!setting.enrol(enrolment, coordinator, token)) {
      out.println("Not enrolled yet: ask the steward of your coordinator for an enrolment, then");
      out.printf("  ./vicinal agent setup --config %s --enrolment FILE%n", config);
      return 1;
    }
    out.printf("Next: ./vicinal agent run --config %s%n", config);
    out.printf("  or: ./vicinal agent service install --config %s%n", config);
    return 0;
  }
}
