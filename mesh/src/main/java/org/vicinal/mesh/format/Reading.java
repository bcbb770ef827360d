package org.vicinal.mesh.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.Finding;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.Measure;
import org.vicinal.mesh.Measure.Format;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Triangles;

/** Tells formats apart by what stands in the file, and reads them. */
public final class Reading {
  private static final int LOOKED_AT = 1024;

  private Reading() {}

  /** Measures {@code bytes}; {@code name} helps where the content could be anything. */
  public static Measure measure(String name, Bytes bytes, Limits limits, Triangles seen)
      throws IOException, MeshRefusal {
    if (bytes.length() == 0) {
      throw new MeshRefusal("Expected a mesh, but the file is empty.");
    }
    if (bytes.length() > limits.bytes()) {
      throw new MeshRefusal(
          "Expected at most %d MB, but found %d MB. Simplify the mesh.",
          limits.bytes() >> 20, bytes.length() >> 20);
    }
    byte[] head;
    try (var in = bytes.open()) {
      head = in.readNBytes(LOOKED_AT);
    }
    var findings = new ArrayList<Finding>();
    var format = format(name, head, bytes.length());
    if (format == Format.THREE_MF) {
      return new Measure(format, new ThreeMf(bytes, limits, seen).read(findings), findings);
    }
    var measuring = new Measuring("The mesh", limits, seen);
    switch (format) {
      case STL_BINARY -> StlBinary.read(bytes, measuring, findings);
      case STL_TEXT -> StlText.read(bytes, measuring);
      default -> Obj.read(bytes, limits, measuring);
    }
    var part = measuring.end(findings);
    if (findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.UNITS)) {
      Units.suspect(part, findings);
    }
    return new Measure(format, List.of(part), findings);
  }

  private static Format format(String name, byte[] head, long length) throws MeshRefusal {
    var text = new String(head, StandardCharsets.ISO_8859_1);
    var word = text.stripLeading().toLowerCase(Locale.ROOT);
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (text.startsWith("PK")) {
      return Format.THREE_MF;
    }
    stranger(word);
    if (ending.equals("obj")) {
      return Format.OBJ;
    }
    if (word.startsWith("solid") && !exactlyBinary(head, length) && looksLikeText(head)) {
      return Format.STL_TEXT;
    }
    if (ending.equals("stl") || exactlyBinary(head, length)) {
      return Format.STL_BINARY;
    }
    if (text.lines().limit(20).anyMatch(line -> line.startsWith("v "))) {
      return Format.OBJ;
    }
    throw new MeshRefusal(
        "Expected an STL, 3MF or OBJ file, but \"%s\" is none of them. Export the model as 3MF or STL.",
        name);
  }

  private static void stranger(String word) throws MeshRefusal {
    String found = null;
    if (word.startsWith("iso-10303")) {
      found = "a STEP file";
    } else if (word.startsWith("<!doctype html") || word.startsWith("<html")) {
      found = "a web page";
    } else if (word.startsWith("ply")) {
      found = "a PLY file";
    } else if (word.startsWith("%pdf")) {
      found = "a PDF";
    }
    if (found != null) {
      throw new MeshRefusal(
          "Expected an STL, 3MF or OBJ file, but found %s. Export the model as 3MF or STL.", found);
    }
  }

  private static boolean exactlyBinary(byte[] head, long length) {
    return head.length >= StlBinary.HEADER
        && length == StlBinary.HEADER + StlBinary.promised(head) * StlBinary.TRIANGLE;
  }

  /** Text has no zero bytes; nearly every binary STL has some in its header or count. */
  private static boolean looksLikeText(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
    }
    return true;
  }
}
