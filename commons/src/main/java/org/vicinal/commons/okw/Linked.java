package org.vicinal.commons.okw;

import static org.vicinal.commons.okw.Facts.at;

import org.vicinal.commons.tree.Node.Table;

/** The records of 2023: geocoding, address, region, location and facility, linked by UUIDs. */
final class Linked {
  private Linked() {}

  static Table of(Table raw) {
    var address =
        new Facts()
            .with("street", at(raw, "address", "extended"))
            .with("city", at(raw, "region", "city_town"))
            .with("region", at(raw, "region", "state_region"))
            .with("country", at(raw, "region", "country"))
            .with("postcode", at(raw, "address", "zip_code"))
            .table();
    var coordinates =
        new Facts()
            .with("lat", at(raw, "geocoding", "latitude"))
            .with("lon", at(raw, "geocoding", "longitude"))
            .table();
    var location = new Facts().with("address", address).with("coordinates", coordinates).table();
    return new Facts()
        .with("id", at(raw, "facility", "facility_id"))
        .with("name", at(raw, "facility", "name"))
        .with("location", location)
        .with("description", at(raw, "facility", "description"))
        .with("website", at(raw, "facility", "url"))
        .table();
  }
}
