package org.vicinal.messages.taxonomy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.work.Making;

/**
 * The processes and materials that Vicinal knows by name. Immutable.
 *
 * <p>"Is a kind of" points one way: what a machine has must be what is asked, or a kind of it.
 */
public final class Taxonomy {
  /** The one that both ends share. */
  public static final Taxonomy STANDARD = new Taxonomy(text("processes"), text("materials"));

  private final Map<Making, Set<Making>> kindsOf = new EnumMap<>(Making.class);
  private final Map<String, Making> processByWord = new HashMap<>();
  private final Map<String, Material> materialByWord = new HashMap<>();
  private final Map<String, Material> materials;

  Taxonomy(String processText, String materialText) {
    var parents = new EnumMap<Making, Set<Making>>(Making.class);
    for (var entry : Entry.read(processText)) {
      var making = Making.valueOf(entry.name());
      parents.put(making, EnumSet.noneOf(Making.class));
      entry.list("is").forEach(parent -> parents.get(making).add(Making.valueOf(parent)));
      name(processByWord, making.name(), making);
      name(processByWord, making.words(), making);
      entry.list("also").forEach(word -> name(processByWord, word, making));
      entry.list("page").forEach(word -> name(processByWord, word, making));
    }
    for (var making : Making.values()) {
      var kinds = EnumSet.noneOf(Making.class);
      climb(kinds, making, parents);
      kindsOf.put(making, kinds);
    }
    var reader = new Materials(Entry.read(materialText));
    materials = reader.all();
    for (var material : materials.values()) {
      materialByWord.put(material.name(), material);
      name(materialByWord, material.name(), material);
      material.aliases().forEach(alias -> name(materialByWord, alias, material));
    }
  }

  private static void climb(Set<Making> kinds, Making at, Map<Making, Set<Making>> parents) {
    kinds.add(at);
    parents.getOrDefault(at, Set.of()).forEach(parent -> climb(kinds, parent, parents));
  }

  private static <T> void name(Map<String, T> names, String word, T value) {
    var old = names.putIfAbsent(plain(word), value);
    if (old != null && !old.equals(value)) {
      throw new IllegalArgumentException(
          "Expected \"%s\" to name one thing, but found %s and %s.".formatted(word, old, value));
    }
  }

  /** Whether a machine for {@code has} does what {@code asked} asks for. */
  public boolean isKindOf(Making has, Making asked) {
    return has == asked || kindsOf.getOrDefault(has, Set.of()).contains(asked);
  }

  /** Whether somebody who has {@code has} has what {@code asked} asks for. */
  public boolean isKindOf(String has, String asked) {
    if (has.equalsIgnoreCase(asked)) {
      return true;
    }
    var mine = material(has);
    var wanted = material(asked);
    if (mine == null || wanted == null) {
      return plain(has).equals(plain(asked)); // a word that only the two of them know
    }
    return mine.kinds().contains(wanted.name());
  }

  /** All processes that do what {@code asked} asks for, itself included. */
  public Set<Making> listKinds(Making asked) {
    var kinds = EnumSet.noneOf(Making.class);
    for (var making : Making.values()) {
      if (isKindOf(making, asked)) {
        kinds.add(making);
      }
    }
    return kinds;
  }

  /** The process that people mean by {@code words}: a name, a code of OKH, an address of OKW. */
  public Optional<Making> findProcess(String words) {
    return Optional.ofNullable(processByWord.get(plain(words)));
  }

  /** The material that people mean by {@code words}. */
  public Optional<Material> findMaterial(String words) {
    return Optional.ofNullable(material(words));
  }

  private @Nullable Material material(String words) {
    var known = materialByWord.get(words); // as we write it: no need to look closer
    return known != null ? known : materialByWord.get(plain(words));
  }

  /** Every material, in the order of the file. */
  public Collection<Material> listMaterials() {
    return materials.values();
  }

  /** {@code words} without case, signs and the address in front of a Wikipedia title. */
  static String plain(String words) {
    var text = words.strip();
    int title = text.indexOf("/wiki/");
    if (title >= 0) {
      text = "wiki " + text.substring(title + 6);
    }
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+]+", " ").strip();
  }

  private static String text(String name) {
    try (var in = Taxonomy.class.getResourceAsStream(name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("Expected taxonomy/" + name + ".txt in the jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Materials with what they inherit from their families. */
  private static final class Materials {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Material> done = new LinkedHashMap<>();

    Materials(List<Entry> read) {
      read.forEach(entry -> entries.put(entry.name(), entry));
    }

    Map<String, Material> all() {
      entries.keySet().forEach(this::material);
      return done;
    }

    private Material material(String name) {
      var known = done.get(name);
      if (known != null) {
        return known;
      }
      var entry = entries.get(name);
      if (entry == null) {
        throw new IllegalArgumentException("Expected a material \"" + name + "\" in the file.");
      }
      var families = entry.list("is").stream().map(this::material).toList();
      var made = MaterialReader.read(entry, families);
      done.put(name, made);
      return made;
    }
  }
}
