package org.vicinal.commons.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.vicinal.commons.tree.Node;

/** A tree as YAML that reads back as the same tree. */
final class YamlWriter {
  private static final DumpSettings SETTINGS =
      DumpSettings.builder().setSplitLines(false).setIndicatorIndent(2).setIndent(4).build();

  private YamlWriter() {}

  static String write(Node node) {
    var events = new Serialize(SETTINGS).serializeOne(of(node));
    return new Present(SETTINGS).emitToString(events.iterator());
  }

  private static org.snakeyaml.engine.v2.nodes.Node of(Node node) {
    return switch (node) {
      case Node.Text it -> text(it.value());
      case Node.Figure it -> plain(it.spelled());
      case Node.Moment it -> plain(it.spelled());
      case Node.Truth it -> plain(String.valueOf(it.value()));
      case Node.Nothing _ -> plain("null");
      case Node.Listing it ->
          new SequenceNode(Tag.SEQ, it.items().stream().map(YamlWriter::of).toList(), flow(it));
      case Node.Table it -> {
        List<NodeTuple> tuples = new ArrayList<>();
        it.entries().forEach(e -> tuples.add(new NodeTuple(text(e.key()), of(e.value()))));
        yield new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
      }
    };
  }

  private static FlowStyle flow(Node.Listing list) {
    return list.items().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  /** Bare, with the tag that the reader will see in it anyway. */
  private static ScalarNode plain(String spelled) {
    var tag = SETTINGS.getSchema().getScalarResolver().resolve(spelled, true);
    return new ScalarNode(tag, spelled, ScalarStyle.PLAIN);
  }

  private static ScalarNode text(String value) {
    var style =
        value.chars().anyMatch(YamlWriter::isStrange) ? ScalarStyle.DOUBLE_QUOTED : quoting(value);
    return new ScalarNode(Tag.STR, true, value, style, Optional.empty(), Optional.empty());
  }

  /** Control characters, and line ends that only YAML takes for such; only escapes keep them. */
  private static boolean isStrange(int c) {
    return (c < 0x20 && c != '\n')
        || (c >= 0x7f && c < 0xa0)
        || c == 0x2028
        || c == 0x2029
        || c == 0xfeff;
  }

  private static ScalarStyle quoting(String value) {
    return !(Plain.of(value, 0) instanceof Node.Text) || Plain.isLeadingZero(value)
        ? ScalarStyle.SINGLE_QUOTED
        : value.strip().contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
  }
}
