package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.sheet.Labels;
import org.vicinal.coordinator.sheet.Named;
import org.vicinal.coordinator.sheet.Pairs;
import org.vicinal.coordinator.sheet.SheetError;
import org.vicinal.coordinator.sheet.SheetFiles;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.work.Requirement;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code match}: which of these parts can be made on which of these machines, and why not. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Compares every part with every machine and says can, or cannot and every reason.",
      "Parts and machines are YAML or JSON files, parts also models (STL, 3MF, OBJ) and programs (G-code); docs/matching.md tells the form.",
      "Ends with 0 if every file was read (and, with --labels, every label agrees), 1 if not, 2 if the command line was wrong."
    })
public final class MatchMain implements Callable<Integer> {
  @Option(names = "--parts", required = true, paramLabel = "DIR", description = "Folder or file.")
  private Path parts = Path.of("");

  @Option(
      names = "--machines",
      required = true,
      paramLabel = "DIR",
      description = "Folder or file.")
  private Path machines = Path.of("");

  @Option(names = "--json", description = "One JSON object instead of lines.")
  private boolean json;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Compare with what this file says, and list only disagreements.")
  private @Nullable Path labels;

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return CoordinatorMain.withErrors(new CommandLine(new MatchMain()));
  }

  @Override
  public Integer call() throws IOException {
    var commandLine = java.util.Objects.requireNonNull(spec).commandLine();
    var out = commandLine.getOut();
    var err = commandLine.getErr();
    for (var path : List.of(parts, machines)) {
      if (!Files.exists(path)) {
        err.println("Expected a folder or file, but found none at " + path + ". Look at the path.");
        return 2;
      }
    }
    var files = new SheetFiles();
    var wanted = files.parts(parts);
    var there = files.machines(machines);
    files.problems().forEach(err::println);
    wanted.forEach(part -> part.notes().forEach(err::println));
    there.forEach(machine -> machine.notes().forEach(err::println));
    err.flush();
    boolean agrees = true;
    if (labels != null) {
      agrees = compare(wanted, there, labels, out, err);
    } else if (json) {
      writeJson(wanted, there, files.problems(), out);
    } else {
      for (var part : wanted) {
        for (var machine : there) {
          out.println(Pairs.of(part, machine).words());
        }
      }
    }
    out.flush();
    return files.problems().isEmpty() && agrees ? 0 : 1;
  }

  private static void writeJson(
      List<Named<Requirement>> parts,
      List<Named<MachineProfile>> machines,
      List<String> problems,
      PrintWriter out) {
    out.println("{\"pairs\": [");
    var comma = "";
    for (var part : parts) {
      for (var machine : machines) {
        out.print(comma + text(Pairs.of(part, machine)));
        comma = ",\n";
      }
    }
    out.println("\n], \"problems\": " + text(problems) + "}");
  }

  private static String text(Object value) {
    return new String(Json.WIRE.write(value), StandardCharsets.UTF_8);
  }

  private boolean compare(
      List<Named<Requirement>> parts,
      List<Named<MachineProfile>> machines,
      Path file,
      PrintWriter out,
      PrintWriter err)
      throws IOException {
    Labels.Score score;
    try {
      score = Pairs.score(parts, machines, Labels.read(file));
    } catch (SheetError e) {
      err.println(e.words());
      return false;
    }
    if (json) {
      out.println(
          "{\"pairs\": %d, \"can\": %d, \"precision\": %s, \"recall\": %s, \"reasonsCompared\": %d, \"disagreements\": %s}"
              .formatted(
                  score.pairs(),
                  score.labelledCan(),
                  score.precision(),
                  score.recall(),
                  score.reasonsCompared(),
                  text(score.disagreements())));
    } else {
      score.disagreements().forEach(out::println);
      out.println(
          String.format(
              Locale.ROOT,
              "%d parts, %d machines, %d labelled pairs, %d of them can: precision %.4f, recall %.4f; reasons compared for %d pairs; %d disagreements.",
              parts.size(),
              machines.size(),
              score.pairs(),
              score.labelledCan(),
              score.precision(),
              score.recall(),
              score.reasonsCompared(),
              score.disagreements().size()));
    }
    return score.disagreements().isEmpty();
  }
}
