package org.vicinal.agent.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a printer's firmware is asked: M115, M503, and how far it reaches. */
final class MarlinQuestions {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
  private static final Pattern NAME =
      Pattern.compile(
          "FIRMWARE_NAME: *(.*?)(?: +(?:SOURCE_CODE_URL|PROTOCOL_VERSION|ELECTRONICS|MACHINE_TYPE)\\b.*)?$");

  /** M211 of Marlin: {@code Soft endstops: On Min: X0.00 Y0.00 Z0.00 Max: X250.00 ...}. */
  private static final Pattern ENDSTOPS =
      Pattern.compile("Min: *X%1$s *Y%1$s *Z%1$s *Max: *X%1$s *Y%1$s *Z%1$s".formatted(NUMBER));

  /** M115 of builds with a geometry report. */
  private static final Pattern AREA =
      Pattern.compile(
          "full:\\{min:\\{x:%1$s,y:%1$s,z:%1$s\\},max:\\{x:%1$s,y:%1$s,z:%1$s\\}"
              .formatted(NUMBER));

  /** M208 of RepRapFirmware: {@code Axis limits X0.0:250.0, Y0.0:210.0, Z0.0:200.0}. */
  private static final Pattern LIMITS =
      Pattern.compile("X%1$s:%1$s, *Y%1$s:%1$s, *Z%1$s:%1$s".formatted(NUMBER));

  private MarlinQuestions() {}

  static Optional<Identity> ask(Conversation with) {
    var told = with.ask("M115", PATIENCE);
    return told.lines().stream()
        .filter(line -> line.startsWith("FIRMWARE_NAME:"))
        .findFirst()
        .map(line -> of(line, told.lines(), with));
  }

  private static Identity of(String name, List<String> told, Conversation with) {
    var matcher = NAME.matcher(name);
    var firmware = matcher.find() ? matcher.group(1).strip() : name;
    boolean reprap = name.contains("RepRapFirmware");
    var capabilities = new TreeMap<String, Boolean>();
    for (var line : told) {
      var parts = line.split(":", -1);
      if (parts.length == 3 && parts[0].equals("Cap")) {
        capabilities.put(parts[1], parts[2].equals("1"));
      }
    }
    var lines = new ArrayList<>(told);
    lines.addAll(with.ask(reprap ? "M208" : "M211", PATIENCE).lines());
    var settings = reprap ? List.<String>of() : settings(with);
    var found =
        new Identity(
            reprap ? "rrf" : "marlin",
            firmware,
            capabilities,
            room(lines, reprap),
            0,
            settings,
            List.of());
    return reprap ? found : judged(found);
  }

  private static List<String> settings(Conversation with) {
    return with.ask("M503", PATIENCE).lines().stream()
        .map(line -> line.replaceFirst("^echo: *", "").strip())
        .filter(line -> line.matches("M(92|20[1345])\\b.*"))
        .toList();
  }

  private static List<Double> room(List<String> lines, boolean reprap) {
    for (var line : lines) {
      var matcher = (reprap ? LIMITS : line.contains("area:") ? AREA : ENDSTOPS).matcher(line);
      if (matcher.find()) {
        var numbers = new double[6];
        for (int i = 0; i < 6; i++) {
          numbers[i] = Double.parseDouble(matcher.group(i + 1));
        }
        return reprap
            ? List.of(numbers[1] - numbers[0], numbers[3] - numbers[2], numbers[5] - numbers[4])
            : List.of(numbers[3] - numbers[0], numbers[4] - numbers[1], numbers[5] - numbers[2]);
      }
    }
    return List.of();
  }

  /** What its capabilities mean for whoever stands beside it. */
  private static Identity judged(Identity marlin) {
    var found = marlin;
    if (!marlin.capabilities().containsKey("THERMAL_PROTECTION")) {
      found =
          found.noting(
              "The firmware does not say whether it has thermal protection: test it before it prints alone.");
    } else if (!marlin.can("THERMAL_PROTECTION")) {
      found =
          found.noting(
              "NO THERMAL PROTECTION: a loose sensor can set it on fire. Do not leave it alone; install a firmware that has it.");
    }
    if (!marlin.can("EMERGENCY_PARSER")) {
      found =
          found.noting(
              "No emergency parser: a stop waits until its queue is read. The power switch is faster.");
    }
    return found;
  }
}
