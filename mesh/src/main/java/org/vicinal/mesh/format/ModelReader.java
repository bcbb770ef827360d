package org.vicinal.mesh.format;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.MeshRefusal;

/**
 * One {@code .model} of a 3MF (core specification 1.3, and {@code p:path} of its production
 * extension): units, objects, components and the items to build.
 */
final class ModelReader {
  private static final String PRODUCTION =
      "http://schemas.microsoft.com/3dmanufacturing/production/2015/06";

  /** What is to be built: an object in a place. */
  record Item(String key, Transform transform) {}

  private final String path;
  private final Limits limits;
  private final Map<String, ModelObject> objects;
  private final List<Item> items;
  private final long[] kept;
  private double unit = 1;
  private @Nullable ModelObject object;

  /**
   * @param path of the model within the package: ids are its own
   * @param objects where its objects go, by path and id
   * @param items where what it builds goes
   * @param kept how many vertices and triangles the whole package keeps so far
   */
  ModelReader(
      String path, Limits limits, Map<String, ModelObject> objects, List<Item> items, long[] kept) {
    this.path = path;
    this.limits = limits;
    this.objects = objects;
    this.items = items;
    this.kept = kept;
  }

  /** Millimetres in a unit of this model. */
  double unit() {
    return unit;
  }

  void read(InputStream in) throws IOException, MeshRefusal {
    try {
      var xml = factory().createXMLStreamReader(new ShortTags(in));
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("object")) {
          object = null;
        } else if (event == XMLStreamConstants.DTD) {
          throw new MeshRefusal(
              "%s: expected plain XML, but found a document type. Export the model anew.", path);
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io
          && !(io instanceof CharConversionException)) {
        throw io;
      }
      throw new MeshRefusal(
          "%s:%d: expected XML, but found: %s",
          path, e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), firstLine(e));
    }
  }

  private void start(XMLStreamReader xml) throws MeshRefusal {
    switch (xml.getLocalName()) {
      case "model" -> unit = unit(attribute(xml, "unit"));
      case "object" -> object(xml);
      case "vertex" -> vertex(xml);
      case "triangle" -> triangle(xml);
      case "component" -> {
        if (object != null) {
          object.components.add(
              new ModelObject.Component(
                  reference(xml), Transform.read(attribute(xml, "transform"))));
        }
      }
      case "item" ->
          items.add(new Item(reference(xml), Transform.read(attribute(xml, "transform"))));
      default -> {} // materials, textures and whatever slicers keep
    }
  }

  private double unit(@Nullable String name) throws MeshRefusal {
    double millimetres = name == null ? 1 : Units.millimetres(name);
    if (Double.isNaN(millimetres)) {
      throw new MeshRefusal(
          "%s: expected a unit of micron, millimeter, centimeter, inch, foot or meter, but found \"%s\".",
          path, String.valueOf(name));
    }
    return millimetres;
  }

  private void object(XMLStreamReader xml) throws MeshRefusal {
    var id = required(xml, "id");
    var type = attribute(xml, "type");
    var name = attribute(xml, "name");
    boolean solid = type == null || type.equals("model") || type.equals("solid");
    var made = new ModelObject(name == null || name.isBlank() ? "Object " + id : name, solid);
    if (objects.putIfAbsent(path + "#" + id, made) != null) {
      throw new MeshRefusal("%s: expected one object of id %s, but found two.", path, id);
    }
    object = made;
  }

  private void vertex(XMLStreamReader xml) throws MeshRefusal {
    if (object == null) {
      return;
    }
    if (++kept[0] > limits.keptVertices()) {
      throw new MeshRefusal(
          "Expected at most %d vertices, but found more. Simplify the mesh.",
          limits.keptVertices());
    }
    object.vertex(number(xml, "x"), number(xml, "y"), number(xml, "z"));
  }

  private void triangle(XMLStreamReader xml) throws MeshRefusal {
    if (object == null) {
      return;
    }
    if (++kept[1] > 2L * limits.keptVertices()) {
      throw new MeshRefusal(
          "Expected at most %d triangles beside their copies, but found more. Simplify the mesh.",
          2L * limits.keptVertices());
    }
    object.triangle(index(xml, "v1", object), index(xml, "v2", object), index(xml, "v3", object));
  }

  private int index(XMLStreamReader xml, String name, ModelObject of) throws MeshRefusal {
    var text = required(xml, name);
    int index;
    try {
      index = Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      index = -1;
    }
    if (index < 0 || index >= of.vertexCount()) {
      throw new MeshRefusal(
          "%s:%d: expected %s to be a vertex from 0 to %d, but found \"%s\".",
          path, xml.getLocation().getLineNumber(), name, of.vertexCount() - 1, text);
    }
    return index;
  }

  private double number(XMLStreamReader xml, String name) throws MeshRefusal {
    var text = required(xml, name);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new MeshRefusal(
          "%s:%d: expected %s to be a number, but found \"%s\".",
          path, xml.getLocation().getLineNumber(), name, text);
    }
  }

  private String reference(XMLStreamReader xml) throws MeshRefusal {
    var elsewhere = xml.getAttributeValue(PRODUCTION, "path");
    return (elsewhere == null ? path : elsewhere) + "#" + required(xml, "objectid");
  }

  private String required(XMLStreamReader xml, String name) throws MeshRefusal {
    var value = attribute(xml, name);
    if (value == null) {
      throw new MeshRefusal(
          "%s:%d: expected <%s> to have %s, but it has none.",
          path, xml.getLocation().getLineNumber(), xml.getLocalName(), name);
    }
    return value;
  }

  private static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      var namespace = xml.getAttributeNamespace(i);
      if ((namespace == null || namespace.isEmpty()) && xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private static String firstLine(XMLStreamException e) {
    var text = String.valueOf(e.getMessage());
    int message = text.indexOf("Message: ");
    return (message < 0 ? text : text.substring(message + 9)).lines().findFirst().orElse("");
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }
}
