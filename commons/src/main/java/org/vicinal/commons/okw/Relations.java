package org.vicinal.commons.okw;

import static org.vicinal.commons.okw.Facts.at;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;

/** The relations of 2024: tables of rows with integer keys, joined by resource. */
final class Relations {
  private Relations() {}

  static List<Table> of(Table root) {
    return rows(root, "ManufacturingFacility").stream().map(row -> facility(root, row)).toList();
  }

  private static Table facility(Table root, Table row) {
    var resource = row(root, "DistributedResource", "resource_id", row.words("resource_id"));
    var address = row(root, "Address", "address_id", resource.words("address_id"));
    var contact = row(root, "Contact", "contact_id", resource.words("contact_id"));
    var location =
        new Facts()
            .with(
                "address",
                new Facts()
                    .with("number", at(address, "number"))
                    .with("street", at(address, "street"))
                    .with("city", at(address, "locality"))
                    .with("region", at(address, "region"))
                    .with("country", at(address, "country"))
                    .with("postcode", address.words("postcode").map(Text::new))
                    .table())
            .with(
                "coordinates",
                new Facts()
                    .with("lat", at(address, "latitude"))
                    .with("lon", at(address, "longitude"))
                    .table())
            .table();
    return new Facts()
        .with("id", row.words("facility_id").map(Text::new))
        .with("name", at(row, "name"))
        .with("location", location)
        .with(
            "contact",
            new Facts()
                .with("email", at(contact, "email"))
                .with("website", at(contact, "website"))
                .table())
        .with("description", at(row, "description"))
        .with("manufacturing_processes", processes(row))
        .with("equipment", equipment(root, row.words("resource_id")))
        .table();
  }

  private static Node processes(Table row) {
    return new Listing(
        row.words("capabilities").stream()
            .flatMap(words -> Arrays.stream(words.split("[,;]")))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .map(Text::new)
            .toList());
  }

  private static Node equipment(Table root, Optional<String> resource) {
    return new Listing(
        rows(root, "ManufacturingEquipment").stream()
            .filter(row -> resource.isPresent() && row.words("resource_id").equals(resource))
            .map(
                row ->
                    new Facts()
                        .with("equipment_type", at(row, "type"))
                        .with("make", at(row, "brand"))
                        .with("model", at(row, "model"))
                        .with("notes", at(row, "description"))
                        .table())
            .toList());
  }

  private static List<Table> rows(Table root, String name) {
    return root.find(name).stream()
        .flatMap(value -> value.each().stream())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .toList();
  }

  private static Table row(Table root, String name, String key, Optional<String> id) {
    return rows(root, name).stream()
        .filter(row -> id.isPresent() && row.words(key).equals(id))
        .findFirst()
        .orElse(new Table(List.of()));
  }
}
