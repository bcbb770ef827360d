package org.vicinal.agent.slicing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.config.Nearest;

/**
 * How one machine slices, as {@code workshop.yaml} has it: either a flat profile per material, or a
 * vendor's bundle with the printer's name; what is not said there, the bundle's printer says.
 *
 * @param profiles material to a flat profile's file
 * @param bundle a vendor's file, or its name where PrusaSlicer keeps them, such as {@code Creality}
 * @param printer the printer's section in it, such as {@code Creality Ender-3 (0.4 mm nozzle)}
 * @param print the section of layers and speeds; the printer's default when nothing is said
 * @param filaments material to the section of the filament; the first of that type that is for the
 *     printer, when nothing is said
 * @param supports {@code auto} (where the part hangs over), or {@code never}
 */
public record Slicing(
    @Nullable Map<String, String> profiles,
    @Nullable String bundle,
    @Nullable String printer,
    @Nullable String print,
    @Nullable Map<String, String> filaments,
    @Nullable String supports) {
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/usr/share/PrusaSlicer/profiles"),
          Path.of("/usr/share/prusa-slicer/profiles"),
          Path.of("/usr/local/share/PrusaSlicer/profiles"));
  private static final String USUAL_TYPE = "PLA"; // the slicer's own default
  private static final List<String> SUPPORTS = List.of("auto", "never");

  public Slicing {
    boolean flat = profiles != null && !profiles.isEmpty();
    if (flat == (bundle != null)) {
      throw new IllegalArgumentException(
          "slicing: expected either profiles (material: file) or bundle and printer, found %s."
              .formatted(flat ? "both" : "neither"));
    }
    if (bundle != null && printer == null) {
      throw new IllegalArgumentException("slicing: expected printer, a section of the bundle.");
    }
    if (supports != null && !SUPPORTS.contains(supports)) {
      throw new IllegalArgumentException(
          "slicing: supports: expected auto or never, found \"%s\". Did you mean %s?"
              .formatted(supports, Nearest.of(supports, SUPPORTS)));
    }
  }

  /**
   * The profile for {@code material}.
   *
   * @throws ConfigurationError when there is none; names what is there
   */
  public SlicingProfile profile(String material) {
    var plain = bundle == null ? flat(material) : bundled(material);
    return "never".equals(supports)
        ? plain.with("support_material", "0")
        : plain.with("support_material", "1").with("support_material_auto", "1");
  }

  private SlicingProfile flat(String material) {
    var given = profiles == null ? Map.<String, String>of() : profiles;
    var file = find(given, material);
    if (file == null) {
      throw new ConfigurationError(
          "slicing: expected a profile for %s, found %s."
              .formatted(material, given.keySet().stream().sorted().toList()));
    }
    return SlicingProfile.flat(Path.of(file));
  }

  private SlicingProfile bundled(String material) {
    var vendor = VendorBundle.read(file(String.valueOf(bundle)));
    var section = String.valueOf(printer);
    var machine = vendor.flatten(VendorBundle.Kind.PRINTER, section);
    var chosen = print == null ? anyPrint(vendor, machine, section) : print;
    var named = filaments == null ? null : find(filaments, material);
    var filament = named == null ? anyFilament(vendor, machine, section, material) : named;
    return SlicingProfile.of(vendor, section, chosen, filament);
  }

  /** The printer's default; vendors name defaults that are not for it: then the first that is. */
  private static String anyPrint(VendorBundle vendor, Map<String, String> machine, String printer) {
    var usual = unquoted(machine.get("default_print_profile"));
    return vendor.list(VendorBundle.Kind.PRINT).stream()
        .filter(name -> fits(vendor.flatten(VendorBundle.Kind.PRINT, name), machine))
        .min(Comparator.comparing((String name) -> !name.equals(usual)))
        .orElseThrow(
            () ->
                new ConfigurationError(
                    "slicing: expected a print profile for \"%s\" in the bundle, found none."
                        .formatted(printer)));
  }

  /** The printer's default when it is of that material, else a generic one, else the first. */
  private static String anyFilament(
      VendorBundle vendor, Map<String, String> machine, String printer, String material) {
    var usual = unquoted(machine.get("default_filament_profile"));
    return vendor.list(VendorBundle.Kind.FILAMENT).stream()
        .filter(name -> isFor(vendor, machine, name, material))
        .min(
            Comparator.comparing((String name) -> !name.equals(usual))
                .thenComparing(name -> !name.startsWith("Generic")))
        .orElseThrow(
            () ->
                new ConfigurationError(
                    "slicing: expected a filament of %s for \"%s\" in the bundle, found none. Say one under filaments."
                        .formatted(material, printer)));
  }

  private static boolean isFor(
      VendorBundle vendor, Map<String, String> machine, String filament, String material) {
    var values = vendor.flatten(VendorBundle.Kind.FILAMENT, filament);
    return unquoted(values.getOrDefault("filament_type", USUAL_TYPE)).equalsIgnoreCase(material)
        && fits(values, machine);
  }

  static Path file(String bundle) {
    if (bundle.contains("/") || bundle.endsWith(".ini")) {
      return Path.of(bundle);
    }
    var known = listBundles();
    for (var file : known) {
      if (name(file).equals(bundle)) {
        return file;
      }
    }
    throw new ConfigurationError(
        "slicing: expected the bundle \"%s\" in one of %s, or a path that ends in .ini, found none.%s"
            .formatted(
                bundle,
                BUNDLES,
                known.isEmpty()
                    ? ""
                    : " Did you mean \"%s\"?"
                        .formatted(
                            Nearest.of(bundle, known.stream().map(Slicing::name).toList()))));
  }

  private static boolean fits(Map<String, String> values, Map<String, String> machine) {
    var condition = values.getOrDefault("compatible_printers_condition", "");
    return condition.isBlank() || Compatibility.holds(condition, machine);
  }

  /** The vendors' files that came with PrusaSlicer. */
  static List<Path> listBundles() {
    for (var folder : BUNDLES) {
      try (var files = Files.list(folder)) {
        return files.filter(file -> file.toString().endsWith(".ini")).sorted().toList();
      } catch (IOException e) {
        // not where this system keeps them
      }
    }
    return List.of();
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ini$", "");
  }

  private static String unquoted(@Nullable String value) {
    return value == null ? "" : value.strip().replaceAll("^\"|\"$", "");
  }

  private static @Nullable String find(Map<String, String> map, String material) {
    var any = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    any.putAll(map);
    return any.get(material);
  }
}
