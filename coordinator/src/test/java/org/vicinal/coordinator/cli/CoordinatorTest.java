package org.vicinal.coordinator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.config.Configuration;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.wire.Json;

/**
 * The whole coordinator, its own broker included: what was acknowledged is there after a new start,
 * and one folder has one coordinator.
 */
class CoordinatorTest {
  private static final String PROGRAM =
      """
      M104 S210
      M109 S210
      G28
      G92 E0
      G1 Z0.2 F600
      G1 X50 Y50 F6000
      G1 X80 Y50 E1.2 F1200
      G1 X80 Y70 E2.0
      """;

  @Test
  void anOrderIsThereAfterANewStartAndTheFolderHasOneCoordinator(@TempDir Path data)
      throws Exception {
    SecretLink link;
    try (var coordinator = Coordinator.start(settings(data))) {
      enrol(data, coordinator.address());
      int doubtful = 3; // relaxed durability
      assertThat(
              CoordinatorMain.commandLine()
                  .execute("doctor", "--data", data.toString(), "--min-free", "1MB"))
          .isEqualTo(doubtful);
      link = place(data, coordinator.address());
      assertThat(link.client(null).get("orders/" + link.order()).path("state").asString())
          .isEqualTo("UNCONFIRMED");
      assertThatThrownBy(() -> Coordinator.start(settings(data)))
          .isInstanceOf(ConfigurationError.class)
          .hasMessageContaining("another coordinator uses it")
          .hasMessageContaining("--data");
    }
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (var again = Coordinator.start(settings(data, mail.getSmtp().getPort()))) {
      var after = new SecretLink(again.address(), link.order(), link.secret());
      var order = after.client(null).get("orders/" + link.order() + "?atLeast=1");
      assertThat(order.path("personal").path("contact").asString()).isEqualTo("ana@example.org");
      after
          .client(null)
          .put("orders/" + link.order() + "/notices", Map.of("mail", "ana@example.org"));
      var confirmed = after.client(null).post("orders/" + link.order() + "/confirmation", Map.of());
      assertThat(confirmed.path("story").toString()).contains("Confirmed");
      assertThat(new ApiClient(again.address(), null).get("workshops").toString())
          .contains("mill-lane");
      assertThat(mail.waitForIncomingEmail(60_000, 1)).as("nobody here can make it").isTrue();
      assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Hook: it has ended");
    } finally {
      mail.stop();
    }
  }

  private static void enrol(Path data, URI address) throws Exception {
    var file = data.resolve("enrolment.json");
    int code =
        CoordinatorMain.commandLine()
            .execute(
                "enrol",
                "mill-lane",
                "--name",
                "Mill Lane",
                "--place",
                "51.4501,-0.9680",
                "--data",
                data.toString(),
                "-o",
                file.toString());
    assertThat(code).isZero();
    var enrolment = Json.WIRE.read(Files.readAllBytes(file), Enrolment.class);
    assertThat(enrolment.coordinatorUrl()).isEqualTo(address.toString());
    assertThat(enrolment.secret()).hasSizeGreaterThan(20);
    assertThat(enrolment.callPartitions()).isNotEmpty();
  }

  private static SecretLink place(Path data, URI address) throws Exception {
    var program = data.resolve("hook.gcode");
    Files.writeString(program, PROGRAM, UTF_8);
    var link =
        new SecretLink(
            address,
            new org.vicinal.messages.id.OrderId("hook-1"),
            SecretLink.newSecret(new java.security.SecureRandom()));
    var client = link.client(null);
    var digest = org.vicinal.messages.id.Digest.of(Files.readAllBytes(program));
    client.putFile("files/" + digest, program);
    client.put(
        "orders/hook-1",
        Map.of(
            "title",
            "Hook",
            "material",
            "PLA",
            "files",
            java.util.List.of(Map.of("name", "hook.gcode", "digest", digest)),
            "pieces",
            1,
            "wanted",
            InstantSource.system().instant().plusSeconds(86_400).toString(),
            "place",
            Map.of("latitude", 51.4545, "longitude", -0.9781),
            "origin",
            Map.of("source", "own"),
            "contact",
            "ana@example.org"));
    return link;
  }

