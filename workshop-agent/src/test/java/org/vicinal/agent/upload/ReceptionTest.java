package org.vicinal.agent.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;

/** What does not come whole, or is too much, leaves nothing behind and says why. */
class ReceptionTest {
  private static final String TYPE = "multipart/form-data; boundary=b";
  private static final MachineId PRINTER = new MachineId("mk3");
  @TempDir private Path folder;

  @Test
  void aProgramComesInUnderItsDigest() throws Exception {
    var form = reception(1_000, 0).take(TYPE, -1, body("part.gcode", "G28\n"));
    assertThat(form.sent().digest()).isEqualTo(Digest.of("G28\n".getBytes(UTF_8)));
    assertThat(form.sent().file()).hasContent("G28\n");
    assertThat(form.says("print")).isTrue();
  }

  @Test
  void moreThanTheLimitIsRefusedWhetherItWasAnnouncedOrNot() throws Exception {
    var reception = reception(1_000, 0);
    var tooLong = body("part.gcode", "G1 X1\n".repeat(400));
    refused(413, "at most", () -> reception.take(TYPE, 5_000, tooLong));
    refused(413, "at most", () -> reception.take(TYPE, -1, body("p.gcode", "G1 X1\n".repeat(400))));
    nothingIsLeft();
  }

  @Test
  void aDiskThatTheJournalNeedsTakesNothing() throws Exception {
    var reception = reception(1_000, Long.MAX_VALUE / 2);
    refused(507, "Make room", () -> reception.take(TYPE, -1, body("part.gcode", "G28\n")));
    nothingIsLeft();
  }

  @Test
  void formsThatAreNoneAreRefused() throws Exception {
    var reception = reception(1_000, 0);
    refused(
        400, "multipart/form-data", () -> reception.take("text/plain", -1, body("p.gcode", "")));
    var two =
        """
        --b\r
        Content-Disposition: form-data; name="file"; filename="a.gcode"\r
        \r
        G28\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="b.gcode"\r
        \r
        G28\r
        --b--\r
        """;
    refused(400, "one program at a time", () -> reception.take(TYPE, -1, stream(two)));
    var none = "--b\r\nContent-Disposition: form-data; name=\"print\"\r\n\r\ntrue\r\n--b--\r\n";
    refused(400, "no file came", () -> reception.take(TYPE, -1, stream(none)));
    var field =
        "--b\r\nContent-Disposition: form-data; name=\"path\"\r\n\r\n%s\r\n--b--\r\n"
            .formatted("x".repeat(9_000));
    refused(400, "less than 4 kB", () -> reception.take(TYPE, -1, stream(field)));
    nothingIsLeft();
  }

  @Test
  void namesAreMadeSafe() throws Exception {
    assertThat(Reception.name("C:\\parts\\..\\hook.gcode")).isEqualTo("hook.gcode");
    assertThat(Reception.name("../../.hidden.nc")).isEqualTo("hidden.nc");
    assertThat(Reception.name("Haken für Küche (2).gcode")).isEqualTo("Haken für Küche (2).gcode");
    assertThat(Reception.name("a\nb\u0000c.gcode")).isEqualTo("a_b_c.gcode");
    refused(415, "Expected G-code", () -> Reception.name("hook.stl"));
    refused(400, "1 to 120", () -> Reception.name("x".repeat(200) + ".gcode"));
  }

  @Test
  void aLaterProgramTakesThePlaceOfAnEarlierOneOfItsNameAndAHundredAreKept() throws Exception {
    var kept = new Kept(folder.resolve("kept"));
    kept.put(PRINTER, sent("part.gcode", "G28\n"));
    kept.put(PRINTER, sent("part.gcode", "G29\n"));
    assertThat(kept.list(PRINTER)).containsExactly("part.gcode");
    assertThat(kept.find(PRINTER, "part.gcode").orElseThrow().file()).hasContent("G29\n");
    assertThat(kept.find(PRINTER, "../part.gcode")).isEmpty();
    for (int i = 1; i < Kept.MOST; i++) {
      kept.put(PRINTER, sent("part-" + i + ".gcode", "G28\n"));
    }
    refused(409, "100 programs are kept", () -> kept.put(PRINTER, sent("more.gcode", "G28\n")));
    kept.put(PRINTER, sent("part.gcode", "G30\n"));
    assertThat(kept.list(PRINTER)).hasSize(Kept.MOST);
  }

  private Sent sent(String name, String program) throws IOException {
    var file = Files.writeString(Files.createTempFile(folder, "sent", ".part"), program);
    return new Sent(name, file, Digest.of(program.getBytes(UTF_8)), program.length());
  }

  private Reception reception(long largest, long leave) throws IOException {
    return new Reception(folder.resolve("coming"), new Reception.Limits(largest, leave));
  }

  private void nothingIsLeft() {
    assertThat(folder.resolve("coming")).isEmptyDirectory();
  }

  private static ByteArrayInputStream body(String name, String program) {
    return stream(
        "--b\r\nContent-Disposition: form-data; name=\"print\"\r\n\r\ntrue\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(name)
            + program
            + "\r\n--b--\r\n");
  }

  private static ByteArrayInputStream stream(String form) {
    return new ByteArrayInputStream(form.getBytes(UTF_8));
  }

  private static void refused(
      int status, String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            Refusal.class,
            it -> {
              assertThat(it.status()).isEqualTo(status);
              assertThat(it.sentence()).contains(words);
            });
  }
}
