package org.vicinal.gcode.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.gcode.Box;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.MachineLimits;

/** The JSON of an inspection, field by field as {@code gcode/README.md} lists them. */
final class InspectionJson {
  private InspectionJson() {}

  static Map<String, Object> of(Inspection part) {
    var json = new LinkedHashMap<String, Object>();
    json.put("mayRun", part.mayRun());
    json.put("dialect", lower(part.dialect()));
    json.put("dialectBecause", part.dialectReason());
    json.put("timeModel", lower(part.timeModel()));
    json.put("bytes", part.bytes());
    json.put("lines", part.lines());
    json.put("moves", part.moves());
    json.put("arcs", part.arcs());
    json.put("seconds", seconds(part.seconds()));
    json.put(
        "filamentMm",
        object(
            "sum",
            part.filament().sumMm(),
            "perTool",
            part.filament().perToolMm(),
            "stated",
            part.stated().filamentMm()));
    json.put("filamentGrams", part.filament().grams());
    json.put(
        "box",
        object(
            "extruding",
            box(part.box().extruding()),
            "cutting",
            box(part.box().cutting()),
            "all",
            box(part.box().all())));
    json.put("cutMm", part.cutMm());
    json.put("rapidMm", part.rapidMm());
    json.put("end", part.end());
    json.put("maxFeedMmPerMin", part.maxFeedMmPerMin());
    var heat = part.temperatures();
    json.put(
        "temperatures",
        object("nozzle", heat.nozzle(), "bed", heat.bed(), "chamber", heat.chamber()));
    json.put("spindleRpm", part.spindleRpm());
    json.put("tools", part.tools());
    json.put("toolChanges", part.toolChanges());
    json.put("layers", part.layers());
    json.put("layerSeconds", part.layerSeconds());
    var stated = part.stated();
    json.put(
        "stated",
        object(
            "slicer",
            stated.slicer(),
            "version",
            stated.version(),
            "seconds",
            stated.seconds(),
            "filamentMm",
            stated.filamentMm(),
            "filamentGrams",
            stated.filamentGrams()));
    json.put("limits", limits(part.limits()));
    json.put("findings", findings(part.findings()));
    return json;
  }

  static List<Map<String, Object>> findings(List<Finding> findings) {
    var list = new ArrayList<Map<String, Object>>();
    for (Finding finding : findings) {
      list.add(
          object(
              "line",
              finding.line(),
              "column",
              finding.column(),
              "severity",
              lower(finding.severity()),
              "code",
              finding.code(),
              "text",
              finding.text()));
    }
    return list;
  }

  private static Map<String, Object> seconds(Inspection.Seconds seconds) {
    var unknown = seconds.unknown();
    return object(
        "total",
        seconds.total(),
        "motion",
        seconds.motion(),
        "dwell",
        seconds.dwell(),
        "stops",
        seconds.stops(),
        "unknown",
        object(
            "homing",
            unknown.homing(),
            "heating",
            unknown.heating(),
            "macros",
            unknown.macros(),
            "pauses",
            unknown.pauses()));
  }

  private static Map<String, Object> limits(MachineLimits limits) {
    var axes = new LinkedHashMap<String, Object>();
    for (int i = 0; i < 4; i++) {
      MachineLimits.Axis axis = limits.axes().get(i);
      axes.put(
          "xyze".substring(i, i + 1),
          object(
              "min",
              axis.min(),
              "max",
              axis.max(),
              "speed",
              axis.speed(),
              "acceleration",
              axis.acceleration(),
              "jerk",
              axis.jerk(),
              "stepsPerMm",
              axis.stepsPerMm()));
    }
    var json = object("machine", limits.name(), "from", limits.source(), "axes", axes);
    json.put("printAcceleration", limits.printAcceleration());
    json.put("retractAcceleration", limits.retractAcceleration());
    json.put("travelAcceleration", limits.travelAcceleration());
    json.put("junctionDeviation", limits.junctionDeviation());
    json.put("arcTolerance", limits.arcTolerance());
    json.put("window", limits.window());
    return json;
  }

  private static @Nullable Map<String, Object> box(Box box) {
    return box.isEmpty()
        ? null
        : object(
            "min",
            List.of(box.minX(), box.minY(), box.minZ()),
            "max",
            List.of(box.maxX(), box.maxY(), box.maxZ()));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Names and values in turn. */
  @SuppressWarnings("NullAway") // values may be null, names are not
  private static Map<String, Object> object(@Nullable Object... namesAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }
}
