package org.vicinal.gcode.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.TimeModel;

/** What was typed: a command, files, options with values, and switches. */
record Arguments(
    String command, List<Path> files, Map<String, String> options, Set<String> switches) {
  private static final Set<String> WITH_VALUE =
      Set.of("--machine", "--dialect", "--time-model", "-o", "--layer", "--view", "--size");
  private static final Set<String> ALONE = Set.of("--json", "--help", "-h");

  static Arguments of(List<String> words) {
    var files = new ArrayList<Path>();
    var options = new HashMap<String, String>();
    var switches = new java.util.HashSet<String>();
    String command = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (word.startsWith("--") && equals > 0 && WITH_VALUE.contains(word.substring(0, equals))) {
        options.put(word.substring(0, equals), word.substring(equals + 1));
      } else if (WITH_VALUE.contains(word)) {
        if (i + 1 == words.size()) {
          throw new IllegalArgumentException("Expected a value after " + word + ", found the end.");
        }
        options.put(word, words.get(++i));
      } else if (ALONE.contains(word)) {
        switches.add(word);
      } else if (word.startsWith("-") && word.length() > 1) {
        throw new IllegalArgumentException(
            "Expected a known option, found " + word + ". gcode --help lists them.");
      } else if (command.isEmpty()) {
        command = word;
      } else {
        files.add(Path.of(word));
      }
    }
    if (command.isEmpty() && switches.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a command: inspect, check, draw or bench. gcode --help tells more.");
    }
    return new Arguments(command, files, options, switches);
  }

  boolean help() {
    return switches.contains("--help") || switches.contains("-h") || command.equals("help");
  }

  boolean json() {
    return switches.contains("--json");
  }

  /** The one file that inspect, check and draw want. */
  Path file() {
    if (files.size() != 1) {
      throw new IllegalArgumentException(
          "Expected one file after " + command + ", found " + files.size() + ".");
    }
    if (Files.isDirectory(files.getFirst())) {
      throw new IllegalArgumentException(
          "Expected a file, found the folder " + files.getFirst() + ". Name a program in it.");
    }
    return files.getFirst();
  }

  Optional<String> findOption(String name) {
    return Optional.ofNullable(options.get(name));
  }

  Optional<MachineLimits> findMachine() throws IOException {
    String wanted = options.get("--machine");
    if (wanted == null) {
      return Optional.empty();
    }
    Optional<MachineLimits> profile = MachineLimits.find(wanted);
    if (profile.isPresent()) {
      return profile;
    }
    if (!Files.isReadable(Path.of(wanted))) {
      throw new IllegalArgumentException(
          "Expected a profile ("
              + String.join(", ", MachineLimits.listNames())
              + ") or a file, found neither named "
              + wanted
              + ". Was "
              + nearest(wanted)
              + " meant?");
    }
    return Optional.of(MachineLimits.read(Path.of(wanted)));
  }

  /** The profile whose name takes the fewest letters to write instead. */
  private static String nearest(String wanted) {
    String typed = wanted.toLowerCase(Locale.ROOT);
    return MachineLimits.listNames().stream()
        .min(Comparator.comparingInt(name -> distance(typed, name)))
        .orElseThrow();
  }

  /** How many letters must be put in, taken out or changed (Levenshtein 1966). */
  private static int distance(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int k = 1; k <= to.length(); k++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(k - 1) ? 0 : 1);
        diagonal = row[k];
        row[k] = Math.min(changed, 1 + Math.min(row[k], row[k - 1]));
      }
    }
    return row[to.length()];
  }

  Inspector inspector() throws IOException {
    Inspector inspector = findMachine().map(Inspector::of).orElseGet(Inspector::anyMachine);
    String dialect = options.get("--dialect");
    if (dialect != null) {
      inspector =
          inspector.withDialect(
              Dialect.find(dialect)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Expected a dialect such as marlin or grbl, found "
                                  + dialect
                                  + ".")));
    }
    String model = options.get("--time-model");
    if (model != null) {
      inspector =
          inspector.withTimeModel(
              TimeModel.find(model)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Expected a time model such as grbl or marlin-jd, found "
                                  + model
                                  + ".")));
    }
    return inspector;
  }
}
