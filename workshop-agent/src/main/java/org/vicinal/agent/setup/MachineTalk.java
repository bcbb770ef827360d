package org.vicinal.agent.setup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicinal.agent.identity.Identifier;
import org.vicinal.agent.identity.Identity;
import org.vicinal.agent.slicing.KnownPrinters;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.messages.id.MachineId;

/** Asks about one machine what its firmware does not tell; the answers as lines of the file. */
final class MachineTalk {
  private static final String NONE = "none";
  private static final int MOST_PRINTERS = 12;
  private final Interview interview;
  private final boolean slicer;
  private String key = "";

  /**
   * @param slicer whether PrusaSlicer is here
   */
  MachineTalk(Interview interview, boolean slicer) {
    this.interview = interview;
    this.slicer = slicer;
  }

  /**
   * The lines of the machine at {@code port}.
   *
   * @param number of the machine: its questions' keys begin with {@code machineN.}
   * @param rated whether a rate means something on this port
   */
  List<String> ask(int number, Identifier.Found found, String port, boolean rated)
      throws IOException {
    key = "machine" + number + ".";
    var who = found.identity();
    interview.tell("");
    interview.tell(port + ": " + who.firmware());
    who.notes().forEach(note -> interview.tell("  " + note));
    var lines = new ArrayList<String>();
    lines.add("  # " + who.firmware());
    lines.add("  - name: " + name(who, number));
    lines.add("    port: " + port);
    if (rated) {
      lines.add("    baud: " + found.baud());
    }
    lines.add("    controller: " + who.controller());
    var like = like(who);
    like.ifPresent(model -> lines.add("    like: " + model));
    var limits = like.flatMap(MachineLimits::find);
    lines.add("    room: " + room(who, limits));
    lines.addAll(who.mill() ? spindle(who) : heat(limits));
    lines.addAll(safety());
    lines.addAll(prices(who));
    if (who.mill() || !slicer) {
      interview.mayAsk(key + "slicing");
    } else {
      lines.addAll(slicing(like.orElse("")));
    }
    return lines;
  }

  private String name(Identity who, int number) throws IOException {
    var usual = (who.mill() ? "mill" : "printer") + (number == 1 ? "" : number);
    return interview.ask(
        key + "name", "What do you call it?", usual, answer -> new MachineId(answer));
  }

  private Optional<String> like(Identity who) throws IOException {
    var known =
        MachineLimits.listNames().stream()
            .filter(
                name -> MachineLimits.find(name).stream().anyMatch(it -> isMill(it) == who.mill()))
            .toList();
    var answer =
        interview.ask(
            key + "like",
            "Which is it, for its speeds and limits: %s, or none?"
                .formatted(String.join(", ", known)),
            NONE,
            text -> Checks.oneOf(text, Stream.concat(known.stream(), Stream.of(NONE)).toList()));
    return answer.equals(NONE) ? Optional.empty() : Optional.of(answer);
  }

  private static boolean isMill(MachineLimits limits) {
    return limits.dialect().name().startsWith("GRBL");
  }

  private String room(Identity who, Optional<MachineLimits> limits) throws IOException {
    var sides =
        !who.room().isEmpty()
            ? who.room()
            : limits
                .map(
                    it -> it.axes().stream().limit(3).map(axis -> axis.max() - axis.min()).toList())
                .filter(it -> it.stream().allMatch(side -> side > 0 && side < 10_000))
                .orElse(List.of());
    var usual = sides.stream().map(Yaml::figure).collect(Collectors.joining("x"));
    var answer =
        interview.ask(key + "room", "How large is its room in mm (x, y, z)?", usual, Checks::sides);
    return Checks.sides(answer).stream()
        .map(Yaml::figure)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private List<String> spindle(Identity who) throws IOException {
    var usual = who.spindleRpm() > 0 ? who.spindleRpm() : 10_000;
    double rpm =
        interview.number(
            key + "spindle-rpm", "How fast does its spindle turn at most?", "" + usual, 1, 100_000);
    return List.of("    spindle-rpm: " + Yaml.figure(rpm));
  }

  private List<String> heat(Optional<MachineLimits> limits) throws IOException {
    double nozzle =
        interview.number(
            key + "nozzle-celsius",
            "How hot may its nozzle get (240 with a PTFE tube down to the nozzle)?",
            Yaml.figure(limits.map(MachineLimits::nozzleCelsius).orElse(240.0)),
            0,
            500);
    double bed =
        interview.number(
            key + "bed-celsius",
            "How hot may its bed get (0: not heated)?",
            Yaml.figure(limits.map(MachineLimits::bedCelsius).orElse(60.0)),
            0,
            200);
    return List.of(
        "    nozzle-celsius: " + Yaml.figure(nozzle), "    bed-celsius: " + Yaml.figure(bed));
  }

  private List<String> safety() throws IOException {
    var lines = new ArrayList<String>();
    var where =
        interview.ask(
            key + "power-switch",
            "Where is the switch that cuts its power, in words (a stop from here is no emergency"
                + " stop)?",
            "",
            Checks::anything);
    lines.add(
        where.isEmpty()
            ? "    # power-switch: where it is, in words; a service needs it"
            : "    power-switch: " + Yaml.quoted(where));
    boolean alarm =
        interview.confirms(key + "smoke-alarm", "Does a smoke alarm hang in its room?", false);
    lines.add("    smoke-alarm: " + alarm);
    return lines;
  }

  private List<String> prices(Identity who) throws IOException {
    double hour =
        interview.number(key + "hour", "What does an hour of it cost?", "1.50", 0, 100_000);
    double setup =
        interview.number(key + "setup", "What does setting up a lot cost?", "0.50", 0, 100_000);
    var materials =
        interview.ask(
            key + "materials",
            who.mill()
                ? "What lies on the shelf for it, and the price of a piece of it?"
                : "What lies on the shelf for it, and the price of a kilogram?",
            who.mill() ? "plywood 1.50" : "PLA 25",
            Checks::materials);
    var lines = new ArrayList<String>();
    lines.add("    hour: " + Yaml.money(hour));
    lines.add("    setup: " + Yaml.money(setup));
    lines.add("    materials:");
    Checks.materials(materials)
        .forEach(
            (what, price) ->
                lines.add("      %s: %s".formatted(Yaml.quoted(what), Yaml.money(price))));
    return lines;
  }

  private List<String> slicing(String like) throws IOException {
    var found = KnownPrinters.find(like);
    found.stream().limit(MOST_PRINTERS).forEach(it -> interview.tell("    " + it.words()));
    var usual = found.isEmpty() ? NONE : found.getFirst().words();
    var answer =
        interview.ask(
            key + "slicing",
            "PrusaSlicer is here. Which of its printers is it (VENDOR: PRINTER), or none?",
            usual,
            text -> {
              if (!text.equals(NONE)) {
                KnownPrinters.parse(text);
              }
            });
    if (answer.equals(NONE)) {
      return List.of("    # slicing: makes programs of models; see docs/slicing.md");
    }
    var printer = KnownPrinters.parse(answer);
    return List.of(
        "    slicing:",
        "      bundle: " + Yaml.quoted(printer.bundle()),
        "      printer: " + Yaml.quoted(printer.printer()),
        "      supports: auto");
  }
}
