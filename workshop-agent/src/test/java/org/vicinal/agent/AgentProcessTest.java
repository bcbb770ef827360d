package org.vicinal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.cli.AgentMain;
import org.vicinal.agent.control.ControlClient;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.simulation.SimulateMain;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * A real agent drives a simulated printer behind a pseudo-terminal, is killed in the middle, and
 * says so afterwards. Needs Linux with /dev/pts.
 */
class AgentProcessTest {
  private static final WorkshopId ANNA = new WorkshopId("anna");
  private static final MachineId PRINTER = new MachineId("mk3");

  @TempDir Path folder;
  private final byte[] program = program(1500);
  private HttpServer files;
  private Process simulation;
  private Path config;
  private Path enrolment;

  /** Back and forth over the bed, so that it takes a while and every line can be told. */
  private static byte[] program(int lines) {
    var text = new StringBuilder("; a test of patience\nG21\nG90\nG28\n");
    for (int i = 0; i < lines; i++) {
      text.append("G1 X%d Y%d.%03d Z5 F6000\n".formatted(i % 2 == 0 ? 20 : 60, 20 + i / 100, i));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @BeforeEach
  void aWorkshop() throws IOException {
    files = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    files.createContext(
        "/api/v1/files/" + Digest.of(program),
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, program.length);
            exchange.getResponseBody().write(program);
          }
        });
    files.start();
    var port = folder.resolve("mk3");
    simulate(port);
    config = folder.resolve("workshop.yaml");
    Files.writeString(
        config,
        """
        data: %s
        attendant: simulated
        attendant-seconds: 0.1
        machines:
          - name: mk3
            port: %s
            controller: marlin
            room: [250, 210, 210]
            nozzle-celsius: 280
            bed-celsius: 110
            materials: {PLA: 25}
        """
            .formatted(folder.resolve("data"), port));
    enrolment = folder.resolve("enrolment.json");
    Files.write(
        enrolment,
        Json.WIRE.write(
            new Enrolment(
                ANNA,
                "127.0.0.1:1",
                "anna",
                "secret",
                List.of(0),
                "http://127.0.0.1:" + files.getAddress().getPort(),
                "token")));
  }

  private void simulate(Path port) throws IOException {
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
    var first = simulation.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(first).contains("simulated");
  }

  @AfterEach
  void tidy() {
    simulation.destroyForcibly();
    files.stop(0);
  }

  private Call call(int round) {
    var part =
        new Requirement(
            Making.FFF, "PLA", new Size(50, 50, 10), Set.of(Controller.MARLIN), 0, 0, 0);
    return new Call(
        new JobId("o-1.1"),
        round,
        "a test",
        part,
        List.of(file()),
        1,
        Instant.now().plusSeconds(86_400),
        Instant.now().plusSeconds(60),
        List.of(ANNA));
  }

  private FileRef file() {
    return new FileRef(
        "test.gcode", FileRef.Role.PROGRAM, Digest.of(program), program.length, Controller.MARLIN);
  }

  private Instruction.Award award(Seen.Bid bid, int number) {
    return new Instruction.Award(
        new LotId(new JobId("o-1.1"), 0, number),
        "a test",
        call(1).requirement(),
        List.of(file()),
        1,
        new Price("EUR", List.of()),
        Instant.now().plusSeconds(60),
        bid.readyBy());
  }

  @Test
  void aKilledAgentTellsWhereItWasAndNeverRunsThatLotAgain() throws Exception {
    Instruction.Award first;
    long told;
    try (var agent = new AgentInProcess(config, enrolment)) {
      agent.send(call(1));
      first = award(agent.await(Seen.Bid.class), 1);
      agent.send(first);
      agent.await(Seen.RunStarted.class);
      told = agent.await(Seen.Progress.class, progress -> progress.line() > 20).line();
      agent.killNow();
    }
    try (var agent = new AgentInProcess(config, enrolment)) {
      var ended = agent.await(Seen.RunEnded.class);
      assertThat(ended.ending()).isEqualTo(Seen.Ending.INTERRUPTED);
      assertThat(ended.line()).isBetween(told, 1504L);
      assertThat(agent.await(Seen.LotReturned.class).lot()).isEqualTo(first.lot());

      agent.send(first); // the coordinator repeats itself
      agent.send(call(2));
      var second = award(agent.await(Seen.Bid.class), 2);
      agent.send(second);
      assertThat(agent.await(Seen.LotMade.class).lot()).isEqualTo(second.lot());
      assertThat(agent.heard(Seen.RunStarted.class))
          .extracting(Seen.RunStarted::lot)
          .containsExactly(second.lot());
      assertThat(agent.terminate()).as(AgentInProcess.log(config)).isEqualTo(143);
    }
    var executed = Files.readString(folder.resolve("executed.txt"));
    assertThat(executed.lines().filter(line -> line.contains("Y34.1499")).count()).isEqualTo(1);
  }

  @Test
  void whatBrokeOffIsMadeSafeFirstAndAPersonMayGoOnWithItByHand() throws Exception {
    int before;
    try (var agent = new AgentInProcess(config, enrolment)) {
      agent.send(call(1));
      agent.send(award(agent.await(Seen.Bid.class), 1));
      agent.await(Seen.Progress.class, progress -> progress.line() > 100);
      agent.killNow();
      before = Files.readAllLines(folder.resolve("executed.txt")).size();
    }
    try (var agent = new AgentInProcess(config, enrolment)) {
      agent.await(Seen.LotReturned.class);
      assertThat(afterwards(before)).startsWith("M104 S0", "M140 S0", "M107");
      assertThat(agent.terminate()).isEqualTo(143);
    }
    var shell =
        new ProcessBuilder(
                AgentInProcess.java(
                    "-cp",
                    System.getProperty("java.class.path"),
                    AgentMain.class.getName(),
                    "restart",
                    "mk3",
                    "--config=" + config,
                    "--check"))
            .redirectErrorStream(true)
            .start();
    var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("The machine has answered line", "(byte ", "It would go on at line", "G28 X Y")
        .contains("Nothing was sent.");
  }

  /** What the printer carried out since, but for numbering and questions. */
  private List<String> afterwards(int before) throws IOException {
    var deadline = System.nanoTime() + 60_000_000_000L;
    List<String> lines = List.of();
    while (lines.size() < 3 && System.nanoTime() < deadline) {
      var all = Files.readAllLines(folder.resolve("executed.txt"));
      lines =
          all.subList(Math.min(before, all.size()), all.size()).stream()
              .filter(line -> !line.matches("M1(10|05|15).*|G1 .*"))
              .toList();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    return lines;
  }

  @Test
  void aBrokerThatIsAwayIsToldEverythingOnceAfterwards() throws Exception {
    List<Report> before;
    try (var agent = new AgentInProcess(config, enrolment, "deaf")) {
      agent.await(Seen.Presence.class);
      agent.send(call(1));
      agent.await(Seen.Bid.class);
      before = List.copyOf(agent.heard);
      agent.killNow();
    }
    try (var agent = new AgentInProcess(config, enrolment)) {
      agent.await(Seen.Bid.class);
      assertThat(agent.heard.subList(0, before.size())).isEqualTo(before);
      agent.send(call(2));
      agent.await(Seen.Bid.class, bid -> bid.round() == 2);
    }
    try (var agent = new AgentInProcess(config, enrolment)) {
      var presence = agent.await(Seen.Presence.class);
      assertThat(presence.machines()).hasSize(1);
      assertThat(agent.heard.getFirst().sequence()).isGreaterThan(before.getLast().sequence());
    }
  }

  @Test
  void aPersonConfirmsAndStopsFromTheCommandLine() throws Exception {
    Files.writeString(
        config, Files.readString(config).replace("attendant: simulated", "attendant: person"));
    try (var agent = new AgentInProcess(config, enrolment)) {
      agent.send(call(1));
      agent.send(award(agent.await(Seen.Bid.class), 1));
      assertThat(agent.await(Seen.Waiting.class).what()).contains("bed of mk3");
      var client = new ControlClient(folder.resolve("data"));
      assertThat(client.status().queue()).hasSize(1);

      var said = Map.of("who", "Ana", "what", "bed is clear");
      assertThat(client.ask(PRINTER, "confirmation", said)).isEqualTo(Answer.DONE);
      agent.await(Seen.RunStarted.class);
      assertThat(client.ask(PRINTER, "confirmation", said)).isInstanceOf(Answer.Refused.class);
      assertThat(client.status().machines().getFirst().run()).isNotNull();

      agent.await(Seen.Progress.class);
      assertThat(client.ask(PRINTER, "cancel", said)).isEqualTo(Answer.DONE);
      assertThat(agent.await(Seen.RunEnded.class).ending()).isEqualTo(Seen.Ending.CANCELLED);
      assertThat(agent.await(Seen.LotReturned.class).reason()).contains("Ana");
    }
  }
}
