package org.vicinal.commons.okw;

import java.util.List;
import org.vicinal.commons.Finding;
import org.vicinal.commons.Kind;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;

/**
 * Workshops from any container as plain facilities, and from there to those that can be written.
 */
public final class Okw {
  private Okw() {}

  /** The facilities in {@code root}, one or many; tolerated quirks go to {@code findings}. */
  public static List<Table> facilities(Kind kind, Node root, List<Finding> findings) {
    var found =
        kind == Kind.OKW_RELATIONAL && root instanceof Table table
            ? Relations.of(table)
            : root.each().stream()
                .filter(Table.class::isInstance)
                .map(item -> facility(kind, (Table) item))
                .toList();
    found.forEach(facility -> new FacilityCheck(findings).check(facility));
    return found;
  }

  private static Table facility(Kind kind, Table raw) {
    return switch (kind) {
      case OKW_SPECIFIED -> Camel.toSnake(raw);
      case OKW_LINKED -> Linked.of(raw);
      case OKW_ATOMS -> Atoms.of(raw);
      case SPACE_API -> SpaceApi.toFacility(raw);
      default -> raw;
    };
  }

  /** {@code facilities} as {@code kind} has them; one alone stands by itself. */
  public static Node write(Kind kind, List<Table> facilities) {
    var written =
        facilities.stream()
            .map(
                facility ->
                    switch (kind) {
                      case OKW_SPECIFIED -> Camel.toCamel(facility);
                      case SPACE_API -> SpaceApi.of(facility);
                      default -> facility;
                    })
            .toList();
    return written.size() == 1 ? written.getFirst() : new Listing(written);
  }
}
