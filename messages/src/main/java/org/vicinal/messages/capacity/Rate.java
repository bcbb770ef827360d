package org.vicinal.messages.capacity;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vicinal.messages.id.MachineId;

/**
 * What a workshop usually asks for a machine's work, in minor units (cents). A bid may differ.
 *
 * @param currency ISO 4217, such as {@code EUR}
 * @param hour for an hour of machine time
 * @param setup once per lot
 * @param materials material in lower case to its price: per kilogram for a printer, per piece for
 *     other machines
 * @param handlingSeconds what a person needs between two runs
 */
public record Rate(
    MachineId machine,
    String currency,
    long hour,
    long setup,
    Map<String, Long> materials,
    long handlingSeconds) {
  public Rate {
    var sorted = new TreeMap<String, Long>();
    materials.forEach((name, price) -> sorted.put(name.toLowerCase(Locale.ROOT), price));
    materials = Collections.unmodifiableSortedMap(sorted);
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "Expected a currency of three capitals (ISO 4217), but found \"" + currency + "\".");
    }
    if (hour < 0 || setup < 0 || handlingSeconds < 0) {
      throw new IllegalArgumentException("Expected rates and handling from 0.");
    }
  }
}
