package org.vicinal.demo.chaos;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.demo.bench.BenchMain;
import org.vicinal.demo.bench.Scratch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./vicinal bench chaos}. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = {
      "Customers order while a coordinator with its broker, two workshops and three machines are"
          + " killed, stopped, cut off and run out of disk, as a seed says; then everything is put"
          + " right, and what was acknowledged is held against what is there and against what the"
          + " machines have executed. The script follows from the seed; how far each process has got"
          + " when it is struck does not.",
      "The full disk is a file system of its own (unshare and mount, as anybody where the system"
          + " allows it); without it the rest happens, and the run says so."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing acknowledged is lost, no piece was begun twice, every order has ended",
      "1:it is not so; the sentences say where, and the folder is kept",
      "2:asked wrongly"
    })
public final class ChaosCommand implements Callable<Integer> {
  @Option(names = "--seed", description = "Of the script (default: another one each time).")
  private @Nullable Long seed;

  @Option(names = "--seconds", description = "How long things happen (default: ${DEFAULT-VALUE}).")
  private int seconds = 600;

  @Option(
      names = "--quiet-seconds",
      description = "How long all may take to end afterwards (default: ${DEFAULT-VALUE}).")
  private int quietSeconds = 300;

  @Option(
      names = "--speed",
      description = "How much faster than real the machines are (default: ${DEFAULT-VALUE}).")
  private double speed = 60;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the town, kept (default: a new one, kept when something is wrong).")
  private @Nullable Path data;

  @Option(names = "--inside", hidden = true, description = "Begun where disks can be mounted.")
  private boolean inside;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!inside && SmallDisk.possible()) {
      return again();
    }
    long chosen = seed == null ? new SplittableRandom().nextLong(1_000_000) : seed;
    var folder = data == null ? Files.createTempDirectory("vicinal-chaos") : data;
    System.out.printf("seed %d, %d s; town in %s%n", chosen, seconds, folder);
    if (!inside) {
      System.out.println("LEFT OUT: the full disk, since unshare and mount are not allowed here.");
    }
    var verdict =
        new Run(
                new Run.Settings(
                    chosen,
                    Duration.ofSeconds(seconds),
                    Duration.ofSeconds(quietSeconds),
                    speed,
                    folder,
                    inside))
            .perform();
    return judge(verdict, chosen, folder);
  }

  private int judge(Verdict verdict, long chosen, Path folder) throws IOException {
    System.out.println("orders by their ends: " + verdict.ends());
    if (verdict.faults().isEmpty()) {
      System.out.println("all is as it must be");
      if (data == null) {
        Scratch.delete(folder);
      }
      return 0;
    }
    verdict.faults().forEach(fault -> System.out.println("FAULT: " + fault));
    System.out.printf(
        "%d faults. Again: ./vicinal bench chaos --seed %d --seconds %d; logs in %s%n",
        verdict.faults().size(), chosen, seconds, folder.resolve("logs"));
    return 1;
  }

  /** The same in a process that may mount. */
  private int again() throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BenchMain.class.getName(), "chaos", "--inside"));
    command.addAll(
        List.of("--seconds=" + seconds, "--quiet-seconds=" + quietSeconds, "--speed=" + speed));
    if (seed != null) {
      command.add("--seed=" + seed);
    }
    if (data != null) {
      command.add("--data=" + data);
    }
    return new ProcessBuilder(SmallDisk.within(command)).inheritIO().start().waitFor();
  }
}
