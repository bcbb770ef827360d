package org.vicinal.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Heading;
import org.vicinal.agent.machine.Jog;
import org.vicinal.agent.machine.MachineStatus;
import org.vicinal.agent.machine.Stock;
import org.vicinal.agent.recorder.Latency;
import org.vicinal.agent.recorder.Traffic;
import org.vicinal.agent.workshop.Say;
import org.vicinal.agent.workshop.WaitingCall;
import org.vicinal.messages.id.MachineId;

/** Whoever can read the data folder may ask the agent; nobody else. */
class ControlTest {
  private static final MachineId PRINTER = new MachineId("mk3");

  @TempDir Path folder;
  private ControlServer server;
  private final List<String> asked = new ArrayList<>();

  private final EventLog events = new EventLog();
  private final Desk desk =
      new Desk() {
        @Override
        public List<org.vicinal.agent.workshop.SaidCall> answers() {
          return List.of();
        }

        @Override
        public CompletableFuture<Answer> say(Say say, String who) {
          asked.add(who + " says " + say);
          return CompletableFuture.completedFuture(Answer.DONE);
        }

        @Override
        public List<WaitingCall> calls() {
          return List.of();
        }

        @Override
        public CompletableFuture<Answer> say(MachineId machine, String line, String who) {
          asked.add(who + " says to " + machine + ": " + line);
          return CompletableFuture.completedFuture(Answer.DONE);
        }

        @Override
        public CompletableFuture<Answer> jog(MachineId machine, Jog way, String who) {
          asked.add(who + " moves " + machine + ": " + way.words());
          return CompletableFuture.completedFuture(Answer.DONE);
        }

        @Override
        public CompletableFuture<Answer> drive(MachineId machine, Heading heading, String who) {
          asked.add(who + " drives " + machine + " by " + heading.x() + " at " + heading.feed());
          return CompletableFuture.completedFuture(Answer.DONE);
        }

        @Override
        public CompletableFuture<Answer> release(MachineId machine) {
          asked.add("release of " + machine);
          return CompletableFuture.completedFuture(Answer.DONE);
        }

        @Override
        public CompletableFuture<Answer> reread() {
          asked.add("read again");
          return CompletableFuture.completedFuture(Answer.DONE);
        }

        @Override
        public List<Traffic> console(MachineId machine, long since, int most) {
          var heard = Traffic.Direction.HEARD;
          return List.of(new Traffic(since + 1, Instant.EPOCH, heard, "ok\n"));
        }

        @Override
        public List<MachineFigures> figures() {
          var counters = new MachineStatus.Counters(900, 2, 1, 0, 3);
          var latency = new Latency.Counted(List.of(0.0001, 0.001), List.of(5L, 8L, 9L), 0.004);
          return List.of(new MachineFigures("mk3", "ready", counters, latency));
        }

        @Override
        public AgentStatus status() {
          var printer =
              new AgentStatus.MachineLine(
                  "mk3",
                  false,
                  "ready",
                  "",
                  "/dev/ttyUSB0",
                  "Marlin",
                  "T:20.1 /0.0 B:19.8 /60.0",
                  null,
                  "");
          return new AgentStatus(
              "anna",
              new AgentStatus.Connection(true, "connected"),
              0,
              0,
              List.of(printer),
              List.of(),
              List.of(),
              List.of());
        }

        @Override
        public Optional<byte[]> picture(MachineId machine) {
          return Optional.empty();
        }

        @Override
        public CompletableFuture<Answer> confirm(MachineId machine, String who, String what) {
          asked.add(who + " says of " + machine + ": " + what);
          return CompletableFuture.completedFuture(Answer.DONE);
        }

        @Override
        public CompletableFuture<Answer> confirm(
            MachineId machine, String who, String what, Stock stock) {
          return confirm(machine, who, what + "; " + stock.words());
        }

        @Override
        public CompletableFuture<Answer> outline(MachineId machine, boolean skip, String who) {
          asked.add(who + (skip ? " leaves out" : " wants to see") + " the outline of " + machine);
          return CompletableFuture.completedFuture(Answer.DONE);
        }

        @Override
        public CompletableFuture<Answer> act(MachineId machine, Act act, String who) {
          asked.add(who + " wants " + act + " of " + machine);
          return CompletableFuture.completedFuture(new Answer.Refused("It stands still."));
        }
      };

