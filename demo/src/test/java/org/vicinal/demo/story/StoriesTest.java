package org.vicinal.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.Stage;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.screen.Screen;
import org.vicinal.demo.town.Installation;
import org.vicinal.demo.town.Letterbox;
import org.vicinal.demo.town.Places;
import org.vicinal.demo.town.Town;

/** Every story comes to its end: real processes, a real broker and mail server, simulated iron. */
class StoriesTest {
  private static final double SPEED = 300;
  private static final List<String> PERSONAL =
      List.of(
          "the customer of this story",
          "@demo.town",
          "Lovely edges",
          "layer came apart",
          "does not hold the cable",
          "One clip is good");
  @TempDir private Path data;

  @Test
  void allFiveComeToTheirEnds() throws Exception {
    Stage.demandBuilt();
    try (var letterbox = Letterbox.open()) {
      var options = new HashMap<>(letterbox.options());
      options.put("--scaled-days", "true");
      try (var town = new Town(data, Stage.freePort(), SPEED, Places.WORKSHOPS, options)) {
        town.start();
        town.awaitCoordinator();
        town.startWorkshops();
        town.awaitWorkshops();
        var designs = Installation.home().resolve("designs");
        for (var design : List.of(Shipped.COAT_HOOK, Shipped.CABLE_CLIP, Shipped.HEX_COASTER)) {
          design.publish(town.coordinatorFor(Role.DESIGNER, "dora"), designs);
        }
        var said = new ByteArrayOutputStream();
        var screen = Screen.plain(new PrintStream(said, true, StandardCharsets.UTF_8));
        var complaints = Stories.tell(Stories.names(), town, letterbox, screen);
        var text = said.toString(StandardCharsets.UTF_8);
        assertThat(complaints).as(text).isEmpty();
        assertThat(text.lines().filter(line -> line.contains("The end: "))).hasSize(5);
        town.coordinatorFor(Role.STEWARD, "sam")
            .post("/api/v1/backup/exports", Map.of("folder", data.resolve("export").toString()));
      }
    }
    nothingPersonalLies(data);
  }

  /**
   * In no topic, no journal, no log line and no export, but for the keys that it is sealed under.
   */
  private static void nothingPersonalLies(Path folder) throws IOException {
    var found = new ArrayList<String>();
    int open = 0;
    for (var file : files(folder)) {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      open += text.contains("Cable clip") ? 1 : 0;
      PERSONAL.stream()
          .filter(text::contains)
          .forEach(it -> found.add(folder.relativize(file) + ": " + it));
    }
    assertThat(open).as("files with what everybody may know, so that we can read").isPositive();
    assertThat(found).isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(it -> !it.toString().endsWith("index")) // a broker's, preallocated
          .toList();
    }
  }
}
