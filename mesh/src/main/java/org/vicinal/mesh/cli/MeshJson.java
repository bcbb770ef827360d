package org.vicinal.mesh.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.vicinal.mesh.Measure;

/** A measure as one line of JSON. Millimetres throughout. */
final class MeshJson {
  private MeshJson() {}

  static String of(String file, Measure measure) {
    return "{\"file\":%s,\"format\":\"%s\",\"watertight\":%b,\"parts\":[%s],\"findings\":[%s]}"
        .formatted(
            text(file),
            measure.format(),
            measure.watertight(),
            measure.parts().stream().map(MeshJson::part).collect(Collectors.joining(",")),
            measure.findings().stream()
                .map(
                    finding ->
                        "{\"kind\":\"%s\",\"text\":%s}"
                            .formatted(finding.kind(), text(finding.text())))
                .collect(Collectors.joining(",")));
  }

  static String refusal(String file, String words) {
    return "{\"file\":%s,\"refusal\":%s}".formatted(text(file), text(words));
  }

  private static String part(Measure.Part part) {
    var box = part.box();
    return String.format(
        Locale.ROOT,
        "{\"name\":%s,\"size\":[%s,%s,%s],\"min\":[%s,%s,%s],\"volumeMm3\":%s,\"areaMm2\":%s,\"triangles\":%d,\"watertight\":%s,\"openEdges\":%d}",
        text(part.name()),
        box.sizeX(),
        box.sizeY(),
        box.sizeZ(),
        box.minX(),
        box.minY(),
        box.minZ(),
        part.volumeMm3(),
        part.areaMm2(),
        part.triangles(),
        part.openEdges() < 0 ? "null" : String.valueOf(part.watertight()),
        part.openEdges());
  }

  private static String text(String value) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
