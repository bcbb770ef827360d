package org.vicinal.agent.machine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicinal.agent.firmware.Reply;

/**
 * What a firmware has said that it is.
 *
 * @param firmware how it names itself, empty before it did
 * @param capabilities what it has said it can do ({@code Cap:})
 * @param settings GRBL's, by number
 * @param offsets where GRBL counts from, by name
 */
record Known(
    String firmware,
    Set<String> capabilities,
    Map<Integer, String> settings,
    Map<String, String> offsets) {

  static final Known NOTHING = new Known("", Set.of(), Map.of(), Map.of());

  private static final int LASER = 32;
  private static final int HOMING = 22;

  Known {
    capabilities = Set.copyOf(capabilities);
    settings = Map.copyOf(settings);
    offsets = Map.copyOf(offsets);
  }

  Known hear(Reply reply) {
    return switch (reply) {
      case Reply.Named named -> new Known(named.text(), capabilities, settings, offsets);
      case Reply.Capability can when can.present() -> {
        Set<String> more = new HashSet<>(capabilities);
        more.add(can.name());
        yield new Known(firmware, more, settings, offsets);
      }
      case Reply.Setting told -> {
        Map<Integer, String> more = new HashMap<>(settings);
        more.put(told.number(), told.value());
        yield new Known(firmware, capabilities, more, offsets);
      }
      case Reply.Offset told -> {
        Map<String, String> more = new HashMap<>(offsets);
        more.put(told.name(), told.value());
        yield new Known(firmware, capabilities, settings, more);
      }
      default -> this;
    };
  }

  /** Whether GRBL drives a laser, whose M3 and M4 burn without turning anything. */
  boolean laser() {
    return on(LASER);
  }

  /** Whether it has switches to find its place again. */
  boolean homes() {
    return on(HOMING);
  }

  private boolean on(int setting) {
    String value = settings.getOrDefault(setting, "0");
    return !value.isEmpty() && value.charAt(0) != '0';
  }

  /** The zeros that a program is cut from, as one line that can be compared. */
  String origin() {
    return offsets.entrySet().stream()
        .filter(entry -> !entry.getKey().equals("G28") && !entry.getKey().equals("G30"))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
