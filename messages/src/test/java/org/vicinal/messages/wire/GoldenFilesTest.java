package org.vicinal.messages.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Turning;

/**
 * What is written today is what a peer of yesterday reads: every record on the wire has a file that
 * never changes.
 *
 * <p>A new record gets its file by {@code mvn test -Dgolden.write=true}; the file is reviewed like
 * code.
 */
class GoldenFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static Stream<Map.Entry<String, Object>> examples() {
    return Examples.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  <T> void recordIsWrittenAndReadAsItsGoldenFileSays(Map.Entry<String, T> example)
      throws Exception {
    var file = FOLDER.resolve(example.getKey() + ".json");
    var text = Json.WIRE.pretty(kindOf(example.getValue()), example.getValue()) + "\n";
    if (Boolean.getBoolean("golden.write") && Files.notExists(file)) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
    Object read = Json.WIRE.read(Files.readAllBytes(file), kindOf(example.getValue()));
    assertThat(read).isEqualTo(example.getValue());
  }

  @Test
  void everyKindOfInstructionAndReportHasAnExample() {
    for (var kind : Instruction.class.getPermittedSubclasses()) {
      assertThat(Examples.all()).containsKey("instruction-" + kind.getSimpleName());
    }
    for (var kind : Seen.class.getPermittedSubclasses()) {
      assertThat(Examples.all()).containsKey("report-" + kind.getSimpleName());
    }
  }

  @Test
  void unknownFieldsAreSkippedAndUnknownKindsAreNot() throws Exception {
    var newer = "{\"type\":\"Reconcile\",\"generation\":4,\"colour\":\"red\"}";
    assertThat(Json.WIRE.read(newer.getBytes(StandardCharsets.UTF_8), Instruction.class))
        .isEqualTo(new Instruction.Reconcile(4));
    var alien = "{\"type\":\"Surprise\"}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.WIRE.read(alien, Instruction.class))
        .isInstanceOf(Json.Unreadable.class);
  }

  @Test
  void whatTheFirstReleaseWroteIsStillRead() throws Exception {
    var call = Json.WIRE.read(Files.readAllBytes(FOLDER.resolve("old/call.json")), Call.class);
    assertThat(call.requirement()).isEqualTo(Examples.OLD_PART);
    assertThat(call.requirement().turning()).isEqualTo(Turning.FIXED);
    assertThat(Json.WIRE.pretty(Call.class, call) + "\n")
        .isEqualTo(Files.readString(FOLDER.resolve("old/call.json")));
    var report =
        Json.WIRE.read(
            Files.readAllBytes(FOLDER.resolve("old/report-Presence.json")), Report.class);
    assertThat(((Seen.Presence) report.seen()).machines()).containsExactly(Examples.OLD_PROFILE);
    var award =
        Json.WIRE.read(
            Files.readAllBytes(FOLDER.resolve("old/instruction-Award.json")), Instruction.class);
    assertThat(((Instruction.Award) award).requirement()).isEqualTo(Examples.OLD_PART);
  }

  private static Class<?> kindOf(Object example) {
    return example instanceof Instruction ? Instruction.class : example.getClass();
  }
}
