package org.vicinal.agent.upload;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicinal.agent.control.AgentStatus.MachineLine;
import org.vicinal.agent.control.Sensor;

/**
 * A machine of ours as OctoPrint would describe one: what Cura's OctoPrint plugin asks for before
 * and after it sends. The shapes are those of docs.octoprint.org/en/master/api/{version,settings,
 * printer,job,printerprofiles}.html; what we do not know is null, as there.
 */
final class OctoPrintWords {
  static final String FILES = "api/files/local/";

  /** Slicers ask whether this begins with OctoPrint, and Cura for a version of 1.3 or later. */
  private static final String LIKE = "1.9.0";

  private OctoPrintWords() {}

  static Map<String, Object> version() {
    return Map.of("api", "0.1", "server", LIKE, "text", "OctoPrint " + LIKE + " (Vicinal)");
  }

  static Map<String, Object> server() {
    return Map.of("version", LIKE, "safemode", false);
  }

  /** A program under the address that {@link #resource} gives. */
  static Map<String, Object> file(String name) {
    return Map.of(
        "name",
        name,
        "path",
        name,
        "origin",
        "local",
        "type",
        "machinecode",
        "typePath",
        List.of("machinecode", "gcode"));
  }

  static String resource(MachineLine machine, String name) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return SlicerDoor.PATH + machine.name() + "/" + FILES + encoded;
  }

  static Map<String, Object> received(MachineLine machine, String name, boolean queued) {
    var local = new LinkedHashMap<>(file(name));
    local.put("refs", Map.of("resource", resource(machine, name)));
    return Map.of(
        "files",
        Map.of("local", local),
        "done",
        true,
        "effectiveSelect",
        queued,
        "effectivePrint",
        queued);
  }

  static Map<String, Object> settings(MachineLine machine) {
    return Map.of(
        "appearance",
        Map.of("name", machine.name()),
        "feature",
        Map.of("sdSupport", false, "temperatureGraph", false, "autoUppercaseBlocklist", List.of()),
        "webcam",
        Map.of("webcamEnabled", false, "streamUrl", "", "flipH", false, "flipV", false),
        "plugins",
        Map.of());
  }

  static Map<String, Object> profiles(MachineLine machine) {
    return Map.of(
        "profiles",
        Map.of(
            "_default",
            Map.of(
                "id",
                "_default",
                "name",
                machine.name(),
                "model",
                machine.firmware(),
                "default",
                true,
                "current",
                true,
                "heatedBed",
                !machine.mill())));
  }

  static Map<String, Object> user() {
    return Map.of(
        "name", "slicer", "active", true, "user", true, "admin", false, "groups", List.of());
  }

  /** Free although nobody has looked at the bed: a program can be queued all the same. */
  static String state(MachineLine machine) {
    return switch (machine.condition()) {
      case "ready", "occupied" -> "Operational";
      case "checking", "streaming", "draining", "taken" -> "Printing";
      case "holding", "attention" -> "Paused";
      case "alarm", "faulted" -> "Error: " + machine.why();
      default -> "Offline";
    };
  }

  static Map<String, Object> printer(MachineLine machine) {
    var state = state(machine);
    boolean error = state.startsWith("Error");
    boolean offline = state.equals("Offline");
    var flags = new LinkedHashMap<String, Object>();
    flags.put("operational", !error && !offline);
    flags.put("ready", state.equals("Operational"));
    flags.put("printing", state.equals("Printing"));
    flags.put("paused", state.equals("Paused"));
    flags.put("pausing", false);
    flags.put("cancelling", false);
    flags.put("sdReady", false);
    flags.put("error", error);
    flags.put("closedOrError", error || offline);
    return Map.of(
        "temperature", temperatures(machine), "state", Map.of("text", state, "flags", flags));
  }

  private static Map<String, Object> temperatures(MachineLine machine) {
    var all = new LinkedHashMap<String, Object>();
    for (var sensor : Sensor.listOf(machine.reading())) {
      var name =
          switch (sensor.name()) {
            case "T", "T0" -> "tool0";
            case "B" -> "bed";
            case "C" -> "chamber";
            default -> sensor.name().startsWith("T") ? "tool" + sensor.name().substring(1) : "";
          };
      if (!name.isEmpty()) {
        all.putIfAbsent(
            name, Map.of("actual", sensor.celsius(), "target", sensor.target(), "offset", 0));
      }
    }
    return all;
  }

  /**
   * @param title what is being made; empty when nothing is
   */
  static Map<String, Object> job(MachineLine machine, String title) {
    var run = machine.run();
    var file = new LinkedHashMap<String, Object>();
    file.put("name", title.isEmpty() ? null : title);
    var job = new LinkedHashMap<String, Object>();
    job.put("file", file);
    job.put("estimatedPrintTime", null);
    var progress = new LinkedHashMap<String, Object>();
    progress.put(
        "completion", run == null || run.lines() <= 0 ? null : 100.0 * run.line() / run.lines());
    progress.put("filepos", null);
    progress.put("printTime", null);
    progress.put("printTimeLeft", null);
    return Map.of("job", job, "progress", progress, "state", state(machine));
  }
}
