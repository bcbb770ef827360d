package org.vicinal.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vicinal.agent.control.ControlClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.play.Play;
import org.vicinal.demo.screen.Screen;
import org.vicinal.demo.story.Stories;
import org.vicinal.demo.town.Installation;
import org.vicinal.demo.town.Letterbox;
import org.vicinal.demo.town.Places;
import org.vicinal.demo.town.Town;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./vicinal demo}: a small town at work. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a coordinator and three workshops with five simulated machines, places four orders",
      "(and a fifth, a model without a program, where PrusaSlicer is installed) and shows them from",
      "call to end; then tells five stories of what happens after the making. The page stays up",
      "until Ctrl-C.",
      ""
    })
public final class DemoMain implements Callable<Integer> {
  @Option(
      names = "--once",
      description =
          "End when the orders have ended, without stories unless --story names some: with 0 when all went as it should, else 1.")
  private boolean once;

  @Option(
      names = "--story",
      paramLabel = "NAME",
      description =
          "Tell only what happens after the making: well, refused, breaks, uncollected, dispute, or all of them, side by side.")
  private String story = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of everything the town keeps; a second start finds it again (default: data/demo).")
  private Path data = Installation.home().resolve("data").resolve("demo");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Of the coordinator's page (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description =
          "How much faster than real the simulated machines are (default: ${DEFAULT-VALUE}).")
  private double speed = 300;

  private final Screen screen = Screen.here();

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DemoMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    var stories = stories();
    var letterbox = Letterbox.open();
    var options = new HashMap<>(letterbox.options());
    options.put("--scaled-days", "true");
    var town = new Town(data, port, speed, Places.WORKSHOPS, options);
    Runtime.getRuntime().addShutdownHook(new Thread(town::close, "stop"));
    try {
      open(town, began);
      var play = new Play(town, screen);
      var complaints = stories.isEmpty() ? play.perform() : tell(play, stories, letterbox, town);
      screen.say("%nAll orders have ended after %.1f s.".formatted(secondsSince(began)));
      if (stories.isEmpty() && !once) {
        screen.say("%nWhat happens after the making, in five stories:".formatted());
        Stories.tell(Stories.names(), town, letterbox, screen).forEach(screen::say);
      }
      complaints.forEach(screen::say);
      if (!once) {
        stay(town);
      }
      return complaints.isEmpty() ? 0 : 1;
    } catch (IOException | IllegalStateException e) {
      System.err.printf("demo: %s%nThe logs are in %s.%n", e.getMessage(), town.logs());
      return 1;
    } finally {
      town.close();
      letterbox.close();
    }
  }

  private List<String> stories() {
    if (story.isEmpty()) {
      return List.of();
    }
    if (!story.equals("all") && !Stories.names().contains(story)) {
      throw new CommandLine.ParameterException(
          new CommandLine(this),
          "Expected --story to be all or one of %s, but found \"%s\"."
              .formatted(String.join(", ", Stories.names()), story));
    }
    return story.equals("all") ? Stories.names() : List.of(story);
  }

  private List<String> tell(Play play, List<String> stories, Letterbox letterbox, Town town)
      throws IOException, InterruptedException {
    play.publish();
    screen.say("");
    return Stories.tell(stories, town, letterbox, screen);
  }

  private void open(Town town, long began) throws IOException, InterruptedException {
    screen.say("Data, keys and logs are in %s".formatted(data.toAbsolutePath().normalize()));
    screen.say("Starting a coordinator with its own Kafka broker, and five simulated machines ...");
    town.start();
    town.awaitCoordinator();
    screen.say(
        "  the coordinator takes orders at %s (%.1f s)"
            .formatted(town.address(), secondsSince(began)));
    var steward = town.coordinatorFor(Role.STEWARD, "demo");
    Play.showEarlier(steward, screen);
    town.startWorkshops();
    town.awaitWorkshops();
    for (var workshop : Places.WORKSHOPS) {
      screen.say("  %-12s %s".formatted(workshop.id(), words(workshop.machines())));
      var page = new ControlClient(town.folder(workshop)).page();
      screen.say("  %-12s its page: %s".formatted("", page));
    }
    screen.say(
        "  their machines are simulated, %.0f times as fast as real ones, and so is the attendant who confirms what a person would"
            .formatted(speed));
  }

  private static String words(List<org.vicinal.demo.town.Machine> machines) {
    return String.join(
        ", ",
        machines.stream()
            .map(
                it ->
                    "%s (%s, %s)"
                        .formatted(it.name(), it.firmware(), String.join("/", it.materials())))
            .toList());
  }

  private void stay(Town town) throws InterruptedException {
    screen.say(
        "The coordinator's page is at %s. Ctrl-C stops everything.".formatted(town.address()));
    new CountDownLatch(1).await();
  }

  private static double secondsSince(long began) {
    return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
  }

  static {
    Locale.setDefault(Locale.ROOT);
  }
}
