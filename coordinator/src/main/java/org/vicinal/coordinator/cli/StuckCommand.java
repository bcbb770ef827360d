package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coordinator stuck}: what a steward may want to look at. */
@Command(
    name = "stuck",
    mixinStandardHelpOptions = true,
    description = "Lists orders that are late, disputed, or without news for three days, and why.")
final class StuckCommand implements Callable<Integer> {
  @Mixin private Reach reach = new Reach();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var stuck = reach.client().get("stuck").path("stuck");
    for (var one : stuck) {
      System.out.printf(
          "%s  %s: %s; waits: %s until %s%n",
          one.path("order").asString(),
          one.path("title").asString(),
          one.path("why").asString(),
          one.path("waitingFor").path("what").asString("nothing"),
          one.path("waitingFor").path("until").asString("nobody knows"));
    }
    if (stuck.isEmpty()) {
      System.out.println("Nothing is stuck.");
    }
    return 0;
  }
}
