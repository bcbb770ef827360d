package org.vicinal.agent.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What GRBL and grblHAL are asked: a status report, and in rest also {@code $I} and {@code $$}. */
final class GrblQuestions {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private GrblQuestions() {}

  /** How it is, by a question that needs no line: {@code <Idle|...>}; empty when it is no GRBL. */
  static Optional<String> state(Conversation with) {
    with.interject("?");
    var told = with.listen(PATIENCE, line -> line.startsWith("<") && line.endsWith(">"));
    return told.ended()
        ? Optional.of(told.lines().getLast().substring(1).split("[|:>]", -1)[0])
        : Optional.empty();
  }

  /**
   * Asks a controller of this banner and state.
   *
   * @param banner empty where it did not start when the port was opened
   */
  static Identity ask(Conversation with, String banner, String state) {
    var notes = new ArrayList<String>();
    if (!state.equals("Idle") && !state.equals("Alarm")) {
      notes.add(
          "It is %s, where it cannot be asked for its settings. Bring it to rest and identify it again."
              .formatted(state));
      return new Identity(
          hal(banner, List.of()) ? "grblhal" : "grbl",
          banner,
          new TreeMap<>(),
          List.of(),
          0,
          List.of(),
          notes);
    }
    var build = with.ask("$I", PATIENCE).lines();
    var settings =
        with.ask("$$", PATIENCE).lines().stream().filter(l -> l.matches("\\$[0-9]+=.*")).toList();
    var values = values(settings);
    judge(values, notes);
    buffers(build).ifPresent(notes::add);
    return new Identity(
        hal(banner, build) ? "grblhal" : "grbl",
        named(banner, build),
        new TreeMap<>(),
        room(values),
        values.getOrDefault(30, 0.0).intValue(),
        settings,
        notes);
  }

  private static boolean hal(String banner, List<String> build) {
    return banner.startsWith("GrblHAL") || build.contains("[FIRMWARE:grblHAL]");
  }

  private static String named(String banner, List<String> build) {
    var version = build.stream().filter(line -> line.startsWith("[VER:")).findFirst();
    var name = banner.replaceFirst(" *\\[.*", "");
    return version
        .map(line -> name + " " + line.substring(1, line.length() - 1))
        .orElse(name)
        .strip();
  }

  private static Optional<String> buffers(List<String> build) {
    return build.stream()
        .filter(line -> line.startsWith("[OPT:"))
        .map(line -> line.substring(5, line.length() - 1).split(",", -1))
        .filter(parts -> parts.length >= 3)
        .map(parts -> "It buffers %s blocks and %s bytes.".formatted(parts[1], parts[2]))
        .findFirst();
  }

  private static Map<Integer, Double> values(List<String> settings) {
    return settings.stream()
        .map(line -> line.substring(1).split("[= ]", -1))
        .filter(parts -> parts.length > 1 && parts[1].matches("-?[0-9]+(\\.[0-9]+)?"))
        .collect(
            Collectors.toMap(
                parts -> Integer.valueOf(parts[0]),
                parts -> Double.valueOf(parts[1]),
                (_, later) -> later));
  }

  private static List<Double> room(Map<Integer, Double> values) {
    if (!values.keySet().containsAll(List.of(130, 131, 132))) {
      return List.of();
    }
    return List.of(values.get(130), values.get(131), values.get(132));
  }

  private static void judge(Map<Integer, Double> values, List<String> notes) {
    if (values.getOrDefault(32, 0.0) == 1) {
      notes.add("Laser mode ($32=1) is on. Lasers are not supported; switch it off for a spindle.");
    }
    if (values.getOrDefault(22, 0.0) == 0) {
      notes.add(
          "No homing ($22=0): the origin is where a person sets it, and a reset or a hand on the gantry loses it.");
    }
    if (values.getOrDefault(21, 0.0) == 0) {
      notes.add("No limit switches ($21=0): nothing stops it at the end of its travel.");
    }
  }
}
