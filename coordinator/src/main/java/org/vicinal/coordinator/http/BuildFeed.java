package org.vicinal.coordinator.http;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Builds as an Atom feed (RFC 4287), for whoever follows a design with a reader of their own. */
final class BuildFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int MOST = 100;

  private BuildFeed() {}

  /**
   * The feed.
   *
   * @param design the address of the design
   */
  static String of(ShownBuilds builds, URI design) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", design + "/builds");
      element(xml, "title", "Builds of " + clean(builds.title()));
      var newest = builds.builds().stream().map(ShownBuilds.Build::at).max(Instant::compareTo);
      element(xml, "updated", newest.orElse(Instant.EPOCH).toString());
      xml.writeEmptyElement("link");
      xml.writeAttribute("rel", "self");
      xml.writeAttribute("href", design + "/builds?format=atom");
      for (var build : builds.builds().stream().limit(MOST).toList()) {
        entry(xml, build, design);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing into memory cannot fail.", e);
    }
    return text.toString();
  }

  private static void entry(XMLStreamWriter xml, ShownBuilds.Build build, URI design)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    element(
        xml,
        "id",
        "%s/builds#%s-%s-%d"
            .formatted(design, build.release(), build.workshop(), build.at().toEpochMilli()));
    element(
        xml,
        "title",
        "%d of %s made by %s".formatted(build.accepted(), build.release(), build.workshop()));
    element(xml, "updated", build.at().toString());
    xml.writeStartElement("author");
    element(xml, "name", build.workshop().value());
    xml.writeEndElement();
    element(
        xml,
        "summary",
        "%s in %s on %s.%s%s"
            .formatted(
                build.process(),
                build.material(),
                build.machine(),
                build.refused() == 0 ? "" : " %d were not good.".formatted(build.refused()),
                build.remark() == null ? "" : " " + clean(build.remark())));
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /** Without what XML cannot say. */
  private static String clean(String text) {
    return text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD]", " ");
  }
}
