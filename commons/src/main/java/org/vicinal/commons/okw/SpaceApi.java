package org.vicinal.commons.okw;

import static org.vicinal.commons.okw.Facts.at;

import java.util.List;
import java.util.Optional;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;
import org.vicinal.commons.tree.Node.Truth;

/** SpaceAPI (hackerspaces), with the capabilities that Maps of Making and fab labs add. */
final class SpaceApi {
  private SpaceApi() {}

  static Table toFacility(Table raw) {
    var open = at(raw, "state", "open");
    var location =
        new Facts()
            .with("address", new Facts().with("street", at(raw, "location", "address")).table())
            .with(
                "coordinates",
                new Facts()
                    .with("lat", at(raw, "location", "lat"))
                    .with("lon", at(raw, "location", "lon"))
                    .table())
            .table();
    return new Facts()
        .with("name", at(raw, "space"))
        .with("location", location)
        .with(
            "facility_status",
            open.isPresent() ? Optional.of(new Text("Active")) : Optional.empty())
        .with("contact", at(raw, "contact"))
        .with("website", at(raw, "url"))
        .with("manufacturing_processes", at(raw, "ext_fablab", "capabilities"))
        .with("equipment", at(raw, "ext_fablab", "equipment"))
        .table();
  }

  /** SpaceAPI 0.14 and 15 want all of these, even where nobody knows. */
  static Table of(Table facility) {
    var address =
        at(facility, "location", "address").filter(Table.class::isInstance).map(Table.class::cast);
    var lines =
        address.stream()
            .flatMap(
                table ->
                    List.of("number", "street", "postcode", "city", "region", "country").stream()
                        .flatMap(key -> table.words(key).stream()))
            .collect(java.util.stream.Collectors.joining(" "));
    var location =
        new Facts()
            .with("address", lines.isEmpty() ? Optional.empty() : Optional.of(new Text(lines)))
            .with("lat", at(facility, "location", "coordinates", "lat"))
            .with("lon", at(facility, "location", "coordinates", "lon"))
            .table();
    boolean active = facility.words("facility_status").orElse("Active").equalsIgnoreCase("Active");
    var processes = at(facility, "manufacturing_processes").orElseGet(() -> listed(facility));
    return new Facts()
        .with("api_compatibility", new Listing(List.of(new Text("14"), new Text("15"))))
        .with(
            "space",
            facility.words("name").map(Text::new).or(() -> Optional.of(new Text("A workshop"))))
        .with("logo", new Text(facility.words("logo").orElse("")))
        .with("url", new Text(facility.words("website").orElse("")))
        .with("location", location)
        .with(
            "contact",
            at(facility, "contact", "contact")
                .or(() -> at(facility, "contact"))
                .filter(Table.class::isInstance))
        .with("state", new Facts().with("open", new Truth(active, 0)).table())
        .with(
            "ext_fablab",
            new Facts()
                .with("capabilities", processes)
                .with("equipment", at(facility, "equipment"))
                .table())
        .table();
  }

  private static Node listed(Table facility) {
    return new Listing(
        at(facility, "equipment").stream()
            .flatMap(value -> value.each().stream())
            .flatMap(item -> at(item, "manufacturing_process").stream())
            .distinct()
            .toList());
  }
}
