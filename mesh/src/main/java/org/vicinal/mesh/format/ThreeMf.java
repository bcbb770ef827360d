package org.vicinal.mesh.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.Finding;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.Measure;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Triangles;

/**
 * 3MF: every item of the build is a part, with its components in their places. A file without a
 * build has each of its solid objects as a part.
 */
final class ThreeMf {
  private static final int DEEPEST = 32;
  private static final int MOST_PARTS = 1000;
  private final Bytes bytes;
  private final Limits limits;
  private final Triangles seen;
  private final Map<String, ModelObject> objects = new LinkedHashMap<>();
  private final Map<String, Double> units = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private final List<ModelReader.Item> items = new ArrayList<>();
  private final long[] kept = new long[2];

  ThreeMf(Bytes bytes, Limits limits, Triangles seen) {
    this.bytes = bytes;
    this.limits = limits;
    this.seen = seen;
  }

  List<Measure.Part> read(List<Finding> findings) throws IOException, MeshRefusal {
    new Package3mf(bytes, limits).visit(this::entry);
    if (units.isEmpty()) {
      throw new MeshRefusal(
          "Expected a 3MF with a model, but found a zip package without one. Export the model as 3MF.");
    }
    var wanted = items.isEmpty() ? everything() : items;
    if (wanted.isEmpty() || wanted.size() > MOST_PARTS) {
      throw new MeshRefusal(
          "Expected 1 to %d parts in the 3MF, but found %d.", MOST_PARTS, wanted.size());
    }
    var parts = new ArrayList<Measure.Part>();
    for (var item : wanted) {
      part(item, parts, findings);
    }
    return told(parts, findings);
  }

  private void entry(String name, InputStream in) throws IOException, MeshRefusal {
    if (name.toLowerCase(Locale.ROOT).endsWith(".model")) {
      var reader = new ModelReader(name, limits, objects, items, kept);
      reader.read(in);
      units.put(name, reader.unit());
    }
  }

  private List<ModelReader.Item> everything() {
    return objects.entrySet().stream()
        .filter(entry -> entry.getValue().solid)
        .map(entry -> new ModelReader.Item(entry.getKey(), Transform.NONE))
        .toList();
  }

  private void part(ModelReader.Item item, List<Measure.Part> parts, List<Finding> findings)
      throws MeshRefusal {
    var object = object(item.key());
    if (!object.solid) {
      return;
    }
    long triangles = size(item.key(), 0);
    if (triangles > limits.triangles()) {
      throw new MeshRefusal(
          "Expected at most %d triangles with all copies, but \"%s\" has %d. Simplify the mesh.",
          limits.triangles(), object.name, triangles);
    }
    var measuring = new Measuring("\"" + object.name + "\"", limits, seen);
    pour(item.key(), item.transform().then(Transform.scale(unit(item.key()))), measuring);
    var part = measuring.end(findings);
    Units.suspect(part, findings);
    parts.add(part);
  }

  /** The triangles of an object with its components; a component bomb never unfolds. */
  private long size(String key, int depth) throws MeshRefusal {
    if (depth > DEEPEST) {
      throw new MeshRefusal(
          "Expected components nested at most %d deep, but found more, or a circle.", DEEPEST);
    }
    var known = sizes.get(key);
    if (known != null) {
      return known;
    }
    var object = object(key);
    long size = object.triangleCount();
    for (var component : object.components) {
      size = Math.min(Long.MAX_VALUE / 4, size + Math.max(1, size(component.key(), depth + 1)));
    }
    sizes.put(key, size);
    return size;
  }

  private void pour(String key, Transform transform, Measuring measuring) throws MeshRefusal {
    var object = object(key);
    double[] a = new double[3];
    double[] b = new double[3];
    double[] c = new double[3];
    boolean mirrors = transform.mirrors();
    for (int t = 0; t < object.triangleCount(); t++) {
      transform.apply(object.vertices(), object.corner(t, 0), a);
      transform.apply(object.vertices(), object.corner(t, mirrors ? 2 : 1), b);
      transform.apply(object.vertices(), object.corner(t, mirrors ? 1 : 2), c);
      measuring.triangle(a, b, c);
    }
    for (var component : object.components) {
      var place = component.transform();
      double ratio = unit(component.key()) / unit(key); // another model may count in another unit
      pour(
          component.key(),
          ratio == 1 ? place.then(transform) : Transform.scale(ratio).then(place).then(transform),
          measuring);
    }
  }

  private ModelObject object(String key) throws MeshRefusal {
    var object = objects.get(key);
    if (object == null) {
      throw new MeshRefusal(
          "Expected the 3MF to hold the object %s, but it does not. Export the model anew.", key);
    }
    return object;
  }

  private double unit(String key) {
    return units.getOrDefault(key.substring(0, key.lastIndexOf('#')), 1.0);
  }

  private List<Measure.Part> told(List<Measure.Part> parts, List<Finding> findings)
      throws MeshRefusal {
    if (parts.isEmpty()) {
      throw new MeshRefusal(
          "Expected a solid part in the 3MF, but found only support and surfaces.");
    }
    if (parts.size() > 1) {
      findings.add(
          new Finding(
              Finding.Kind.SEVERAL_PARTS, "The file holds %d parts.".formatted(parts.size())));
    }
    for (var entry : units.entrySet()) {
      if (entry.getValue() != 1) {
        findings.add(
            new Finding(
                Finding.Kind.UNITS,
                "%s counts in units of %s mm; everything was converted."
                    .formatted(entry.getKey(), entry.getValue())));
      }
    }
    return parts;
  }
}
