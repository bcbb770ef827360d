package org.vicinal.agent.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a firmware has told of itself and its machine.
 *
 * @param controller as a configuration names it: {@code marlin}, {@code rrf}, {@code grbl}, {@code
 *     grblhal}
 * @param firmware its name and version in its own words
 * @param capabilities what it says it can and cannot do; empty where it does not say
 * @param room travel in mm along x, y and z; empty where it does not tell
 * @param spindleRpm the fastest its spindle turns; 0 where it has none or does not tell
 * @param settings the lines with its speeds and accelerations, as it prints them
 * @param notes what a person should know, each a sentence
 */
public record Identity(
    String controller,
    String firmware,
    SortedMap<String, Boolean> capabilities,
    List<Double> room,
    int spindleRpm,
    List<String> settings,
    List<String> notes) {

  public Identity {
    capabilities = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(capabilities));
    room = List.copyOf(room);
    settings = List.copyOf(settings);
    notes = List.copyOf(notes);
  }

  /** Whether it drives a spindle and not a nozzle. */
  public boolean mill() {
    return controller.startsWith("grbl");
  }

  boolean can(String capability) {
    return capabilities.getOrDefault(capability, false);
  }

  Identity noting(String note) {
    var more = new ArrayList<>(notes);
    more.add(note);
    return new Identity(controller, firmware, capabilities, room, spindleRpm, settings, more);
  }
}
