package org.vicinal.coordinator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.config.Configuration;

/** A design's way through the command line: published, found, forked, compared and given back. */
class DesignStepsTest {
  private static final String CUBE =
      """
      solid cube
      facet normal 0 0 0 outer loop vertex 0 0 0 vertex 0 1 0 vertex 1 0 0 endloop endfacet
      facet normal 0 0 0 outer loop vertex 0 0 0 vertex 0 0 1 vertex 0 1 0 endloop endfacet
      facet normal 0 0 0 outer loop vertex 0 0 0 vertex 1 0 0 vertex 0 0 1 endloop endfacet
      facet normal 0 0 0 outer loop vertex 1 0 0 vertex 0 1 0 vertex 0 0 1 endloop endfacet
      endsolid cube
      """;

  @TempDir private static Path data;
  @TempDir private static Path work;
  private static Coordinator coordinator;

  @BeforeAll
  static void start() {
    coordinator =
        Coordinator.start(
            Configuration.read(
                CoordinatorSettings.class,
                null,
                CoordinatorMain.ENVIRONMENT,
                Map.of(),
                Map.of(
                    "data",
                    data.toString(),
                    "port",
                    "0",
                    "min-free",
                    "1MB",
                    "durability",
                    "relaxed")));
  }

  @AfterAll
  static void stop() {
    coordinator.close();
  }

  @Test
  void aDesignIsPublishedFoundForkedComparedAndGivenBack() throws Exception {
    var hook = Files.createDirectories(work.resolve("hook"));
    Files.writeString(hook.resolve("hook.stl"), scaled(20));
    Files.writeString(
        hook.resolve("okh.toml"),
        """
        okhv = "2.4"
        name = "Garderobenhaken"
        repo = "https://example.org/hook"
        version = "1.0.0"
        license = "CERN-OHL-S-2.0"
        licensor = "Dora"
        function = "Holds a coat."
        fits = ["Ikea, Tjusig, hook"]

        [[part]]
        name = "hook"
        export = ["hook.stl"]
        tsdc = "3DP"
        material = "PLA"
        """);
    assertThat(run(0, "publish", hook.toString(), "--id", "hook", "--token", token("dora")))
        .contains("Published hook@1.0.0");
    assertThat(run(0, "search", "Hakn")).contains("hook@1.0.0", "Garderobenhaken", "20 x 20 x 20");
    assertThat(run(0, "search", "--fits", "tjusig")).contains("1 of 1");
    assertThat(run(3, "search", "bicycle")).contains("Nothing was found");

    var fork = work.resolve("fork");
    run(0, "fork", "hook@1.0.0", fork.toString());
    assertThat(Files.readString(fork.resolve("okh.toml"))).contains("fork-of = \"hook@1.0.0\"");
    assertThat(fork.resolve("hook.stl")).hasContent(scaled(20));
    Files.writeString(fork.resolve("hook.stl"), scaled(30));
    var ben = token("ben");
    var published =
        run(0, "publish", fork.toString(), "--id", "wide", "--release", "1.1.0", "--token", ben);
    assertThat(published).contains("Published wide@1.1.0");
    assertThat(run(0, "diff", "hook@1.0.0", "wide@1.1.0"))
        .contains("fork-of: nothing -> hook@1.0.0")
        .contains("changed  hook.stl")
        .contains("before 20.0 x 20.0 x 20.0 mm, 1.33 cm³")
        .contains("now    30.0 x 30.0 x 30.0 mm, 4.50 cm³");
    assertThat(run(3, "diff", "hook@1.0.0", "hook@1.0.0")).contains("All files are the same");

    assertThat(run(1, "take", "hook", "wide@1.1.0", "--release", "1.1.0", "--token", token("dora")))
        .contains("is not offered");
    run(0, "offer", "hook", "wide@1.1.0", "Wider, for winter coats", "--token", ben);
    run(0, "take", "hook", "wide@1.1.0", "--release", "1.1.0", "--token", token("dora"));
    var shown = new ApiClient(coordinator.address(), null).get("designs/hook");
    var taken = shown.path("releases").path(1);
    assertThat(taken.path("takenFrom").asString()).isEqualTo("wide@1.1.0");
    assertThat(taken.path("credits")).hasSize(2);
    assertThat(shown.path("forks").path(0).asString()).isEqualTo("wide@1.1.0");
    assertThat(shown.path("offers").path(0).path("takenAs").asString()).isEqualTo("hook@1.1.0");
  }

  @Test
  void aFolderWithSomethingInItIsNotForkedInto() throws Exception {
    var full = Files.createDirectories(work.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "mine");
    assertThat(run(2, "fork", "nothing@1.0.0", full.toString())).isNotEmpty();
    assertThat(full.resolve("mine.txt")).hasContent("mine");
  }

  private static String scaled(int times) {
    return CUBE.replaceAll("\\b1\\b", String.valueOf(times));
  }

  private static String token(String name) {
    var tokens =
        Coordinator.tokens(new Vault(data.resolve("keys")), java.time.InstantSource.system());
    return tokens.make(Role.DESIGNER, name, 1);
  }

  /** What it says on both streams. */
  private static String run(int code, String... arguments) {
    var said = new StringWriter();
    var all = new ArrayList<>(List.of(arguments));
    all.add("--coordinator=" + coordinator.address());
    var line = DesignMain.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    assertThat(line.execute(all.toArray(String[]::new))).as("%s", said).isEqualTo(code);
    return said.toString();
  }
}
