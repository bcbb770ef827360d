package org.vicinal.agent.slicing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vicinal.messages.config.ConfigurationError;

/** The printers of the vendors' bundles that came with PrusaSlicer. */
public final class KnownPrinters {
  private KnownPrinters() {}

  /** A printer of a bundle. */
  public record Known(String bundle, String printer) {
    /** As people say and write it: {@code Creality: Creality Ender-3 (0.4 mm nozzle)}. */
    public String words() {
      return bundle + ": " + printer;
    }
  }

  /**
   * Those whose names have {@code words} in them, whatever stands between its letters: the usual
   * nozzle first, then the shortest name. None for no words.
   */
  public static List<Known> find(String words) {
    var wanted = letters(words);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return Slicing.listBundles().stream()
        .flatMap(
            file -> {
              var bundle = Slicing.name(file);
              return VendorBundle.read(file).list(VendorBundle.Kind.PRINTER).stream()
                  .map(printer -> new Known(bundle, printer));
            })
        .filter(known -> letters(known.printer()).contains(wanted))
        .sorted(
            Comparator.comparing((Known known) -> !isUsualNozzle(known.printer()))
                .thenComparingInt(known -> known.printer().length())
                .thenComparing(Known::words))
        .toList();
  }

  /**
   * Reads {@code BUNDLE: PRINTER}.
   *
   * @throws IllegalArgumentException when there is no such printer; names the nearest
   */
  public static Known parse(String words) {
    int colon = words.indexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException(
          "Expected VENDOR: PRINTER such as Creality: Creality Ender-3 (0.4 mm nozzle), found \"%s\"."
              .formatted(words));
    }
    var known = new Known(words.substring(0, colon).strip(), words.substring(colon + 1).strip());
    try {
      VendorBundle.read(Slicing.file(known.bundle()))
          .flatten(VendorBundle.Kind.PRINTER, known.printer());
      return known;
    } catch (ConfigurationError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Vendors name other nozzles, and often not the usual one. */
  private static boolean isUsualNozzle(String printer) {
    return printer.contains("0.4") || !printer.matches(".*\\b[01]\\.\\d+.*");
  }

  private static String letters(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
