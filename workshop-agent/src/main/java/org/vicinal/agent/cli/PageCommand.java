package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agent page}: the address of the running agent's page. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the address of the running agent's page, with its key: open it in a browser on this"
          + " machine.",
      "Whoever has the address can run the machines; it ends with the agent."
    })
final class PageCommand implements Callable<Integer> {
  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(asking.client().page());
    out.flush();
    return 0;
  }
}
