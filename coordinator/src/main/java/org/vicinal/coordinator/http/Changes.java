package org.vicinal.coordinator.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.commons.Manifests;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Sameness;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.files.StoredFile;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Meshes;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.work.FileRef;

/**
 * What differs between two releases: what is said of them, their files, and their models' sizes.
 */
final class Changes {
  private static final Set<String> MEASURED = Set.of("stl", "3mf", "obj");
  private static final int LARGEST_MANIFEST = 1 << 20;
  private final FileStore files;

  Changes(FileStore files) {
    this.files = files;
  }

  /**
   * The differences.
   *
   * @param facts what is said of the release, such as licence and material
   * @param manifest by the manifests' own keys; empty when one of the two has none
   */
  record Shown(
      ReleaseRef since,
      ReleaseRef release,
      List<Fact> facts,
      List<Fact> manifest,
      List<File> files) {}

  /** Something that changed; null where there was or is nothing. */
  record Fact(String what, @Nullable String before, @Nullable String now) {}

  /**
   * A file that is not the same in both.
   *
   * @param change added, removed or changed
   * @param before its model as measured; null when there is none to measure
   */
  record File(
      String name,
      String change,
      @Nullable Long bytesBefore,
      @Nullable Long bytes,
      @Nullable Model before,
      @Nullable Model now) {}

  /** A model (mm, mm³). */
  record Model(double x, double y, double z, double volumeMm3, long triangles, int pieces) {}

  Shown between(Release since, Release now) throws IOException {
    return new Shown(
        since.ref(), now.ref(), facts(since, now), manifest(since, now), files(since, now));
  }

  private static List<Fact> facts(Release since, Release now) {
    var facts = new ArrayList<Fact>();
    add(facts, "title", since.title(), now.title());
    add(facts, "licence", since.licence(), now.licence());
    add(facts, "description", since.description(), now.description());
    var before = since.requirement();
    var after = now.requirement();
    add(facts, "process", before.making().words(), after.making().words());
    add(facts, "material", before.material(), after.material());
    add(facts, "size", before.size().toString(), after.size().toString());
    add(facts, "nozzle °C", before.nozzleCelsius() + "", after.nozzleCelsius() + "");
    add(facts, "bed °C", before.bedCelsius() + "", after.bedCelsius() + "");
    add(facts, "spindle rpm", before.spindleRpm() + "", after.spindleRpm() + "");
    return facts;
  }

  private static void add(
      List<Fact> facts, String what, @Nullable String before, @Nullable String now) {
    if (!java.util.Objects.equals(before, now)) {
      facts.add(new Fact(what, before, now));
    }
  }

  private List<File> files(Release since, Release now) throws IOException {
    var before = named(since);
    var after = named(now);
    var changed = new ArrayList<File>();
    for (var old : before.values()) {
      var here = after.get(old.name());
      if (here == null) {
        changed.add(new File(old.name(), "removed", old.bytes(), null, model(old), null));
      } else if (!here.digest().equals(old.digest())) {
        changed.add(
            new File(old.name(), "changed", old.bytes(), here.bytes(), model(old), model(here)));
      }
    }
    for (var here : after.values()) {
      if (!before.containsKey(here.name())) {
        changed.add(new File(here.name(), "added", null, here.bytes(), null, model(here)));
      }
    }
    return changed;
  }

  private static Map<String, FileRef> named(Release release) {
    var named = new LinkedHashMap<String, FileRef>();
    release.files().forEach(file -> named.put(file.name(), file));
    return named;
  }

  private @Nullable Model model(FileRef file) throws IOException {
    var ending = file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var stored = files.find(file.digest());
    if (!MEASURED.contains(ending) || stored.isEmpty()) {
      return null;
    }
    try {
      var measure = Meshes.measure(file.name(), bytes(stored.get()), Limits.USUAL);
      var sides = measure.largestSides();
      return new Model(
          sides.get(0),
          sides.get(1),
          sides.get(2),
          measure.volumeMm3(),
          measure.triangles(),
          measure.parts().size());
    } catch (MeshRefusal e) {
      return null; // what cannot be measured is compared by its bytes only
    }
  }

  static Bytes bytes(StoredFile stored) {
    return new Bytes() {
      @Override
      public long length() {
        return stored.bytes();
      }

      @Override
      public InputStream open() throws IOException {
        return stored.open(0);
      }
    };
  }

  private List<Fact> manifest(Release since, Release now) throws IOException {
    var before = findManifest(since);
    var after = findManifest(now);
    var facts = new ArrayList<Fact>();
    if (before.isPresent() && after.isPresent()) {
      var old = before.get();
      var here = after.get();
      for (var entry : old.entries()) {
        var value = here.find(entry.key());
        if (value.isEmpty()) {
          facts.add(new Fact(entry.key(), words(entry.value()), null));
        } else {
          Sameness.difference(entry.value(), value.get())
              .ifPresent(
                  it -> facts.add(new Fact(entry.key(), words(entry.value()), words(value.get()))));
        }
      }
      here.entries().stream()
          .filter(entry -> !old.has(entry.key()))
          .forEach(entry -> facts.add(new Fact(entry.key(), null, words(entry.value()))));
    }
    return facts;
  }

  private static String words(Node node) {
    return node.words().orElseGet(node::kind);
  }

  private Optional<Node.Table> findManifest(Release release) throws IOException {
    for (var file : release.files()) {
      var stored = files.find(file.digest());
      if (Manifests.isNamedLikeOne(java.nio.file.Path.of(file.name()))
          && stored.isPresent()
          && stored.get().bytes() <= LARGEST_MANIFEST) {
        try (var in = stored.get().open(0)) {
          var manifest = Manifests.read(file.name(), in.readAllBytes());
          return manifest.meanings().stream().findFirst();
        }
      }
    }
    return Optional.empty();
  }
}
