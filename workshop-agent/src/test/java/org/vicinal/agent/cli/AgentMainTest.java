package org.vicinal.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.journal.Folder;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.wire.Json;

/** What is wrong with a command line or a configuration is said in one line that helps. */
class AgentMainTest {
  private static final String MACHINE =
      """
      machines:
        - name: mk3
          port: /dev/ttyUSB0
          controller: marlin
          room: [250, 210, 210]
          materials: {PLA: 25}
      """;

  @TempDir Path folder;
  private int code = -1;

  private String agent(String... arguments) {
    var said = new StringWriter();
    var line = AgentMain.commandLine();
    line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    code = line.execute(arguments);
    return said.toString();
  }

  private String withConfig(String yaml, String... more) throws IOException {
    var config = folder.resolve("workshop.yaml");
    Files.writeString(config, yaml);
    var arguments = new java.util.ArrayList<>(List.of("--config", config.toString()));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    arguments.addAll(List.of(more));
    return agent(arguments.toArray(String[]::new));
  }

  @Test
  void helpNamesTheCommandsAndShowsAConfiguration() {
    assertThat(agent("--help")).contains("confirm", "status", "stop", "workshop.yaml", "materials");
    assertThat(code).isZero();
  }

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheNearest() throws IOException {
    var said = withConfig(MACHINE.replace("materials", "material"));
    assertThat(said).contains("workshop.yaml:6: unknown key \"material\"", "\"materials\"");
    assertThat(code).isEqualTo(2);
  }

  @Test
  void anUnknownControllerIsNamedWithTheNearest() throws IOException {
    assertThat(withConfig(MACHINE.replace("marlin", "marlyn")))
        .contains("found \"marlyn\". Did you mean marlin?");
  }

  @Test
  void twoMachinesOfOneNameAreRefused() throws IOException {
    assertThat(withConfig(MACHINE + MACHINE.substring(MACHINE.indexOf('\n') + 1)))
        .contains("found twice: mk3");
  }

  @Test
  void noMachineIsNoWorkshop() throws IOException {
    assertThat(withConfig("currency: EUR\n")).contains("Expected at least one machine");
  }

  @Test
  void withoutAnEnrolmentItSaysWhereFrom() throws IOException {
    assertThat(withConfig(MACHINE)).contains("enrolment.json", "Its steward enrols it");
    assertThat(code).isEqualTo(2);
  }

  @Test
  void aSimulatedAttendantIsRefusedBesideARealMachine() throws IOException {
    assertThat(withConfig(MACHINE, "--attendant=simulated"))
        .contains("mk3 at /dev/ttyUSB0 is none", "a person looks at real machines");
    assertThat(withConfig(MACHINE, "--attendant=simulatd")).contains("Did you mean simulated?");
  }

  @Test
  void aSecondAgentInTheSameFolderIsRefused() throws IOException {
    var data = folder.resolve("data");
    Files.createDirectories(data);
    Files.write(
        data.resolve("enrolment.json"),
        Json.WIRE.write(
            new Enrolment(
                new WorkshopId("anna"),
                "127.0.0.1:1",
                "anna",
                "s",
                List.of(0),
                "http://127.0.0.1:1",
                "t")));
    try (var first = Folder.take(data)) {
      assertThat(withConfig(MACHINE)).contains("another agent works in it").contains("" + data);
      assertThat(first).isNotNull();
    }
  }

  @Test
  void confirmingWhereNoAgentRunsSaysSo() {
    assertThat(agent("confirm", "mk3", "--data", folder.toString()))
        .contains("Expected a running agent in " + folder);
    assertThat(code).isEqualTo(2);
  }

  @Test
  void theYearIsAskedOfTheCoordinatorWithTheWorkshopsOwnToken() throws IOException {
    var asked = new java.util.ArrayList<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext(
        "/api/v1/statements/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          boolean known = exchange.getRequestURI().getPath().endsWith("/2026");
          var body =
              (known ? "at,order,lot\r\n" : "{\"detail\": \"Not that year.\"}").getBytes(UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 422, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      enrol("http://127.0.0.1:" + server.getAddress().getPort());
      var data = folder.resolve("data").toString();
      assertThat(agent("statement", "2026", "--data", data)).isEqualTo("at,order,lot\r\n");
      assertThat(code).isZero();
      assertThat(agent("statement", "1999", "--data", data)).contains("Not that year.");
      assertThat(code).isEqualTo(1);
      assertThat(agent("statement", "soon", "--data", data)).contains("Expected four digits");
      assertThat(asked.getFirst()).isEqualTo("/api/v1/statements/2026 Bearer the-token");
    } finally {
      server.stop(0);
    }
    assertThat(agent("statement", "2026", "--data", folder.resolve("data").toString()))
        .contains("nobody answers there");
    assertThat(code).isEqualTo(2);
  }

  private void enrol(String coordinator) throws IOException {
    var enrolment =
        new Enrolment(
            new WorkshopId("mill-lane"),
            "127.0.0.1:9092",
            "mill-lane",
            "hush",
            List.of(0),
            coordinator,
            "the-token");
    var file = Files.createDirectories(folder.resolve("data")).resolve("enrolment.json");
    Files.write(file, Json.WIRE.write(enrolment));
  }
}
