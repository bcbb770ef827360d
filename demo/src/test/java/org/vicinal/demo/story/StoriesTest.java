package org.vicinal.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  @TempDir private Path data;

  @Test
  void allFiveComeToTheirEnds() throws Exception {
    Stage.demandBuilt();
    try (var letterbox = Letterbox.open()) {
      var options = new ArrayList<>(letterbox.options());
      options.addAll(List.of("--scaled-days", "true"));
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
      }
    }
  }
}
