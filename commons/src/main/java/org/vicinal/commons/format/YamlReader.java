package org.vicinal.commons.format;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.vicinal.commons.Finding;
import org.vicinal.commons.tree.Node;

/** YAML 1.2 by SnakeYAML Engine, which knows the line of every node. */
final class YamlReader {
  private static final int MOST_NODES = 200_000; // aliases of aliases grow without end
  private static final int DEEPEST = 100;
  private final List<Finding> findings = new ArrayList<>();
  private int nodes;

  private YamlReader() {}

  static Syntax read(String text) {
    var reader = new YamlReader();
    var source = reader.withoutBanner(text);
    try {
      var documents = new ArrayList<org.snakeyaml.engine.v2.nodes.Node>();
      var settings =
          LoadSettings.builder().setUseMarks(true).setMaxAliasesForCollections(50).build();
      new Compose(settings).composeAllFromString(source).forEach(documents::add);
      if (documents.size() > 1) {
        reader.findings.add(
            Finding.error(
                line(documents.get(1)),
                "Expected one document, found %d divided by \"---\". Only the first was read: make a file of each."
                    .formatted(documents.size())));
      }
      var root =
          documents.isEmpty() ? new Node.Table(List.of()) : reader.node(documents.getFirst(), 0);
      if (documents.isEmpty()) {
        reader.findings.add(Finding.error(0, "Expected a manifest, found an empty file."));
      }
      return new Syntax(root, reader.findings);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      return Syntax.broken(
          line,
          "Expected YAML, but %s near %s.%s"
              .formatted(e.getProblem(), Syntax.quoted(text, line), advice(e.getProblem())));
    } catch (YamlEngineException | TooMuch e) {
      return Syntax.broken(0, "Expected YAML, but " + e.getMessage());
    }
  }

  private static String advice(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return " Put quotes around a value that contains \": \".";
    }
    if (problem.contains("'\\t(TAB)'") || problem.contains("'\\t'")) {
      return " Indent with blanks instead of a tab.";
    }
    return "";
  }

  /** OKH v1 lets a file begin with a line of its own kind, which YAML takes for a directive. */
  private String withoutBanner(String text) {
    if (!text.startsWith("%")) {
      return text;
    }
    int end = text.indexOf('\n');
    var first = end < 0 ? text : text.substring(0, end);
    if (!first.toLowerCase(java.util.Locale.ROOT).startsWith("%open know-how")) {
      return text;
    }
    findings.add(
        Finding.warning(
            1, "\"%s\" is not YAML and was read as a comment.".formatted(first.strip())));
    return "#" + text.substring(1);
  }

  private Node node(org.snakeyaml.engine.v2.nodes.Node from, int depth) {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw new TooMuch(
          "it has more than %d values or is nested deeper than %d.".formatted(MOST_NODES, DEEPEST));
    }
    return switch (from) {
      case ScalarNode it -> scalar(it);
      case SequenceNode it ->
          new Node.Listing(
              it.getValue().stream().map(each -> node(each, depth + 1)).toList(), line(it));
      case MappingNode it -> table(it, depth);
      default -> throw new TooMuch("an alias names something that is not there.");
    };
  }

  private Node scalar(ScalarNode from) {
    if (!from.isPlain()) {
      return new Node.Text(from.getValue(), line(from));
    }
    if (Plain.isLeadingZero(from.getValue())) {
      findings.add(
          Finding.warning(
              line(from),
              "%s begins with a zero and was read as text. Put quotes around it."
                  .formatted(from.getValue())));
    }
    if (from.getTag().equals(Tag.STR)
        && !(Plain.of(from.getValue(), 0) instanceof Node.Moment)
        && !(Plain.of(from.getValue(), 0) instanceof Node.Figure)) {
      return new Node.Text(from.getValue(), line(from));
    }
    return Plain.of(from.getValue(), line(from));
  }

  private Node table(MappingNode from, int depth) {
    var entries = new ArrayList<Node.Entry>();
    var seen = new java.util.HashMap<String, Integer>();
    for (var tuple : from.getValue()) {
      int line = line(tuple.getKeyNode());
      String key =
          tuple.getKeyNode() instanceof ScalarNode scalar
              ? scalar.getValue()
              : YamlWriter.write(node(tuple.getKeyNode(), depth + 1)).strip();
      if (!(tuple.getKeyNode() instanceof ScalarNode)) {
        findings.add(
            Finding.warning(line, "Expected a word as key, found a list or table; read as text."));
      }
      var before = seen.put(key, line);
      if (before != null) {
        findings.add(
            Finding.warning(
                line,
                "\"%s\" stands twice, here and in line %d. Remove one; this one counted."
                    .formatted(key, before)));
      }
      entries.add(new Node.Entry(key, node(tuple.getValueNode(), depth + 1), line));
    }
    return new Node.Table(entries, line(from));
  }

  private static int line(org.snakeyaml.engine.v2.nodes.Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** More than anybody writes by hand. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuch(String words) {
      super(words);
    }
  }
}
