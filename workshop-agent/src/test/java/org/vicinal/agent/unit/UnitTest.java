package org.vicinal.agent.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The agent's unit is one that systemd takes, and brings the agent back within five seconds. */
class UnitTest {
  @TempDir Path folder;

  private Unit unit(Unit.Scope scope) {
    return new Unit(
        "vicinal-agent",
        List.of("/bin/sh", "-c", "echo 100% of $HOME in \"a b\""),
        folder,
        scope,
        "root");
  }

  @Test
  void itComesBackWithinFiveSecondsHoweverOftenItDies() {
    var text = unit(Unit.Scope.USER).text();
    assertThat(text.lines())
        .contains("Restart=always", "RestartSec=1", "StartLimitIntervalSec=0")
        .contains("WantedBy=default.target")
        .noneMatch(line -> line.startsWith("User="));
    assertThat(unit(Unit.Scope.SYSTEM).text().lines())
        .contains("User=root", "WantedBy=multi-user.target");
  }

  @Test
  void aWordOfTheCommandStaysOneWord() {
    assertThat(unit(Unit.Scope.USER).text())
        .contains("ExecStart=/bin/sh -c \"echo 100%% of $$HOME in \\\"a b\\\"\"");
  }

  @Test
  void systemdTakesIt() throws IOException, InterruptedException {
    for (var scope : Unit.Scope.values()) {
      var file = folder.resolve("vicinal-agent.service");
      Files.writeString(file, unit(scope).text());
      var said = verify(file);
      assertThat(said).as("%s: %s", scope, said).doesNotContain("vicinal-agent");
    }
  }

  /** What systemd-analyze has to complain about. */
  private static String verify(Path file) throws IOException, InterruptedException {
    try {
      var process =
          new ProcessBuilder("systemd-analyze", "verify", file.toString())
              .redirectErrorStream(true)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException e) {
      throw new TestAbortedException("NOT CHECKED: systemd-analyze is not on this computer.", e);
    }
  }

  @Test
  void aDryRunShowsEverythingAndDoesNothing() throws Exception {
    var said = new ArrayList<String>();
    var installation = new Installation(unit(Unit.Scope.USER), folder, true, said::add);
    installation.install();
    installation.remove();
    assertThat(String.join("\n", said))
        .contains("ExecStart=", "Would run: systemctl --user enable --now vicinal-agent.service")
        .contains("Would remove " + folder.resolve(".config/systemd/user/vicinal-agent.service"));
    assertThat(installation.file()).doesNotExist();
  }

  @Test
  void whatIsNotInstalledCannotBeRemoved() {
    assertThatThrownBy(
            () -> new Installation(unit(Unit.Scope.USER), folder, false, _ -> {}).remove())
        .hasMessageContaining("Nothing is installed");
  }
}