  private static CoordinatorSettings settings(Path data) {
    return settings(data, Map.of());
  }

  private static CoordinatorSettings settings(Path data, int mailPort) {
    return settings(
        data,
        Map.of(
            "VICINAL_COORDINATOR_MAIL",
            "smtp://127.0.0.1:" + mailPort,
            "VICINAL_COORDINATOR_MAIL_FROM",
            "vicinal@example.org"));
  }

  private static CoordinatorSettings settings(Path data, Map<String, String> environment) {
    return Configuration.read(
        CoordinatorSettings.class,
        null,
        CoordinatorMain.ENVIRONMENT,
        environment,
        Map.of("data", data.toString(), "port", "0", "min-free", "1MB", "durability", "relaxed"));
  }

  @Test
  void anUnknownKeyNamesFileLineAndTheNearestKey(@TempDir Path folder) throws Exception {
    var file = folder.resolve("coordinator.yaml");
    Files.writeString(file, "port: 8080\nbidding-windov: 8s\n", UTF_8);
    var said = new StringWriter();
    int code =
        CoordinatorMain.commandLine()
            .setErr(new PrintWriter(said))
            .execute("--config", file.toString());
    assertThat(code).isEqualTo(2);
    assertThat(said.toString())
        .contains("coordinator.yaml:2")
        .contains("bidding-windov")
        .contains("Did you mean \"bidding-window\"?");
  }

  @Test
  void aValueThatCannotBeNamesItsFlag() {
    var said = new StringWriter();
    int code =
        CoordinatorMain.commandLine().setErr(new PrintWriter(said)).execute("--min-free", "plenty");
    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).contains("--min-free").contains("1GB").contains("plenty");
  }

  @Test
  void settingsComeFromFileEnvironmentAndFlagsInThisOrder(@TempDir Path folder) throws Exception {
    var file = folder.resolve("coordinator.yaml");
    Files.writeString(
        file,
        """
        port: 8081
        listen: 127.0.0.2
        board: true
        places:
          Town hall: {latitude: 51.4545, longitude: -0.9781}
        """,
        UTF_8);
    var settings =
        Configuration.read(
            CoordinatorSettings.class,
            file,
            CoordinatorMain.ENVIRONMENT,
            Map.of("VICINAL_COORDINATOR_PORT", "8082", "VICINAL_COORDINATOR_MIN_FREE", "2GB"),
            Map.of("min-free", "500MB", "bidding-window", "8s"));
    var http = settings.http();
    assertThat(http.port()).isEqualTo(8082);
    assertThat(http.listen()).isEqualTo("127.0.0.2");
    assertThat(http.minFree()).isEqualTo(500_000_000L);
    assertThat(http.places()).containsKey("Town hall");
    assertThat(settings.rules().biddingWindow()).hasSeconds(8);
  }

  @Test
  void aTokenIsMadeFromTheDataFolderAlone(@TempDir Path data) throws Exception {
    var out = System.out;
    var said = new java.io.ByteArrayOutputStream();
    System.setOut(new java.io.PrintStream(said, true, UTF_8));
    try {
      var line = CoordinatorMain.commandLine();
      assertThat(
              line.execute(
                  "token", "--role", "customer", "--name", "ana", "--data", data.toString()))
          .isZero();
    } finally {
      System.setOut(out);
    }
    var tokens = Coordinator.tokens(new Vault(data.resolve("keys")), InstantSource.system());
    assertThat(tokens.read(said.toString(UTF_8).strip()))
        .isEqualTo(tokens.read(tokens.make(Role.CUSTOMER, "ana", 1)));
  }

  @Test
  void aLinkIsReadAsItIsWritten() {
    var text = "http://127.0.0.1:8080/#/orders/hook-1/" + "s".repeat(43);
    assertThat(SecretLink.parse(text)).hasToString(text);
    assertThatThrownBy(() -> SecretLink.parse("hook-1"))
        .hasMessageContaining("the link of an order");
  }
}
