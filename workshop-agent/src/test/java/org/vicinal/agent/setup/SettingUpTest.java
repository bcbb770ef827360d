package org.vicinal.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.AgentSettings;
import org.vicinal.messages.config.Configuration;
import org.vicinal.messages.config.ConfigurationError;

/** From a machine on a port to a file that the agent reads, and a place at a coordinator. */
class SettingUpTest {
  private static final List<String> PRINTER = List.of("simulated:marlin");
  private static final String ENROLMENT =
      """
      {"workshop":"mill-lane","bootstrapServers":"127.0.0.1:9092","user":"mill-lane","secret":"s",
       "callPartitions":[1],"coordinatorUrl":"http://127.0.0.1","token":"t"}
      """;

  @TempDir private Path folder;
  private final StringWriter told = new StringWriter();

  @Test
  void aPrinterAndAMillBecomeAFileThatTheAgentReads() throws IOException {
    setting("", Map.of("machine2.like", "mk3s", "machine2.slicing", "none"), true)
        .write(List.of("simulated:grbl", "simulated:marlin"));
    var settings = read(folder.resolve("workshop.yaml")).checked();
    var text = Files.readString(folder.resolve("workshop.yaml"));
    assertThat(settings.listMachines()).extracting("name").containsExactly("mill", "printer2");
    assertThat(text).contains("room: [250, 210, 210]", "like: mk3s", "answer: ask-me");
  }

  @Test
  void whatWillNotDoIsAskedAgain() throws IOException {
    var answers = "left\nnone\nlarge\n200x200x180\n\n\nleft of the door\ny\n\n\nPLA 22\n";
    setting(
            answers + "\nMon-Fri 9-18\nMon-Fri 09:00-18:00\n\nby-itself\n\n\n",
            Map.of("machine1.slicing", "none"),
            false)
        .write(PRINTER);
    assertThat(told.toString())
        .contains("Expected three sides in mm such as 220x220x250, found \"large\".")
        .contains("Expected opening hours");
    assertThat(Files.readString(folder.resolve("workshop.yaml")))
        .contains("room: [200, 200, 180]", "power-switch: \"left of the door\"", "\"PLA\": 22.00");
    assertThat(read(folder.resolve("workshop.yaml")).hours())
        .containsExactly("Mon-Fri 09:00-18:00");
  }

  @Test
  void aQuestionThatNobodyAnswersSaysHowToAnswerItAndNothingIsWritten() {
    assertThatThrownBy(() -> setting("left\n", Map.of(), false).write(PRINTER))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining("--answer machine1.like=");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anAnswerToNoQuestionNamesTheNearest() {
    var answers = Map.of("machine1.room", "200x200x200", "machine1.pricing", "1");
    assertThatThrownBy(() -> setting("", answers, true).write(PRINTER))
        .hasMessageContaining("Did you mean machine1.slicing?");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPortWhereNobodyAnswersIsNoMachine() {
    assertThatThrownBy(
            () -> setting("", Map.of(), true).write(List.of(folder.resolve("tty").toString())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("./vicinal agent ports");
  }

  @Test
  void theCoordinatorIsAskedForAPlaceAndItsAnswerIsKeptFromOthers() throws Exception {
    var asked = new StringBuilder();
    var server = coordinator(201, ENROLMENT, asked);
    try {
      var answers = Map.of("name", "Mill Lane", "place", "51.45, -0.97");
      assertThat(setting("", answers, true).enrol(null, address(server), "steward")).isTrue();
      assertThat(asked.toString())
          .startsWith("/api/v1/workshops/mill-lane/enrolments Bearer steward ")
          .contains("\"name\":\"Mill Lane\"", "\"latitude\":51.45", "\"longitude\":-0.97");
      var kept = folder.resolve("data").resolve("enrolment.json");
      assertThat(kept).hasContent(ENROLMENT);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aRefusalIsToldAsTheCoordinatorSaysIt() throws Exception {
    var server = coordinator(403, "{\"detail\":\"Only a steward\"}", new StringBuilder());
    try {
      var answers = Map.of("name", "Mill Lane", "place", "51.45, -0.97");
      assertThatThrownBy(() -> setting("", answers, true).enrol(null, address(server), "other"))
          .hasMessageContaining("it answered 403: {\"detail\":\"Only a steward\"}");
    } finally {
      server.stop(0);
    }
  }

  private SettingUp setting(String typed, Map<String, String> answers, boolean usual) {
    var in = new BufferedReader(new StringReader(typed));
    var interview = new Interview(in, new PrintWriter(told, true), answers, usual);
    return new SettingUp(
        interview,
        folder.resolve("workshop.yaml"),
        folder.resolve("data"),
        file -> read(file).checked());
  }

  private static AgentSettings read(Path file) {
    return Configuration.read(AgentSettings.class, file, "NONE_", Map.of(), Map.of());
  }

  private static HttpServer coordinator(int status, String answer, StringBuilder asked)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked
              .append(exchange.getRequestURI())
              .append(' ')
              .append(exchange.getRequestHeaders().getFirst("Authorization"))
              .append(' ')
              .append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          var bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
