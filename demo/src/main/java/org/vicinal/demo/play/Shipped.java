package org.vicinal.demo.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vicinal.demo.client.Coordinator;

/**
 * The designs that ship with the project, in {@code designs/NAME}.
 *
 * @param controller of its program: {@code MARLIN} or {@code GRBL}
 */
public record Shipped(
    String name,
    String title,
    String description,
    String licence,
    String material,
    String controller) {
  private static final String VERSION = "1.0.0";
  private static final String LICENCE = "CERN-OHL-S-2.0";

  public static final Shipped COAT_HOOK =
      new Shipped(
          "coat-hook",
          "Coat hook",
          "A hook for two screws; its layers run along the load.",
          LICENCE,
          "PLA",
          "MARLIN");
  public static final Shipped CABLE_CLIP =
      new Shipped(
          "cable-clip",
          "Cable clip",
          "Holds a cable at the edge of a table top of 18 mm.",
          LICENCE,
          "PLA",
          "MARLIN");
  public static final Shipped HEX_COASTER =
      new Shipped(
          "hex-coaster",
          "Hexagon coaster",
          "A cell of the map and its neighbours, from 6 mm plywood.",
          LICENCE,
          "plywood",
          "GRBL");
  public static final Shipped LAMP_RING =
      new Shipped(
          "lamp-ring",
          "Lamp ring",
          "Carries a lampshade of 300 mm, in one piece.",
          LICENCE,
          "PLA",
          "MARLIN");
  static final List<Shipped> ALL = List.of(COAT_HOOK, CABLE_CLIP, HEX_COASTER, LAMP_RING);

  /** Its release, {@code design@version}. */
  public String release() {
    return name + "@" + VERSION;
  }

  /** Its program. */
  Path program(Path designs) {
    return designs.resolve(name).resolve(name + (controller.equals("GRBL") ? ".nc" : ".gcode"));
  }

  /** Brings the files and publishes the release; publishing the same again changes nothing. */
  public void publish(Coordinator designer, Path designs) throws IOException, InterruptedException {
    var files = new ArrayList<Map<String, Object>>();
    files.add(
        bring(designer, program(designs), Map.of("role", "PROGRAM", "controller", controller)));
    files.add(
        bring(designer, designs.resolve(name).resolve(name + ".stl"), Map.of("role", "MODEL")));
    files.add(
        bring(designer, designs.resolve(name).resolve(name + ".scad"), Map.of("role", "SOURCE")));
    designer.put(
        "/api/v1/designs/%s/releases/%s".formatted(name, VERSION),
        Map.of(
            "title",
            title,
            "licence",
            licence,
            "description",
            description,
            "material",
            material,
            "files",
            files));
  }

  /** Brings its model alone, as somebody who has no program for it; what an order says of it. */
  public Map<String, Object> bringModel(Coordinator customer, Path designs)
      throws IOException, InterruptedException {
    var file = designs.resolve(name).resolve(name + ".stl");
    return Map.of(
        "files",
        List.of(bring(customer, file, Map.of("role", "MODEL"))),
        "title",
        title,
        "material",
        material,
        "origin",
        Map.of("source", "own"));
  }

  private static Map<String, Object> bring(
      Coordinator designer, Path file, Map<String, Object> more)
      throws IOException, InterruptedException {
    byte[] bytes = Files.readAllBytes(file);
    var digest = designer.bring(bytes);
    var named = new java.util.HashMap<String, Object>(more);
    named.putAll(
        Map.of(
            "name",
            String.valueOf(file.getFileName()),
            "digest",
            digest.value(),
            "bytes",
            bytes.length));
    return named;
  }
}
