package org.vicinal.coordinator.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.view.BuildView;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.wire.Json;

/**
 * Builds as the API shows them.
 *
 * @param lots all that were judged, shown or not
 * @param accepted pieces of them that are good
 * @param releases accepted pieces by release
 * @param builds those that customer and workshop let the world see, newest first
 */
record ShownBuilds(
    String title,
    DesignId design,
    int lots,
    int accepted,
    int refused,
    Map<String, Integer> releases,
    List<Build> builds) {
  /**
   * One lot.
   *
   * @param machine as the workshop calls it
   * @param place the middle of a cell; null when the workshop has left
   * @param coarseness region or quarter
   * @param remark null when there is none, or it is not shown
   */
  record Build(
      ReleaseRef release,
      Instant at,
      int accepted,
      int refused,
      String process,
      String material,
      WorkshopId workshop,
      String machine,
      @Nullable Place place,
      String coarseness,
      @Nullable String remark) {}

  static ShownBuilds of(String title, DesignId design, List<BuildView> all, List<Build> shown) {
    var releases = new TreeMap<String, Integer>();
    all.forEach(it -> releases.merge(it.release().toString(), it.accepted(), Integer::sum));
    return new ShownBuilds(
        title,
        design,
        all.size(),
        all.stream().mapToInt(BuildView::accepted).sum(),
        all.stream().mapToInt(BuildView::refused).sum(),
        releases,
        shown);
  }

  /** For a map: a point for each build that has a place (RFC 7946: longitude first). */
  String geoJson() {
    var features = new ArrayList<Object>();
    for (var build : builds) {
      var place = build.place();
      if (place != null) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("release", build.release());
        properties.put("at", build.at());
        properties.put("accepted", build.accepted());
        properties.put("refused", build.refused());
        properties.put("process", build.process());
        properties.put("material", build.material());
        properties.put("workshop", build.workshop());
        properties.put("coarseness", build.coarseness());
        if (build.remark() != null) {
          properties.put("remark", build.remark());
        }
        var point = List.of(place.longitude(), place.latitude());
        features.add(
            Map.of(
                "type",
                "Feature",
                "geometry",
                Map.of("type", "Point", "coordinates", point),
                "properties",
                properties));
      }
    }
    return Json.WIRE
        .mapper()
        .writeValueAsString(Map.of("type", "FeatureCollection", "features", features));
  }

  /** One line each, with a head (RFC 4180). */
  String csv() {
    var text =
        new StringBuilder(
            "release,at,accepted,refused,process,material,workshop,machine,latitude,longitude,coarseness,remark\r\n");
    for (var build : builds) {
      var place = build.place();
      row(
          text,
          build.release(),
          build.at(),
          build.accepted(),
          build.refused(),
          build.process(),
          build.material(),
          build.workshop(),
          build.machine(),
          place == null ? "" : place.latitude(),
          place == null ? "" : place.longitude(),
          build.coarseness(),
          build.remark() == null ? "" : build.remark());
    }
    return text.toString();
  }

  private static void row(StringBuilder text, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(String.valueOf(cells[i])));
    }
    text.append("\r\n");
  }

  /** What a spreadsheet would take for a formula becomes a text. */
  private static String cell(String words) {
    var safe = words.matches("(?s)[=+@\\t\\r].*|-[^0-9].*") ? "'" + words : words;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
