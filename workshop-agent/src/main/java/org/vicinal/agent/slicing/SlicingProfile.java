package org.vicinal.agent.slicing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.Digest;

/**
 * All that a slicer must know of one machine with one material, flat: key to value as PrusaSlicer
 * writes them. What would run programs of its own or write elsewhere is left out, whoever wrote it.
 *
 * @param name what people call it
 */
public record SlicingProfile(String name, Map<String, String> values) {
  private static final Set<String> NEVER =
      Set.of("post_process", "output_filename_format", "notes");

  private static final String USUAL_LAYER = "0.3"; // the slicer's own default
  private static final String USUAL_BED = "0x0,200x0,200x200,0x200";

  public SlicingProfile {
    var kept = new TreeMap<>(values);
    kept.keySet().removeAll(NEVER);
    values = java.util.Collections.unmodifiableMap(kept);
  }

  /**
   * Reads a flat file, as the slicer exports it.
   *
   * @throws ConfigurationError when it is not there, or none
   */
  public static SlicingProfile flat(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new ConfigurationError("Expected a slicing profile at %s, but: %s".formatted(file, e));
    }
    if (lines.stream().anyMatch(line -> line.strip().startsWith("["))) {
      throw new ConfigurationError(
          file
              + ": expected a flat profile, found sections. For a vendor's file say bundle,"
              + " printer, print and filaments.");
    }
    var values = new TreeMap<String, String>();
    int number = 0;
    for (var line : lines) {
      number++;
      int equals = line.indexOf('=');
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      if (equals <= 0) {
        throw new ConfigurationError(
            "%s:%d: expected \"key = value\", found \"%s\".".formatted(file, number, line));
      }
      values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return new SlicingProfile(String.valueOf(file.getFileName()), values);
  }

  /**
   * Takes {@code printer}, {@code print} and {@code filament} out of {@code bundle}.
   *
   * @throws ConfigurationError when one is not there, or they are not for each other
   */
  public static SlicingProfile of(
      VendorBundle bundle, String printer, String print, String filament) {
    var values = new TreeMap<>(bundle.flatten(VendorBundle.Kind.PRINTER, printer));
    var machine = Map.copyOf(values);
    var how = bundle.flatten(VendorBundle.Kind.PRINT, print);
    var what = bundle.flatten(VendorBundle.Kind.FILAMENT, filament);
    Compatibility.check(
        "print " + print, printer, how.get("compatible_printers_condition"), machine);
    Compatibility.check(
        "filament " + filament, printer, what.get("compatible_printers_condition"), machine);
    values.putAll(how);
    values.putAll(what);
    values.keySet().removeIf(key -> key.startsWith("compatible_") || key.equals("alias"));
    return new SlicingProfile(String.join(", ", printer, print, filament), values);
  }

  /** This profile with {@code key} as {@code value}. */
  public SlicingProfile with(String key, String value) {
    var changed = new TreeMap<>(values);
    changed.put(key, value);
    return new SlicingProfile(name, changed);
  }

  /** This profile with layers of at most {@code mm}; as it is when {@code mm} is 0. */
  public SlicingProfile withLayersAtMost(double mm) {
    double own = number(values.getOrDefault("layer_height", USUAL_LAYER));
    return mm > 0 && own > mm ? with("layer_height", String.valueOf(mm)) : this;
  }

  /** The room over the bed (mm), x, y, z; the slicer's own 200 where the profile does not say. */
  public double[] room() {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (var corner : values.getOrDefault("bed_shape", USUAL_BED).split(",", -1)) {
      var xy = Arrays.stream(corner.split("x", -1)).map(SlicingProfile::number).toList();
      for (int axis = 0; xy.size() == 2 && axis < 2; axis++) {
        low[axis] = Math.min(low[axis], xy.get(axis));
        high[axis] = Math.max(high[axis], xy.get(axis));
      }
    }
    boolean known = high[0] > low[0] && high[1] > low[1];
    return new double[] {
      known ? high[0] - low[0] : 0,
      known ? high[1] - low[1] : 0,
      number(values.getOrDefault("max_print_height", "200"))
    };
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The flat file's text, sorted by key: the same profile has the same text. */
  String text() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  Digest digest() {
    return Digest.of(text().getBytes(StandardCharsets.UTF_8));
  }
}
