package org.vicinal.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.slicing.PrusaSlicer;
import org.vicinal.agent.slicing.SliceLimits;
import org.vicinal.agent.slicing.SliceOrder;
import org.vicinal.agent.slicing.SliceRefused;
import org.vicinal.agent.slicing.Slicing;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.work.Turning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent slice MODEL}: the program that this workshop would make of a model. */
@Command(
    name = "slice",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a program of a model with PrusaSlicer, as the workshop does before it bids, and says"
          + " how",
      "long it takes and what it uses. The profile is a flat file, or a printer of a vendor's"
          + " bundle.",
      "",
      "Ends with 0 when there is a program that may run, 1 when not, 2 when asked wrongly."
    },
    footer = {
      "",
      "Examples:",
      "  ./vicinal agent slice hook.stl --profile my-printer.ini -o hook.gcode",
      "  ./vicinal agent slice hook.stl --bundle Creality --printer \"Creality Ender-3 (0.4 mm"
          + " nozzle)\" \\",
      "      --material PETG --like ender-3"
    })
final class SliceCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MODEL", description = "an STL, 3MF or OBJ file")
  private Path model = Path.of("");

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "a flat profile, as PrusaSlicer exports it")
  private @Nullable Path profile;

  @Option(
      names = "--bundle",
      paramLabel = "NAME",
      description = "a vendor's profiles: a name such as Creality, or a file")
  private @Nullable String bundle;

  @Option(names = "--printer", paramLabel = "NAME", description = "the printer in the bundle")
  private @Nullable String printer;

  @Option(
      names = "--print",
      paramLabel = "NAME",
      description = "layers and speeds in the bundle; the printer's default when nothing is said")
  private @Nullable String print;

  @Option(
      names = "--material",
      paramLabel = "WORD",
      defaultValue = "PLA",
      description = "such as PETG (default: ${DEFAULT-VALUE})")
  private String material = "PLA";

  @Option(
      names = "--supports",
      paramLabel = "WORD",
      description = "auto: where the part hangs over (default); never")
  private @Nullable String supports;

  @Option(
      names = "--like",
      paramLabel = "MACHINE",
      description = "check the program for this machine, such as ender-3 or a profile's file")
  private @Nullable String like;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where the program goes (default: beside the model)")
  private @Nullable Path output;

  @Option(
      names = "--slicer",
      paramLabel = "FILE",
      description = "PrusaSlicer, when it is not on the PATH")
  private @Nullable Path slicer;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    var err = spec.commandLine().getErr();
    var asked = slicing();
    if (!Files.isRegularFile(model)) {
      throw new ConfigurationError(
          "Expected a model at %s, but there is no such file.".formatted(model));
    }
    var result = output == null ? beside(model) : output;
    var part = result.resolveSibling(result.getFileName() + ".part");
    try {
      var order =
          SliceOrder.laid(
              model,
              Digest.of(Files.readAllBytes(model)),
              asked.profile(material),
              Turning.ANY_FACE);
      var with = slicer();
      err.printf("%s, %s%n", with.version(), order.profile().name());
      with.slice(order, part, percent -> progress(err, percent));
      Files.move(part, result, StandardCopyOption.REPLACE_EXISTING);
      return tell(out, result, Inspector.of(limits()).inspect(result));
    } catch (SliceRefused e) {
      err.println("No program: " + e.getMessage());
      return 1;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Slicing slicing() {
    try {
      var flat = profile == null ? null : Map.of(material, profile.toString());
      return new Slicing(flat, bundle, printer, print, null, supports);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationError(
          "Expected --profile FILE, or --bundle NAME with --printer NAME. " + e.getMessage());
    }
  }

  private PrusaSlicer slicer() throws SliceRefused {
    if (slicer != null) {
      return PrusaSlicer.at(slicer, SliceLimits.USUAL);
    }
    return PrusaSlicer.find(SliceLimits.USUAL)
        .orElseThrow(
            () ->
                new ConfigurationError(
                    "Expected prusa-slicer on the PATH, but found none. Install it (Debian: apt"
                        + " install prusa-slicer) or say --slicer FILE."));
  }

  private MachineLimits limits() throws IOException {
    if (like == null) {
      return MachineLimits.find("ender-3").orElseThrow();
    }
    var known = MachineLimits.find(like);
    return known.isPresent() ? known.get() : MachineLimits.read(Path.of(like));
  }

  private static void progress(PrintWriter err, int percent) {
    err.printf("%3d %%%n", percent);
    err.flush();
  }

  private static Path beside(Path model) {
    var name = String.valueOf(model.getFileName()).replaceFirst("\\.[^.]+$", "");
    return model.resolveSibling(name + ".gcode");
  }

  private int tell(PrintWriter out, Path result, Inspection inspection) {
    long seconds = Math.round(inspection.seconds().total());
    out.printf(
        Locale.ROOT,
        "%s: %d h %02d min, %.1f g, %d layers%n",
        result,
        seconds / 3600,
        seconds % 3600 / 60,
        inspection.filament().grams(),
        inspection.layers());
    if (like == null) {
      return 0;
    }
    inspection.findings().stream()
        .filter(finding -> finding.severity() == org.vicinal.gcode.Finding.Severity.ERROR)
        .forEach(finding -> out.printf("line %d: %s%n", finding.line(), finding.text()));
    out.println(
        inspection.mayRun() ? "It may run on " + like + "." : "It must not run on " + like + ".");
    return inspection.mayRun() ? 0 : 1;
  }
}
