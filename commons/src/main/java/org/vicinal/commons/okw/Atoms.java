package org.vicinal.commons.okw;

import static org.vicinal.commons.okw.Facts.at;

import java.util.Optional;
import java.util.stream.Stream;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;

/** Helpful Engineering's atoms: things, tools and processes by their Wikidata name. */
final class Atoms {
  private Atoms() {}

  static Table of(Table raw) {
    return new Facts()
        .with("name", name(raw))
        .with("contact", raw.words("contact").map(Text::new))
        .with("manufacturing_processes", names(raw, "processes"))
        .with(
            "equipment",
            new Listing(
                atoms(raw, "tool-list-atoms")
                    .map(
                        atom ->
                            new Facts()
                                .with("equipment_type", at(atom, "link"))
                                .with("notes", at(atom, "description"))
                                .table())
                    .toList()))
        .with("typical_products", names(raw, "product-atoms"))
        .with("website", raw.words("documentation-home").map(Text::new))
        .table();
  }

  private static Optional<Node> name(Table raw) {
    return raw.words("title")
        .or(() -> raw.words("licensor").map(who -> who + "'s workshop"))
        .map(Text::new);
  }

  private static Listing names(Table raw, String key) {
    return new Listing(
        atoms(raw, key)
            .flatMap(atom -> atom.words("link").or(() -> atom.words("identifier")).stream())
            .map(Text::new)
            .toList());
  }

  private static Stream<Table> atoms(Table raw, String key) {
    return raw.find(key).stream()
        .flatMap(value -> value.each().stream())
        .filter(Table.class::isInstance)
        .map(Table.class::cast);
  }
}
