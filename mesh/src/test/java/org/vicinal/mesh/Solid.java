package org.vicinal.mesh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Solids of known volume, written in every format. Faces look outwards, counted from 0. */
record Solid(List<double[]> vertices, List<int[]> faces) {
  static Solid box(double a, double b, double c) {
    var vertices = new ArrayList<double[]>();
    for (int i = 0; i < 8; i++) {
      vertices.add(new double[] {(i & 1) * a, (i >> 1 & 1) * b, (i >> 2) * c});
    }
    return new Solid(
        vertices,
        List.of(
            new int[] {0, 2, 3, 1},
            new int[] {4, 5, 7, 6},
            new int[] {0, 1, 5, 4},
            new int[] {2, 6, 7, 3},
            new int[] {0, 4, 6, 2},
            new int[] {1, 3, 7, 5}));
  }

  /** A prism over a regular polygon of {@code n} corners: volume n/2 r² sin(2π/n) h. */
  static Solid prism(int n, double r, double h) {
    var vertices = new ArrayList<double[]>();
    var faces = new ArrayList<int[]>();
    int[] below = new int[n];
    int[] above = new int[n];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      vertices.add(new double[] {r * Math.cos(angle), r * Math.sin(angle), 0});
      vertices.add(new double[] {r * Math.cos(angle), r * Math.sin(angle), h});
      below[n - 1 - i] = 2 * i;
      above[i] = 2 * i + 1;
      int next = 2 * ((i + 1) % n);
      faces.add(new int[] {2 * i, next, next + 1, 2 * i + 1});
    }
    faces.add(below);
    faces.add(above);
    return new Solid(vertices, faces);
  }

  Solid mapped(java.util.function.UnaryOperator<double[]> map) {
    return new Solid(vertices.stream().map(map).toList(), faces);
  }

  /** Without the triangles from {@code first} on. */
  Solid triangulated() {
    var triangles = new ArrayList<int[]>();
    for (var face : faces) {
      for (int i = 2; i < face.length; i++) {
        triangles.add(new int[] {face[0], face[i - 1], face[i]});
      }
    }
    return new Solid(vertices, triangles);
  }

  byte[] stl(String header) {
    var triangles = triangulated().faces();
    var buffer = ByteBuffer.allocate(84 + 50 * triangles.size()).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(header.getBytes(StandardCharsets.ISO_8859_1)).position(80);
    buffer.putInt(triangles.size());
    for (var face : triangles) {
      buffer.position(buffer.position() + 12);
      for (int corner : face) {
        for (double value : vertices.get(corner)) {
          buffer.putFloat((float) value);
        }
      }
      buffer.putShort((short) 0);
    }
    return buffer.array();
  }

  byte[] stlText() {
    var out = new StringBuilder("solid a name with words\n");
    for (var face : triangulated().faces()) {
      out.append(" facet normal 0 0 0\r\n  outer loop\n");
      for (int corner : face) {
        var v = vertices.get(corner);
        out.append("   vertex %s %s %s\n".formatted(v[0], v[1], v[2]));
      }
      out.append("  endloop\n endfacet\n");
    }
    return out.append("endsolid a name\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] obj(boolean negative) {
    var out = new StringBuilder("# exported\nmtllib x.mtl\no part\n");
    vertices.forEach(v -> out.append("v %s %s %s\n".formatted(v[0], v[1], v[2])));
    out.append("vt 0 0\nvn 0 0 1\n");
    for (var face : faces) {
      out.append("f");
      for (int corner : face) {
        out.append(negative ? " " + (corner - vertices.size()) : " " + (corner + 1) + "/1/1");
      }
      out.append(" \n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As an {@code <object>} of a 3MF. */
  String object(int id) {
    var out = new StringBuilder("<object id=\"%d\" type=\"model\"><mesh><vertices>".formatted(id));
    vertices.forEach(
        v -> out.append("<vertex x=\"%s\" y=\"%s\" z=\"%s\"/>".formatted(v[0], v[1], v[2])));
    out.append("</vertices><triangles>");
    triangulated()
        .faces()
        .forEach(
            f ->
                out.append(
                    "<triangle v1=\"%d\" v2=\"%d\" v3=\"%d\"/>".formatted(f[0], f[1], f[2])));
    return out.append("</triangles></mesh></object>").toString();
  }

  static byte[] threeMf(String unit, String resources, String build) {
    var model =
        "<?xml version=\"1.0\"?><model unit=\"%s\" xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\"><resources>%s</resources><build>%s</build></model>"
            .formatted(unit, resources, build);
    return zip(Map.of("3D/3dmodel.model", model.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] zip(Map<String, byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
