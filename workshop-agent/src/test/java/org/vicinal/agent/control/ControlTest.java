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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.machine.Answer;
import org.vicinal.messages.id.MachineId;

/** Whoever can read the data folder may ask the agent; nobody else. */
class ControlTest {
  private static final MachineId PRINTER = new MachineId("mk3");

  @TempDir Path folder;
  private ControlServer server;
  private final List<String> asked = new ArrayList<>();

  private final Desk desk =
      new Desk() {
        @Override
        public AgentStatus status() {
          return new AgentStatus(
              "anna", new AgentStatus.Connection(true, "connected"), 0, 0, List.of(), List.of());
        }

        @Override
        public CompletableFuture<Answer> confirm(MachineId machine, String who, String what) {
          asked.add(who + " says of " + machine + ": " + what);
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
    server = ControlServer.start(desk, folder, 0);
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
  void aRefusalComesWithItsReason() throws Exception {
    assertThat(new ControlClient(folder).ask(PRINTER, "stop", Map.of("who", "Ana")))
        .isEqualTo(new Answer.Refused("It stands still."));
    assertThat(asked).containsExactly("Ana wants STOP of mk3");
  }

  @Test
  void withoutTheTokenNothingIsAnswered() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(server.access().url() + "/status"));
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
    server = ControlServer.start(desk, folder, 0);
  }

  @Test
  void aPortInUseIsAClearError() throws IOException {
    try (var taken = new ServerSocket(0, 1, java.net.InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> ControlServer.start(desk, folder, taken.getLocalPort()))
          .hasMessageContaining("is in use");
    }
  }
}