  @BeforeEach
  void start() throws IOException {
    server = ControlServer.start(desk, events, folder, 0);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void aPersonConfirms() throws Exception {
    var client = new ControlClient(folder);
    assertThat(client.status().workshop()).isEqualTo("anna");
    var answer = client.ask(PRINTER, "confirmation", Map.of("who", "Ana", "what", "bed is clear"));
    assertThat(answer).isEqualTo(Answer.DONE);
    assertThat(asked).containsExactly("Ana says of mk3: bed is clear");
  }

  @Test
  void aPersonSaysSomethingOfCallsAndLots() throws Exception {
    var client = new ControlClient(folder);
    assertThat(client.calls()).isEmpty();
    var bid = Map.<String, Object>of("who", "Ana", "price", 12.5, "by", "2026-12-01T15:00:00Z");
    assertThat(client.say("calls/o-1.1", "bid", bid)).isEqualTo(Answer.DONE);
    assertThat(client.say("lots/o-1.1.0.1", "cannot", Map.of("because", "the nozzle is gone")))
        .isEqualTo(Answer.DONE);
    assertThat(asked)
        .containsExactly(
            "Ana says Bid[job=o-1.1, machine=null, pieces=null, price=12.5,"
                + " readyBy=2026-12-01T15:00:00Z, material=, note=]",
            "somebody here says Cannot[lot=o-1.1.0.1, reason=the nozzle is gone, done=null]");
  }

  @Test
  void aWordThatLacksSomethingSaysWhat() throws Exception {
    var client = new ControlClient(folder);
    assertThat(client.say("lots/o-1.1.0.1", "cannot", Map.of()))
        .isEqualTo(new Answer.Refused("Expected something in \"because\"."));
    assertThat(client.say("lots/o-1.1.0.1", "handover", Map.of("over", "window")))
        .isEqualTo(
            new Answer.Refused(
                "Expected in \"over\" one of counter, carrier or shelf, found \"window\"."));
    assertThat(client.say("lots/o-1.1.0.1", "late", Map.of("by", "soon", "because", "so")))
        .isEqualTo(
            new Answer.Refused(
                "Expected a day such as 2026-12-01 or an instant such as 2026-12-01T15:00:00Z,"
                    + " found \"soon\"."));
    assertThat(client.say("lots/o-1.1.0.1", "eaten", Map.of()))
        .isEqualTo(
            new Answer.Refused(
                "Expected late, cannot, made, checked, ready, handover or payment, found"
                    + " \"eaten\"."));
    assertThat(asked).isEmpty();
  }

  @Test
  void aPersonSaysWhatIsFixedOnAMill() throws Exception {
    var client = new ControlClient(folder);
    var said = Map.of("who", "Ana", "what", "zero set", "stock", "200x150x12", "zero", "centre");
    assertThat(client.ask(PRINTER, "confirmation", said)).isEqualTo(Answer.DONE);
    assertThat(asked)
        .containsExactly(
            "Ana says of mk3: zero set; stock 200.0 x 150.0 x 12.0 mm, zero 100.0, 75.0, 12.0 from"
                + " its front left bottom corner");
    var wrong = Map.of("what", "zero set", "stock", "large");
    assertThat(client.ask(PRINTER, "confirmation", wrong))
        .asString()
        .contains("such as 200x150x12", "large");
  }

  @Test
  void aPersonWantsToSeeTheOutlineOrLeavesItOut() throws Exception {
    var client = new ControlClient(folder);
    client.ask(PRINTER, "outline", Map.of("who", "Ana"));
    client.ask(PRINTER, "outline", Map.of("who", "Ana", "skip", "true"));
    assertThat(asked)
        .containsExactly(
            "Ana wants to see the outline of mk3", "Ana leaves out the outline of mk3");
  }

  @Test
  void aKeyIsHeldAndLetGo() throws Exception {
    post("/api/v1/machines/mk3/drive", "{\"x\": -1, \"feed\": 600, \"who\": \"Ana\"}");
    post("/api/v1/machines/mk3/release", "");
    assertThat(asked).containsExactly("Ana drives mk3 by -1.0 at 600.0", "release of mk3");
  }

  @Test
  void aRefusalComesWithItsReason() throws Exception {
    assertThat(new ControlClient(folder).ask(PRINTER, "stop", Map.of("who", "Ana")))
        .isEqualTo(new Answer.Refused("It stands still."));
    assertThat(asked).containsExactly("Ana wants STOP of mk3");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.access().url() + path))
        .header("Authorization", "Bearer " + server.access().token());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void aRefusalIsAProblemDocument() throws Exception {
    var response = post("/api/v1/machines/mk3/pause", "{\"who\": \"Ana\"}");
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body()).contains("\"detail\":\"It stands still.\"", "\"status\":409");
  }

  @Test
  void theConfigurationIsReadAgain() throws Exception {
    assertThat(new ControlClient(folder).reread()).isEqualTo(Answer.DONE);
    assertThat(asked).containsExactly("read again");
  }

  @Test
  void temperaturesAreNumbers() throws Exception {
    assertThat(send(request("/api/v1/machines/mk3/temperatures")).body())
        .contains("{\"name\":\"B\",\"celsius\":19.8,\"target\":60.0}");
    assertThat(send(request("/api/v1/machines/mk9/temperatures")).body())
        .contains("Expected one of [mk3]");
  }

  @Test
  void linesAndShortWaysGoToTheMachine() throws Exception {
    assertThat(
            post("/api/v1/machines/mk3/console", "{\"line\":\"M115\",\"who\":\"Ana\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            post("/api/v1/machines/mk3/jog", "{\"x\":10,\"z\":-0.5,\"who\":\"Ana\"}").statusCode())
        .isEqualTo(200);
    assertThat(asked)
        .containsExactly("Ana says to mk3: M115", "Ana moves mk3: X10.000 Z-0.500 F1000");
    assertThat(post("/api/v1/machines/mk3/jog", "{\"x\":1000}").body()).contains("at most 100 mm");
    assertThat(post("/api/v1/machines/mk3/jog", "{}").body())
        .contains("at least one of x, y and z");
  }

  @Test
  void theConsoleGoesOnWhereItWasLeft() throws Exception {
    assertThat(send(request("/api/v1/machines/mk3/console?since=41")).body())
        .contains("\"number\":42", "\"text\":\"ok\\n\"");
  }

  @Test
  void figuresAreAsPrometheusReadsThem() throws Exception {
    assertThat(send(request("/metrics")).body().lines())
        .contains(
            "# TYPE vicinal_agent_machine_lines_total counter",
            "vicinal_agent_machine_lines_total{machine=\"mk3\"} 900",
            "vicinal_agent_machine_ok_to_write_seconds_bucket{machine=\"mk3\",le=\"0.000100\"} 5",
            "vicinal_agent_machine_ok_to_write_seconds_bucket{machine=\"mk3\",le=\"+Inf\"} 9",
            "vicinal_agent_machine_ok_to_write_seconds_count{machine=\"mk3\"} 9");
  }

  @Test
  void whoComesBackGetsWhatWasMissed() throws Exception {
    events.publish("machine", Map.of("n", 1));
    try (var first = follow("")) {
      var id = first.next();
      assertThat(first.next()).isEqualTo("event: status");
      events.publish("machine", Map.of("n", 2));
      events.publish("machine", Map.of("n", 3));
      try (var second = follow(id.substring("id: ".length()))) {
        second.next();
        second.next();
        assertThat(second.next()).isEqualTo("data: {\"n\":2}");
      }
      try (var stranger = follow("of-another-boot-7")) {
        stranger.next();
        assertThat(stranger.next()).isEqualTo("event: status");
      }
    }
  }

  private Follower follow(String lastId) throws Exception {
    var request = request("/api/v1/events");
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    var http = HttpClient.newHttpClient();
    var lines = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
    return new Follower(
        http,
        new java.io.BufferedReader(
            new java.io.InputStreamReader(lines, java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** Reads a stream of events line by line. */
  private record Follower(HttpClient http, java.io.BufferedReader lines) implements AutoCloseable {
    String next() throws IOException {
      return lines.readLine();
    }

    @Override
    public void close() throws IOException {
      lines.close();
      http.shutdownNow();
    }
  }

  @Test
  void withoutTheTokenNothingIsAnswered() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(server.access().url() + "/api/v1/status"));
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).contains("control.json");
    }
  }

  @Test
  void theKeyIsTheOwnersAlone() throws IOException {
    var permissions = Files.getPosixFilePermissions(folder.resolve("control.json"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void whatCannotBeAskedIsNamed() throws Exception {
    var client = new ControlClient(folder);
    assertThat(client.ask(PRINTER, "dance", Map.of()).toString()).contains("Expected confirmation");
    assertThat(client.ask(PRINTER, "confirmation", Map.of()).toString()).contains("what was seen");
  }

  @Test
  void anAgentThatDoesNotRunIsNamedToo() throws IOException {
    server.close();
    assertThatThrownBy(() -> new ControlClient(folder))
        .hasMessageContaining("Expected a running agent in");
    server = ControlServer.start(desk, events, folder, 0);
  }

  @Test
  void aPortInUseIsAClearError() throws IOException {
    try (var taken = new ServerSocket(0, 1, java.net.InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> ControlServer.start(desk, events, folder, taken.getLocalPort()))
          .hasMessageContaining("is in use");
    }
  }
}
