package org.vicinal.coordinator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.vault.SafeFile;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coordinator enrol}: lets a workshop in. */
@Command(
    name = "enrol",
    mixinStandardHelpOptions = true,
    description = {
      "Lets a workshop in, or gives one that is in a new secret, and writes its enrolment.json.",
      "The secret is shown nowhere else: give the file to the workshop and to nobody else."
    })
final class EnrolCommand implements Callable<Integer> {
  @Mixin private Reach reach = new Reach();

  @Parameters(paramLabel = "WORKSHOP", description = "Its id, such as mill-lane.")
  private String workshop = "";

  @Option(names = "--name", paramLabel = "NAME", description = "Its name, for people.")
  private @Nullable String name;

  @Option(names = "--place", paramLabel = "LAT,LON", description = "In decimal degrees.")
  private @Nullable String place;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it (default: to the terminal).")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var body =
        name == null && place == null
            ? Map.of()
            : Map.of("name", name == null ? workshop : name, "place", place("--place", place));
    var enrolment = reach.client().post("workshops/" + workshop + "/enrolments", body);
    if (!enrolment.has("secret")) {
      throw new ApiClient.Failed(
          "The enrolment takes longer than usual. Ask again in a moment: the same command.");
    }
    var text = enrolment.toPrettyString() + "\n";
    if (output == null) {
      System.out.print(text);
    } else {
      SafeFile.write(output.toAbsolutePath(), text.getBytes(UTF_8));
      System.out.println("Enrolled " + workshop + "; its enrolment is in " + output);
    }
    return 0;
  }

  /** Two numbers by a comma; {@code flag} is named when they are not. */
  static Map<String, Double> place(String flag, @Nullable String text) {
    var numbers = text == null ? new String[0] : text.split(",", -1);
    try {
      if (numbers.length == 2) {
        return Map.of(
            "latitude", Double.valueOf(numbers[0].strip()),
            "longitude", Double.valueOf(numbers[1].strip()));
      }
    } catch (NumberFormatException e) {
      // Falls through: the answer is the same.
    }
    throw new ConfigurationError(
        "Expected %s LAT,LON such as 51.4501,-0.9680, but found %s."
            .formatted(flag, text == null ? "none" : "\"" + text + "\""));
  }
}
