package org.vicinal.commons.okw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Table;

/** A table in the making; what is absent or empty is left out. */
final class Facts {
  private final List<Entry> entries = new ArrayList<>();

  Facts with(String key, Optional<? extends Node> value) {
    value
        .filter(node -> !(node instanceof Node.Nothing))
        .filter(node -> !(node instanceof Table table && table.entries().isEmpty()))
        .filter(node -> !(node instanceof Node.Listing list && list.items().isEmpty()))
        .ifPresent(node -> entries.add(new Entry(key, node)));
    return this;
  }

  Facts with(String key, Node value) {
    return with(key, Optional.of(value));
  }

  Table table() {
    return new Table(entries);
  }

  /** The value at the end of a path of keys. */
  static Optional<Node> at(Node from, String... path) {
    Optional<Node> here = Optional.of(from);
    for (var key : path) {
      here = here.flatMap(node -> node instanceof Table table ? table.find(key) : Optional.empty());
    }
    return here.filter(node -> !(node instanceof Node.Nothing));
  }
}
