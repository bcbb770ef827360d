package org.vicinal.agent.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vicinal.agent.simulation.board.SimulatedFirmware;
import org.vicinal.agent.simulation.board.Switches;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * Which board is simulated and how, as a person names it: {@code simulated:marlin}, or {@code
 * simulated:grbl?homing=true&speed=10}.
 *
 * @param switches a {@link MarlinSwitches} or {@link GrblSwitches}
 * @param setup what does not depend on the firmware
 * @param faults of its cable
 */
public record Simulation(Record switches, Setup setup, Faults faults) {

  /** The beginning of a port's name that leads here. */
  public static final String PREFIX = "simulated:";

  /** The firmwares that there are, with their usual switches. */
  public enum Kind {
    marlin,
    rrf,
    grbl,
    grblhal;

    /** The switches when nobody sets any. */
    public Record usual() {
      return switch (this) {
        case marlin -> MarlinSwitches.USUAL;
        case rrf -> MarlinSwitches.REPRAP;
        case grbl -> GrblSwitches.USUAL;
        case grblhal -> GrblSwitches.HAL;
      };
    }
  }

  /** The usual board of a kind on a good cable. */
  public static Simulation of(Kind kind) {
    return new Simulation(kind.usual(), Setup.USUAL, Faults.NONE);
  }

  /**
   * Reads the name of a port.
   *
   * @throws IllegalArgumentException that says what was expected, for a person
   */
  public static Simulation parse(String port) {
    String name = port.startsWith(PREFIX) ? port.substring(PREFIX.length()) : port;
    int question = name.indexOf('?');
    Simulation simulation = of(kind(question < 0 ? name : name.substring(0, question)));
    if (question >= 0) {
      for (String part : name.substring(question + 1).split("&", -1)) {
        String[] pair = part.split("=", 2);
        simulation = simulation.with(pair[0], pair.length == 2 ? pair[1] : "");
      }
    }
    return simulation;
  }

  private static Kind kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "Expected a simulated %s, found \"%s\".".formatted(List.of(Kind.values()), name));
  }

  /** The same with one switch, a part of the setup, or {@code faults} set. */
  public Simulation with(String name, String value) {
    if (name.equals("faults")) {
      return new Simulation(switches, setup, Faults.parse(value));
    }
    if (name.equals("bed")) {
      return new Simulation(switches, setup.withBed(value), faults);
    }
    if (Switches.has(setup, name)) {
      return new Simulation(switches, Switches.with(setup, name, value), faults);
    }
    return new Simulation(Switches.with(switches, name, value), setup, faults);
  }

  /**
   * The board with its cable.
   *
   * @param executed hears every line that is carried out
   */
  public CabledBoard board(Consumer<String> executed) {
    return new CabledBoard(bare(executed), faults, setup.baud());
  }

  private SimulatedFirmware bare(Consumer<String> executed) {
    return switch (switches) {
      case MarlinSwitches marlin ->
          new SimulatedMarlin(marlin, setup.travel(), setup.speed(), executed);
      case GrblSwitches grbl -> new SimulatedGrbl(grbl, setup.travel(), setup.speed(), executed);
      default -> throw new IllegalStateException("No board has the switches " + switches);
    };
  }

  /** A line to it in this process. */
  public FirmwareLine line() {
    return new FirmwareLine(board(executed -> {}), !setup.keepOnOpen());
  }

  /** All that can be set, for people. */
  public static List<String> help() {
    List<String> lines = new ArrayList<>();
    section(lines, "All boards:", Setup.USUAL);
    section(lines, "marlin (rrf: the same, set as RepRapFirmware is):", MarlinSwitches.USUAL);
    section(lines, "grbl:", GrblSwitches.USUAL);
    section(lines, "grblhal differs in:", GrblSwitches.HAL);
    section(lines, "Faults of the cable; all=0.02 sets the shares alike:", Faults.NONE);
    return lines;
  }

  private static void section(List<String> lines, String title, Record usual) {
    lines.add("");
    lines.add(title);
    Switches.list(usual).forEach(line -> lines.add("  " + line));
  }
}
