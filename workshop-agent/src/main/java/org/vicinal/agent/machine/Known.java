package org.vicinal.agent.machine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.firmware.GrblCodes;
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
 * @param meanings its own words for its numbers, such as {@code ALARM:10} and {@code error:79}
 */
record Known(
    String firmware,
    Set<String> capabilities,
    Map<Integer, String> settings,
    Map<String, String> offsets,
    String modes,
    int blocks,
    Map<String, String> meanings) {

  static final Known NOTHING = new Known("", Set.of(), Map.of(), Map.of(), "", 0, Map.of());

  private static final int LASER = 32;
  private static final int INCHES = 13;
  private static final int HOMING = 22;
  private static final int STEP_IDLE = 1;

  Known {
    capabilities = Set.copyOf(capabilities);
    settings = Map.copyOf(settings);
    offsets = Map.copyOf(offsets);
    meanings = Map.copyOf(meanings);
  }

  Known hear(Reply reply) {
    return switch (reply) {
      case Reply.Named named -> with(named.text(), capabilities, settings, offsets, meanings);
      case Reply.Capability can when can.present() -> can(List.of(can.name()));
      case Reply.Options told -> can(told.names());
      case Reply.Setting told ->
          with(
              firmware,
              capabilities,
              and(settings, told.number(), told.value()),
              offsets,
              meanings);
      case Reply.Offset told ->
          with(firmware, capabilities, settings, and(offsets, told.name(), told.value()), meanings);
      case Reply.Meaning told ->
          with(
              firmware,
              capabilities,
              settings,
              offsets,
              and(meanings, name(told.alarm(), told.code()), told.text()));
      case Reply.Buffers told ->
          new Known(firmware, capabilities, settings, offsets, modes, told.blocks(), meanings);
      case Reply.Ok ok when ok.freeBlocks() > blocks -> // most when its planner is empty
          new Known(firmware, capabilities, settings, offsets, modes, ok.freeBlocks(), meanings);
      case Reply.ModalState told ->
          new Known(firmware, capabilities, settings, offsets, told.text(), blocks, meanings);
      default -> this;
    };
  }

  private Known with(
      String named,
      Set<String> can,
      Map<Integer, String> set,
      Map<String, String> zeros,
      Map<String, String> means) {
    return new Known(named, can, set, zeros, modes, blocks, means);
  }

  private Known can(List<String> names) {
    Set<String> more = new HashSet<>(capabilities);
    more.addAll(names);
    return with(firmware, more, settings, offsets, meanings);
  }

  private static <K> Map<K, String> and(Map<K, String> map, K key, String value) {
    Map<K, String> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }

  private static String name(boolean alarm, int code) {
    return (alarm ? "ALARM:" : "error:") + code;
  }

  /** Whether it is grblHAL, whatever it was configured as: {@code [FIRMWARE:grblHAL]}. */
  boolean hal() {
    return capabilities.contains(Firmware.GRBLHAL.name());
  }

  /** {@code error:22, a feed rate is missing}; unknown numbers in the controller's own words. */
  String error(int code) {
    return GrblCodes.error(code, meanings.getOrDefault(name(false, code), ""));
  }

  /**
   * {@code ALARM:1, a limit switch was hit}, likewise.
   *
   * @param hal whether grblHAL says it, whose numbers from 10 on mean other things
   */
  String alarm(int code, boolean hal) {
    return GrblCodes.alarm(code, hal, meanings.getOrDefault(name(true, code), ""));
  }

  /** Whether GRBL drives a laser, whose M3 and M4 burn without turning anything. */
  boolean laser() {
    return settings.getOrDefault(LASER, "0").matches("1(\\D.*)?"); // 2 is grblHAL's lathe
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
