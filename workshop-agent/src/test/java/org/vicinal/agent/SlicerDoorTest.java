package org.vicinal.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.cli.AgentMain;
import org.vicinal.agent.control.ControlClient;
import org.vicinal.agent.simulation.SimulateMain;
import org.vicinal.agent.upload.SlicerKey;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * Slicers send to a real agent with a simulated printer behind a pseudo-terminal, with the requests
 * that each of them makes. Needs Linux with /dev/pts.
 */
class SlicerDoorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String GOOD =
      "G21\nG90\nG28\n" + "G1 X20 Y20 Z5 F6000\nG1 X60 Y61.25 F6000\n".repeat(4);

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process simulation;
  private Path config;
  private Path data;
  private AgentInProcess agent;
  private String key;
  private String url;

  @BeforeEach
  void aWorkshop() throws Exception {
    var port = folder.resolve("mk3");
    simulation =
        new ProcessBuilder(
                AgentInProcess.java(
                    "-cp",
                    System.getProperty("java.class.path"),
                    SimulateMain.class.getName(),
                    "--firmware=marlin",
                    "--link=" + port,
                    "--speed=40",
                    "--with-parent",
                    "--record=" + folder.resolve("executed.txt")))
            .redirectErrorStream(true)
            .start();
    assertThat(simulation.inputReader(UTF_8).readLine()).contains("simulated");
    data = folder.resolve("data");
    config = folder.resolve("workshop.yaml");
    Files.writeString(
        config,
        """
        data: %s
        attendant: person
        machines:
          - name: mk3
            port: %s
            controller: marlin
            room: [250, 210, 210]
            nozzle-celsius: 280
            bed-celsius: 110
            materials: {PLA: 25}
        """
            .formatted(data, port));
    Files.write(
        folder.resolve("enrolment.json"),
        Json.WIRE.write(
            new Enrolment(
                new WorkshopId("anna"),
                "127.0.0.1:1",
                "anna",
                "secret",
                List.of(0),
                "http://127.0.0.1:1",
                "token")));
    begin();
  }

  private void begin() throws Exception {
    agent = new AgentInProcess(config, folder.resolve("enrolment.json"));
    agent.await(Seen.Presence.class);
    key = SlicerKey.of(data).value();
    url = new ControlClient(data).page().replaceFirst("/#.*", "/machines/mk3/");
    await("occupied");
  }

  @AfterEach
  void tidy() {
    agent.close();
    simulation.destroyForcibly();
  }

  @Test
  void prusaSlicerSendsAndPrints() throws Exception {
    var version = json(get("api/version"));
    assertThat(version.path("api").asString()).isNotEmpty();
    assertThat(version.path("text").asString()).startsWith("OctoPrint");
    var sent = upload("true", "bracket.gcode", GOOD);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    assertThat(json(sent).path("files").path("local").path("name").asString())
        .isEqualTo("bracket.gcode");
    assertThat(agentSays("own")).contains("queued  own-1.0.1  bracket.gcode on mk3");
    assertThat(executed()).as("nothing moves before somebody has looked").doesNotContain("Y61.25");
    assertThat(agentSays("confirm", "mk3", "--who=Ana")).isNotEmpty();
    awaitMade();
    assertThat(executed().lines().filter(line -> line.contains("Y61.25"))).hasSize(4);
    assertThat(agent.heard(Seen.RunStarted.class)).isEmpty();
    assertThat(agent.heard(Seen.LotMade.class)).isEmpty();
  }

  @Test
  void curaAsksSendsAndSelects() throws Exception {
    for (var asked :
        List.of("settings", "version", "printerprofiles", "printer", "job", "files", "server")) {
      assertThat(get("api/" + asked).statusCode()).as(asked).isEqualTo(200);
    }
    var printer = json(get("api/printer"));
    assertThat(printer.path("state").path("flags").path("operational").asBoolean()).isTrue();
    var sent = upload("false", "part.gcode", GOOD);
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(agentSays("own")).contains("kept    part.gcode for mk3").doesNotContain("queued");
    var select = request("api/files/local/part.gcode");
    var body = BodyPublishers.ofString("{\"command\": \"select\", \"print\": true}");
    assertThat(http.send(select.POST(body).build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(204);
    assertThat(agentSays("own")).contains("queued  own-1.0.1").doesNotContain("kept");
  }

  @Test
  void aProgramThatDoesNotFitIsRefusedWithItsLineAndLeavesNothing() throws Exception {
    var sent = upload("true", "wide.gcode", "G21\nG90\nG28\nG1 X400 F6000\n");
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("Not for mk3", "400");
    assertThat(upload("true", "holiday.jpg", "\u00ff").statusCode()).isEqualTo(415);
    assertThat(upload("true", "empty.gcode", "").statusCode()).isEqualTo(400);
    assertThat(upload("true", "../../etc/x.gcode", GOOD).statusCode()).isEqualTo(201);
    assertThat(agentSays("own")).contains("x.gcode").doesNotContain("wide", "empty");
    assertThat(folder.resolve("x.gcode")).doesNotExist();
    assertThat(coming()).isEmpty();
  }

  @Test
  void aSlicerThatGoesAwayHalfWayLeavesNothing() throws Exception {
    var port = URI.create(url).getPort();
    for (int i = 0; i < 5; i++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        var head =
            """
            POST /machines/mk3/api/files/local HTTP/1.1\r
            Host: 127.0.0.1\r
            X-Api-Key: %s\r
            Content-Type: multipart/form-data; boundary=b\r
            Content-Length: 100000\r
            \r
            --b\r
            Content-Disposition: form-data; name="file"; filename="half.gcode"\r
            \r
            G28
            """
                .formatted(key);
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().flush();
      }
    }
    awaitNothingComing();
    assertThat(upload("true", "whole.gcode", GOOD).statusCode()).as("still open").isEqualTo(201);
    assertThat(agentSays("own")).contains("whole.gcode").doesNotContain("half");
  }

  @Test
  void withoutTheKeyNothingIsToldOrTaken() throws Exception {
    key = "wrong";
    assertThat(get("api/version").statusCode()).isEqualTo(403);
    assertThat(upload("true", "bracket.gcode", GOOD).statusCode()).isEqualTo(403);
    key = SlicerKey.of(data).value();
    assertThat(Files.getPosixFilePermissions(data.resolve("slicer-key"))).hasSize(2);
    var other = URI.create(url.replace("mk3", "mk4") + "api/version");
    assertThat(
            http.send(
                    HttpRequest.newBuilder(other).header("X-Api-Key", key).build(),
                    BodyHandlers.ofString())
                .body())
        .contains("mk3");
  }

  @Test
  void ownWorkIsThereAfterTheAgentDiedAndThePersonBringsAFile() throws Exception {
    var file = Files.writeString(folder.resolve("by hand.gcode"), GOOD);
    assertThat(agentSays("own", "make", "mk3", file.toString())).contains("in the queue of mk3");
    agent.killNow();
    agent.close();
    var before = key;
    begin();
    assertThat(key).as("a slicer keeps its key").isEqualTo(before);
    assertThat(agentSays("own")).contains("by hand.gcode");
    assertThat(agentSays("slicer")).contains("/machines/mk3", key, "control-port");
    upload("false", "later.gcode", GOOD);
    assertThat(agentSays("own", "drop", "mk3", "later.gcode")).contains("no longer kept");
    assertThat(agentSays("own")).doesNotContain("later");
  }

  private String agentSays(String... words) {
    var said = new StringWriter();
    var out = new PrintWriter(said, true);
    var all = new java.util.ArrayList<>(List.of(words));
    all.add("--config=" + config);
    AgentMain.commandLine().setOut(out).setErr(out).execute(all.toArray(String[]::new));
    return said.toString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("X-Api-Key", key)
        .timeout(PATIENCE);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.WIRE.mapper().readTree(answer.body());
  }

  /** As libcurl sends a form. */
  private HttpResponse<String> upload(String print, String name, String program)
      throws IOException, InterruptedException {
    var boundary = "------------------------d74496d66958873e";
    var form =
        "--%1$s\r\nContent-Disposition: form-data; name=\"print\"\r\n\r\n%2$s\r\n"
                .formatted(boundary, print)
            + "--%1$s\r\nContent-Disposition: form-data; name=\"path\"\r\n\r\n\r\n"
                .formatted(boundary)
            + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(boundary, name)
            + program
            + "\r\n--%s--\r\n".formatted(boundary);
    return http.send(
        request("api/files/local")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private String executed() throws IOException {
    return Files.readString(folder.resolve("executed.txt"));
  }

  private List<Path> coming() throws IOException {
    try (var files = Files.list(data.resolve("sent").resolve("coming"))) {
      return files.toList();
    }
  }

  private void awaitNothingComing() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!coming().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(coming()).isEmpty();
  }

  private void await(String condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var client = new ControlClient(data);
    while (!client.status().machines().getFirst().condition().equals(condition)
        && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(client.status().machines().getFirst().condition()).isEqualTo(condition);
  }

  private void awaitMade() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var client = new ControlClient(data);
    while (!client.status().queue().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(client.status().queue()).isEmpty();
    assertThat(client.status().shelf()).isEmpty();
  }
}
