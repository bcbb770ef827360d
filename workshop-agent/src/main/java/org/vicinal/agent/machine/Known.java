package org.vicinal.agent.machine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
 * @param modes what {@code $G} last said
 * @param blocks how many moves its planner holds, 0 where that is not known
 */
record Known(
    String firmware,
    Set<String> capabilities,
    Map<Integer, String> settings,
    Map<String, String> offsets,
    String modes,
    int blocks) {

  static final Known NOTHING = new Known("", Set.of(), Map.of(), Map.of(), "", 0);

  private static final int LASER = 32;
  private static final int INCHES = 13;
  private static final int HOMING = 22;
  private static final int STEP_IDLE = 1;

  Known {
    capabilities = Set.copyOf(capabilities);
    settings = Map.copyOf(settings);
    offsets = Map.copyOf(offsets);
  }

  Known hear(Reply reply) {
    return switch (reply) {
      case Reply.Named named ->
          new Known(named.text(), capabilities, settings, offsets, modes, blocks);
      case Reply.Capability can when can.present() -> {
        Set<String> more = new HashSet<>(capabilities);
        more.add(can.name());
        yield new Known(firmware, more, settings, offsets, modes, blocks);
      }
      case Reply.Setting told -> {
        Map<Integer, String> more = new HashMap<>(settings);
        more.put(told.number(), told.value());
        yield new Known(firmware, capabilities, more, offsets, modes, blocks);
      }
      case Reply.Buffers told ->
          new Known(firmware, capabilities, settings, offsets, modes, told.blocks());
      case Reply.ModalState told ->
          new Known(firmware, capabilities, settings, offsets, told.text(), blocks);
      case Reply.Offset told -> {
        Map<String, String> more = new HashMap<>(offsets);
        more.put(told.name(), told.value());
        yield new Known(firmware, capabilities, settings, more, modes, blocks);
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

  /** Whether its motors let go when it stands: $1 is not 255. */
  boolean letsGo() {
    String value = settings.getOrDefault(STEP_IDLE, "255");
    return !value.equals("255") && !value.startsWith("255.");
  }

  /** Whether it reports in inches, whatever programs count in. */
  boolean inches() {
    return on(INCHES);
  }

  private boolean on(int setting) {
    String value = settings.getOrDefault(setting, "0");
    return !value.isEmpty() && value.charAt(0) != '0';
  }

  /** Whether it counts as every program may expect when it begins. */
  boolean counts(List<String> expected) {
    return List.of(modes.replaceAll("^\\[GC:|]$", "").split(" ", -1)).containsAll(expected);
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
