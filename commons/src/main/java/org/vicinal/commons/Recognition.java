package org.vicinal.commons;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Table;

/** Which dialect a tree is in, by the keys that only one of them has. */
final class Recognition {
  private Recognition() {}

  static Kind of(Node root) {
    return switch (root) {
      case Table table -> of(table);
      case Node.Listing list
          when !list.items().isEmpty() && list.items().getFirst() instanceof Table first ->
          first.has("facility") && first.has("location")
              ? Kind.OKW_LINKED
              : of(first).isWorkshop() ? of(first) : Kind.UNKNOWN;
      default -> Kind.UNKNOWN;
    };
  }

  private static Kind of(Table table) {
    if (table.has("okhv")) {
      boolean losh = table.words("okhv").orElse("").toLowerCase(Locale.ROOT).contains("losh");
      return losh ? Kind.OKH_LOSH : Kind.OKH_2;
    }
    if (any(table, "api_compatibility", "api") && any(table, "space", "state", "ext_fablab")) {
      return Kind.SPACE_API;
    }
    if (any(table, "DistributedResource", "ManufacturingFacility", "ManufacturingEquipment")) {
      return Kind.OKW_RELATIONAL;
    }
    if (table.has("facility") && table.has("location")) {
      return Kind.OKW_LINKED;
    }
    if (any(table, "facilityStatus", "manufacturingProcesses", "accessType", "typicalBatchSize")
        || (table.find("location").orElse(table) instanceof Table location
            && location.has("gpsCoordinates"))) {
      return Kind.OKW_SPECIFIED;
    }
    if ((any(table, "facility_status", "manufacturing_processes", "access_type")
            && !table.has("title"))
        || (table.has("location") && any(table, "equipment", "name") && !table.has("repo"))) {
      return Kind.OKW;
    }
    if (any(table, "inventory-atoms", "supply-atoms", "product-atoms")) {
      return Kind.OKW_ATOMS;
    }
    if (table.entries().stream()
        .anyMatch(entry -> entry.key().matches("kept-from-(okw.*|spaceapi)"))) {
      return Kind.OKW; // a workshop of which little more was known
    }
    if (table.has("title")
        && any(
            table,
            "manufacturing_processes",
            "documentation_language",
            "tsdc",
            "making_instructions")) {
      return Kind.OKH_SNAKE;
    }
    if (any(table, "okh-manifest-version", "project-link", "documentation-home", "title", "license")
        && !(table.has("name") && table.has("repo"))) {
      return Kind.OKH_1;
    }
    return table.has("name") && table.has("repo") ? Kind.OKH_2 : Kind.UNKNOWN;
  }

  private static boolean any(Table table, String... keys) {
    var wanted = Set.copyOf(List.of(keys));
    return table.entries().stream().anyMatch(entry -> wanted.contains(entry.key()));
  }
}
