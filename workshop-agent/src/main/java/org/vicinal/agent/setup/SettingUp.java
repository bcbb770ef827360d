package org.vicinal.agent.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.identity.Identifier;
import org.vicinal.agent.machine.Ports;
import org.vicinal.agent.port.FoundPort;
import org.vicinal.agent.port.PortFinder;
import org.vicinal.agent.simulation.Simulation;
import org.vicinal.agent.slicing.PrusaSlicer;
import org.vicinal.agent.slicing.SliceLimits;
import org.vicinal.messages.id.WorkshopId;

/**
 * Sets a workshop up: finds its machines, asks what they and nobody else can know, and writes one
 * file. Then the coordinator is asked for a place, when there is one.
 */
public final class SettingUp {
  private final Interview interview;
  private final Path config;
  private final Path data;
  private final Consumer<Path> reader;

  /**
   * @param config where the file goes
   * @param data the folder of journal and enrolment
   * @param reader reads the file as the agent will, before it gets its name
   */
  public SettingUp(Interview interview, Path config, Path data, Consumer<Path> reader) {
    this.interview = interview;
    this.config = config;
    this.data = data;
    this.reader = reader;
  }

  /**
   * Writes the file with the machines at {@code ports}; all that are found, when none is named.
   *
   * @throws IOException when nobody answers at any port
   */
  public void write(List<String> ports) throws IOException {
    var machines = new ArrayList<String>();
    var talk = new MachineTalk(interview, PrusaSlicer.find(SliceLimits.USUAL).isPresent());
    int number = 0;
    for (var port : ports.isEmpty() ? usablePorts() : ports) {
      boolean rated = !port.startsWith(Simulation.PREFIX) && !port.startsWith("tcp://");
      interview.tell("Asking who is at " + port + " ...");
      try {
        var found =
            new Identifier(rate -> Ports.line(port, rate), text -> {})
                .identify(rated ? Identifier.USUAL_RATES : Identifier.USUAL_RATES.subList(0, 1));
        number++;
        machines.addAll(talk.ask(number, found, port, rated));
      } catch (IOException e) {
        interview.tell(port + ": " + e.getMessage());
      }
    }
    if (number == 0) {
      throw new IOException(
          "Expected at least one machine to answer, but none did. Switch it on, close other programs"
              + " that use its port, and see ./vicinal agent ports.");
    }
    var lines = new ArrayList<String>();
    lines.add(
        "# Written by vicinal agent setup; yours to change. The agent reads it at its start and");
    lines.add("# at ./vicinal agent reload. All keys: ./vicinal agent --help");
    lines.addAll(new WorkshopTalk(interview).ask(data));
    lines.add("machines:");
    lines.addAll(machines);
    keep(lines);
  }

  private List<String> usablePorts() throws IOException {
    interview.tell("Looking for machines; opening a port resets most boards.");
    var all = new PortFinder(Path.of("/")).list();
    all.stream()
        .filter(port -> !port.usable())
        .forEach(port -> interview.tell(port.name() + ": not usable: " + port.why()));
    var usable = all.stream().filter(FoundPort::usable).map(FoundPort::name).toList();
    if (usable.isEmpty()) {
      throw new IOException(
          "Expected a machine on a serial port, but found none that can be used. Plug it in and switch"
              + " it on; or name one: --port tcp://host:port, or --port simulated:marlin to try it.");
    }
    return usable;
  }

  private void keep(List<String> lines) throws IOException {
    var part = config.resolveSibling(config.getFileName() + ".part");
    var folder = config.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(part, lines);
    try {
      reader.accept(part);
      interview.mayAsk("name", "id", "place"); // when it enrols
      interview.demandAllAsked();
      Files.move(part, config, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    interview.tell("");
    interview.tell("Written: " + config);
  }

  /**
   * Takes part: with the enrolment in {@code given}, or by asking {@code coordinator}; whether it
   * could.
   */
  public boolean enrol(@Nullable Path given, @Nullable String coordinator, @Nullable String token)
      throws IOException, InterruptedException {
    var file = data.resolve("enrolment.json");
    byte[] text;
    if (given != null) {
      text = Files.readAllBytes(given);
    } else if (coordinator != null && token != null) {
      text = ask(URI.create(coordinator), token);
    } else {
      return Files.exists(file);
    }
    var enrolment = Enrolling.keep(text, file);
    interview.tell(
        "%s is a workshop of %s now; its secret is in %s, and nowhere else."
            .formatted(enrolment.workshop(), enrolment.coordinatorUrl(), file));
    return true;
  }

  private byte[] ask(URI coordinator, String token) throws IOException, InterruptedException {
    interview.tell("");
    var name =
        interview.ask(
            "name",
            "What do people call the workshop?",
            "",
            text -> {
              if (text.isBlank() || text.length() > 100) {
                throw new IllegalArgumentException("Expected a name of 1 to 100 characters.");
              }
            });
    var id =
        interview.ask(
            "id",
            "Its short name, for addresses?",
            name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
            text -> new WorkshopId(text));
    var place =
        interview.ask(
            "place",
            "Where is it, in degrees north and east? The coordinator keeps the cell of its map, about"
                + " a kilometre wide, and not the point.",
            "",
            Checks::place);
    return new Enrolling(coordinator, token).enrol(new WorkshopId(id), name, Checks.place(place));
  }
}
