package org.vicinal.commons.okh;

import java.util.ArrayList;
import java.util.List;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;

/** 2.4 as LOSH 1.0 writes it: sizes as an OpenSCAD cube, masses with their unit. */
final class Losh {
  private Losh() {}

  static Table of(Table two) {
    return measures(two).with("okhv", new Text("OKH-LOSHv1.0"));
  }

  private static Table measures(Table from) {
    var entries = new ArrayList<Entry>();
    for (var entry : from.entries()) {
      var value =
          switch (entry.key()) {
            case "outer-dimensions" -> size(entry.value());
            case "mass" ->
                new Table(
                    List.of(new Entry("value", entry.value()), new Entry("unit", new Text("g"))));
            case "part" ->
                new Listing(
                    entry.value().each().stream()
                        .map(part -> part instanceof Table table ? measures(table) : part)
                        .toList());
            default -> entry.value();
          };
      entries.add(new Entry(entry.key(), value, entry.line()));
    }
    return new Table(entries, from.line());
  }

  private static Node size(Node value) {
    if (!(value instanceof Table size)) {
      return value;
    }
    var cube =
        "cube(size = [%s,%s,%s])"
            .formatted(
                size.words("width").orElse("0"),
                size.words("depth").orElse("0"),
                size.words("height").orElse("0"));
    return new Table(
        List.of(new Entry("openSCAD", new Text(cube)), new Entry("unit", new Text("mm"))));
  }
}
