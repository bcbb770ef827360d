package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent jog MACHINE}: moves the tool by hand. */
@Command(
    name = "jog",
    mixinStandardHelpOptions = true,
    description = {
      "Moves the tool of MACHINE a short way from where it stands, while it has no run. A mill stays",
      "in the space around its confirmed stock, or else within its own length. Afterwards somebody",
      "confirms again.",
      ""
    },
    footer = {
      "",
      "Example: agent jog router --x 10 --z -0.5 --feed 600",
      "Holding a key down is POST /machines/NAME/drive and release (docs/api-agent.md)."
    })
final class JogCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MACHINE", description = "its name in workshop.yaml")
  private String machine = "";

  @Option(names = "--x", paramLabel = "MM", description = "to the right, with minus to the left")
  private @Nullable Double x;

  @Option(names = "--y", paramLabel = "MM", description = "to the back, with minus to the front")
  private @Nullable Double y;

  @Option(names = "--z", paramLabel = "MM", description = "up, with minus down")
  private @Nullable Double z;

  @Option(names = "--feed", paramLabel = "MM/MIN", description = "how fast (default: 1000)")
  private @Nullable Double feed;

  @Option(names = "--beyond", description = "out of the space around the stock: you are looking")
  private boolean beyond;

  @Option(names = "--cancel", description = "break off what moves by hand")
  private boolean cancel;

  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var said = new HashMap<String, String>(Map.of("who", asking.who()));
    if (!cancel) {
      say(said, "x", x);
      say(said, "y", y);
      say(said, "z", z);
      say(said, "feed", feed);
      said.put("beyond", Boolean.toString(beyond));
    }
    var answer =
        asking.client().ask(Asking.machine(machine), cancel ? "release" : "jog", Map.copyOf(said));
    var line = Objects.requireNonNull(spec).commandLine();
    return Asking.tell(
        line.getOut(), line.getErr(), answer, machine + (cancel ? " stops." : " moves."));
  }

  private static void say(Map<String, String> said, String what, @Nullable Double value) {
    if (value != null) {
      said.put(what, value.toString());
    }
  }
}
