package org.vicinal.commons.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.vicinal.commons.Finding;
import org.vicinal.commons.tree.Node;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON by Jackson's parser, which knows the line of every token. */
final class JsonReader {
  private static final JsonFactory FACTORY = new JsonFactory();
  private final List<Finding> findings = new ArrayList<>();

  private JsonReader() {}

  static Syntax read(String text) {
    var reader = new JsonReader();
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return Syntax.broken(0, "Expected a manifest, found an empty file.");
      }
      var root = reader.node(parser);
      if (parser.nextToken() != null) {
        reader.findings.add(
            Finding.error(line(parser), "Expected the end, found more after the last bracket."));
      }
      return new Syntax(root, reader.findings);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return Syntax.broken(
          line,
          "Expected JSON, but %s near %s."
              .formatted(e.getOriginalMessage(), Syntax.quoted(text, line)));
    }
  }

  private Node node(JsonParser parser) {
    int line = line(parser);
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new Node.Text(parser.getString(), line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Figure(parser.getString(), line);
      case VALUE_TRUE -> new Node.Truth(true, line);
      case VALUE_FALSE -> new Node.Truth(false, line);
      case START_ARRAY -> {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(parser));
        }
        yield new Node.Listing(items, line);
      }
      case START_OBJECT -> table(parser, line);
      default -> new Node.Nothing(line);
    };
  }

  private Node table(JsonParser parser, int line) {
    var entries = new ArrayList<Node.Entry>();
    var seen = new HashMap<String, Integer>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      int at = line(parser);
      var before = seen.put(key, at);
      if (before != null) {
        findings.add(
            Finding.warning(
                at,
                "\"%s\" stands twice, here and in line %d. Remove one; this one counted."
                    .formatted(key, before)));
      }
      parser.nextToken();
      entries.add(new Node.Entry(key, node(parser), at));
    }
    return new Node.Table(entries, line);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
