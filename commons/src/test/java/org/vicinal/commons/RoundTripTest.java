package org.vicinal.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vicinal.commons.Conversion.Result;
import org.vicinal.commons.format.Container;
import org.vicinal.commons.tree.Sameness;

/** Nothing is lost: not by writing a file anew, and not on the way through another dialect. */
class RoundTripTest {
  private static final List<String> FOLDERS = List.of("okh", "okw");

  @Test
  void everyRealFileIsWrittenAsItWasRead() throws IOException {
    for (var manifest : real()) {
      var again = Manifests.read(manifest.file(), manifest.text().getBytes(StandardCharsets.UTF_8));
      assertThat(Sameness.difference(manifest.root(), again.root())).as(manifest.file()).isEmpty();
    }
  }

  @Test
  void everyRealFileComesBackFromEveryDialectAndContainer() throws IOException {
    for (var manifest : real()) {
      for (var kind : Kind.values()) {
        if (kind.canBeWritten() && kind.isDesign() == manifest.kind().isDesign()) {
          for (var container : Container.values()) {
            thereAndBack(manifest, kind, container);
          }
        }
      }
    }
  }

  static void thereAndBack(Manifest manifest, Kind kind, Container container) {
    if (manifest.isTorn()) {
      return; // what cannot be read whole is not converted
    }
    var there = (Result.Converted) Conversion.convert(manifest, kind, container);
    var name = "there." + container.name().toLowerCase(java.util.Locale.ROOT);
    var read = Manifests.read(name, there.text().getBytes(StandardCharsets.UTF_8));
    assertThat(read.isTorn()).as(manifest.file() + there.text() + read.findings()).isFalse();
    var result = Conversion.convert(read, manifest.kind(), manifest.container());
    assertThat(result).as(manifest.file() + there.text()).isInstanceOf(Result.Converted.class);
    var back = (Result.Converted) result;
    var end =
        Manifests.read(
            "back." + manifest.container().name().toLowerCase(java.util.Locale.ROOT),
            back.text().getBytes(StandardCharsets.UTF_8));
    assertThat(Sameness.difference(manifest.root(), end.root()))
        .as("%s by %s in %s:%n%s", manifest.file(), kind, container, there.text())
        .isEmpty();
  }

  private static List<Manifest> real() throws IOException {
    var files = FOLDERS.stream().flatMap(RoundTripTest::files).toList();
    return files.stream()
        .map(
            file -> {
              try {
                return Manifests.read(file);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            })
        .toList();
  }

  private static Stream<java.nio.file.Path> files(String folder) {
    try {
      return RealManifests.needed(folder).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
