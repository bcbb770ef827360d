package org.vicinal.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vicinal.commons.Conversion.Result;
import org.vicinal.commons.format.Container;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Sameness;

/**
 * Whatever a manifest holds is written so that it reads back the same, in its own container and on
 * the way through every other. {@code -Dvicinal.seed=} replays one seed.
 */
class AnyTreeTest {
  private static final List<Container> CONTAINERS = List.of(Container.values());

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "x",
          "true",
          "null",
          "~",
          "1.10",
          "007",
          "0x1F",
          "2020-02-30",
          "2020-02-03",
          "a: b",
          "# no",
          "- x",
          "\"quoted\"",
          "'one'",
          "line\nline\n",
          " \n x\n\n",
          "tab\there",
          "back\\slash",
          "ümläut 漢字",
          "😀",
          "{brace",
          "[list",
          "@at",
          "%per",
          "&and",
          "*star",
          "!bang",
          "|pipe",
          "end\n\n\n",
          "\u0007bell",
          "\"\"\"",
          "'''",
          "yes",
          ".5",
          "1e3",
          "...",
          "---",
          "cr\r\nlf",
          "\u0085next",
          "\u2028line");
  private static final List<String> KEYS =
      List.of(
          "name",
          "title",
          "license",
          "licensor",
          "version",
          "part",
          "contact",
          "made",
          "image",
          "x.y",
          "ä b",
          "outer-dimensions",
          "mass",
          "documentation-language",
          "okhv",
          "bom",
          "making-instructions",
          "location",
          "equipment",
          "true",
          "1",
          "",
          "a\"b",
          "forkOf",
          "description");

  @Test
  void everyContainerReadsBackWhatItWrote() {
    seeds()
        .forEach(
            seed -> {
              var random = new Random(seed);
              var tree = table(random, 0);
              for (var container : Container.values()) {
                var first = container.read(container.write(tree));
                assertThat(
                        first.findings().stream()
                            .filter(it -> it.severity() == Finding.Severity.ERROR))
                    .as("seed %d %s: %s", seed, container, container.write(tree))
                    .isEmpty();
                var second = container.read(container.write(first.root())).root();
                assertThat(Sameness.difference(first.root(), second))
                    .as("seed %d %s", seed, container)
                    .isEmpty();
                if (container == Container.YAML) {
                  assertThat(Sameness.difference(tree, first.root())).as("seed %d", seed).isEmpty();
                }
              }
            });
  }

  @Test
  void everyDesignComesBackFromEveryDialect() {
    seeds()
        .forEach(
            seed -> {
              var random = new Random(seed);
              boolean one = random.nextBoolean();
              var table = table(random, 0).without("okhv"::equals);
              table =
                  table.with(
                      one ? "okh-manifest-version" : "okhv", new Node.Text(one ? "1.0.0" : "2.4"));
              var container = CONTAINERS.get(random.nextInt(3));
              var name = "seed" + seed + "." + container.name().toLowerCase(java.util.Locale.ROOT);
              var manifest =
                  Manifests.read(name, container.write(table).getBytes(StandardCharsets.UTF_8));
              if (!manifest.kind().isDesign()) {
                return; // such a heap may look like a workshop
              }
              for (var kind : List.of(Kind.OKH_1, Kind.OKH_LOSH, Kind.OKH_2)) {
                RoundTripTest.thereAndBack(manifest, kind, CONTAINERS.get(random.nextInt(3)));
              }
            });
  }

  @Test
  void anyBytesAreReadWithoutAThrow() {
    seeds()
        .forEach(
            seed -> {
              var random = new Random(seed);
              var bytes =
                  CONTAINERS
                      .get(random.nextInt(3))
                      .write(table(random, 0))
                      .getBytes(StandardCharsets.UTF_8);
              for (int flips = random.nextInt(8); flips >= 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
              }
              for (var name : List.of("a.yml", "a.toml", "a.json", "a")) {
                var manifest = Manifests.read(name, bytes);
                assertThat(manifest.findings()).as("seed %d", seed).isNotNull();
                if (!manifest.isTorn() && manifest.kind() != Kind.UNKNOWN) {
                  assertThat(Conversion.convert(manifest, manifest.kind()))
                      .as("seed %d", seed)
                      .isInstanceOf(Result.class);
                }
              }
            });
  }

  private static LongStream seeds() {
    var one = System.getProperty("vicinal.seed");
    return one != null
        ? LongStream.of(Long.parseLong(one))
        : LongStream.range(0, Long.getLong("vicinal.seeds", 100));
  }

  private static Node.Table table(Random random, int depth) {
    var entries = new ArrayList<Node.Entry>();
    var used = new java.util.HashSet<String>();
    for (int left = random.nextInt(8); left > 0; left--) {
      var key = KEYS.get(random.nextInt(KEYS.size()));
      if (used.add(key)) {
        entries.add(new Node.Entry(key, node(random, depth + 1)));
      }
    }
    return new Node.Table(entries);
  }

  private static Node node(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 6 : 8)) {
      case 0 -> new Node.Figure(String.valueOf(random.nextInt(2000) - 1000), 0);
      case 1 -> new Node.Figure(String.valueOf(random.nextDouble() * 1e6), 0);
      case 2 -> new Node.Truth(random.nextBoolean(), 0);
      case 3 -> new Node.Moment("2024-02-29", 0);
      case 4, 5 ->
          random.nextInt(6) == 0
              ? new Node.Nothing(0)
              : new Node.Text(WORDS.get(random.nextInt(WORDS.size())));
      case 6 -> {
        var items = new ArrayList<Node>();
        for (int left = random.nextInt(4); left > 0; left--) {
          items.add(node(random, depth + 1));
        }
        yield new Node.Listing(items);
      }
      default -> table(random, depth);
    };
  }
}
