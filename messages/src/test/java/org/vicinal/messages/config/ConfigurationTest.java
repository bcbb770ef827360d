package org.vicinal.messages.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * File, then environment, then flags; what is not known is an error that says where and what was
 * meant.
 */
class ConfigurationTest {
  record Machine(String name, int baud) {}

  record Settings(
      @Nullable String listen, @Nullable Integer minFree, @Nullable List<Machine> machines) {}

  @TempDir Path folder;

  @Test
  void flagsOverrideTheEnvironmentWhichOverridesTheFile() throws Exception {
    var file = file("listen: lan\nmin-free: 1\nmachines:\n  - name: left\n    baud: 115200\n");
    var environment = Map.of("V_MIN_FREE", "2", "V_LISTEN", "there", "HOME", "x");
    var settings =
        Configuration.read(Settings.class, file, "V_", environment, Map.of("min-free", "3"));
    assertThat(settings).isEqualTo(new Settings("there", 3, List.of(new Machine("left", 115200))));
  }

  @Test
  void anUnknownKeyNamesFileLineAndNearestKnownKey() throws Exception {
    var file = file("listen: lan\nmin-fre: 1\n");
    assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining(file + ":2: unknown key \"min-fre\". Did you mean \"min-free\"?");
  }

  @Test
  void anUnknownKeyInAListIsFoundToo() throws Exception {
    var file = file("machines:\n  - name: left\n    bud: 115200\n");
    assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
        .hasMessageContaining(":3: unknown key \"bud\". Did you mean \"baud\"?");
  }

  @Test
  void unknownVariablesAndFlagsAreNamed() throws Exception {
    var file = file("");
    assertThatThrownBy(() -> read(file, Map.of("V_LISTN", "x"), Map.of()))
        .hasMessageContaining("environment variable V_LISTN")
        .hasMessageContaining("\"listen\"");
    assertThatThrownBy(() -> read(file, Map.of(), Map.of("min", "1")))
        .hasMessageContaining("flag --min");
  }

  @Test
  void aWrongTypeAndAMissingFileAreSaidClearly() throws Exception {
    var file = file("min-free: lots\n");
    assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining(file + ":1");
    assertThatThrownBy(() -> read(folder.resolve("none.yaml"), Map.of(), Map.of()))
        .hasMessageContaining("none.yaml");
  }

  @Test
  void anEmptyFileIsNoSettings() throws Exception {
    assertThat(read(file(""), Map.of(), Map.of())).isEqualTo(new Settings(null, null, null));
  }

  private static Settings read(
      Path file, Map<String, String> environment, Map<String, String> flags) {
    return Configuration.read(Settings.class, file, "V_", environment, flags);
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("settings.yaml"), text);
  }
}
