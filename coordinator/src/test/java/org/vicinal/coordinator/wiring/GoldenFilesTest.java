package org.vicinal.coordinator.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicinal.coordinator.decide.Noun;

/**
 * The log is kept for ever, so its shapes are too: every command and every event has a file that
 * never changes.
 *
 * <p>A new record gets its file by {@code mvn test -Dgolden.write=true}; the file is reviewed like
 * code.
 */
class GoldenFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static Stream<Object> examples() {
    return Stream.concat(Examples.commands().stream(), Examples.events().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void recordIsWrittenAndReadAsItsGoldenFileSays(Object example) throws Exception {
    var file = FOLDER.resolve(example.getClass().getSimpleName() + ".json");
    var text = Nouns.JSON.pretty(kindOf(example), example) + "\n";
    if (Boolean.getBoolean("golden.write") && Files.notExists(file)) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
    Object read = Nouns.JSON.read(Files.readAllBytes(file), kindOf(example));
    assertThat(read).isEqualTo(example);
  }

  @Test
  void everyKindOfCommandAndEventHasAnExample() {
    var known = examples().<Class<?>>map(Object::getClass).toList();
    assertThat(kinds().flatMap(GoldenFilesTest::leaves)).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void noTwoKindsShareAName() {
    var names = kinds().flatMap(GoldenFilesTest::leaves).map(Class::getSimpleName).toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  private static Class<?> kindOf(Object example) {
    return kinds().filter(kind -> kind.isInstance(example)).findFirst().orElseThrow();
  }

  private static Stream<Class<?>> kinds() {
    return Arrays.stream(Noun.values())
        .map(Nouns::of)
        .flatMap(entry -> Stream.of(entry.commands(), entry.events()));
  }

  private static Stream<Class<?>> leaves(Class<?> kind) {
    return kind.isSealed()
        ? List.of(kind.getPermittedSubclasses()).stream().flatMap(GoldenFilesTest::leaves)
        : Stream.of(kind);
  }
}
