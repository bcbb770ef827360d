package org.vicinal.commons.okw;

import static org.vicinal.commons.okw.Facts.at;

import java.util.List;
import java.util.Optional;
import org.vicinal.commons.Finding;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Sameness;

/** What is odd about a facility: the standard demands nothing, so only errors of fact are said. */
final class FacilityCheck {
  private static final List<String> STATUS =
      List.of("Active", "Planned", "Temporary Closure", "Closed");
  private static final List<String> ACCESS =
      List.of("Restricted", "Restricted with public hours", "Shared space", "Public", "Membership");
  private final List<Finding> findings;

  FacilityCheck(List<Finding> findings) {
    this.findings = findings;
  }

  void check(Table facility) {
    if (facility.words("name").isEmpty()) {
      findings.add(Finding.error(facility.line(), "A workshop has no name. Add one."));
    }
    word(facility, "facility_status", STATUS);
    word(facility, "access_type", ACCESS);
    coordinates(facility);
    facility.find("equipment").stream()
        .flatMap(value -> value.each().stream())
        .forEach(this::equipment);
  }

  private void word(Table facility, String key, List<String> known) {
    facility
        .find(key)
        .filter(value -> value.words().isPresent() && !known.contains(value.words().get()))
        .ifPresent(
            value ->
                findings.add(
                    Finding.warning(
                        value.line(),
                        "Expected %s to be one of %s, found %s; kept."
                            .formatted(key, known, value.kind()))));
  }

  private void coordinates(Table facility) {
    var lat = at(facility, "location", "coordinates", "lat");
    var lon = at(facility, "location", "coordinates", "lon");
    var pair = at(facility, "location", "gps_coordinates");
    range("latitude", lat, 90);
    range("longitude", lon, 180);
    pair.ifPresent(
        value -> {
          var numbers = value.words().orElse("").split("[,; ]+", -1);
          if (numbers.length != 2
              || Sameness.value(numbers[0]).isEmpty()
              || Sameness.value(numbers[1]).isEmpty()) {
            findings.add(
                Finding.warning(
                    value.line(),
                    "Expected gps_coordinates as \"latitude, longitude\", found %s."
                        .formatted(value.kind())));
          } else if (lat.isPresent()
              && Math.abs(number(lat.get()) - Double.parseDouble(numbers[0])) > 0.01) {
            findings.add(
                Finding.warning(
                    value.line(), "gps_coordinates and coordinates name different places."));
          }
        });
  }

  private static double number(Node value) {
    return Sameness.value(value.words().orElse("")).map(Number::doubleValue).orElse(Double.NaN);
  }

  private void range(String name, Optional<Node> value, double most) {
    value.ifPresent(
        node -> {
          double degrees = number(node);
          if (!(Math.abs(degrees) <= most)) {
            findings.add(
                Finding.error(
                    node.line(),
                    "Expected a %s of -%.0f to %.0f degrees, found %s."
                        .formatted(name, most, most, node.kind())));
          }
        });
  }

  private void equipment(Node item) {
    if (!(item instanceof Table table)) {
      findings.add(
          Finding.warning(
              item.line(),
              "Expected equipment to be a table, found %s; kept.".formatted(item.kind())));
      return;
    }
    for (var key : List.of("equipment_type", "manufacturing_process", "material_type")) {
      table
          .words(key)
          .filter(words -> words.endsWith("Polychlorinated_biphenyl") || words.endsWith("/PCB"))
          .ifPresent(
              words ->
                  findings.add(
                      Finding.warning(
                          table.line(),
                          "%s is a poison; read as printed circuit board.".formatted(words))));
    }
  }
}
