package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.cli.OrderMain;
import org.vicinal.coordinator.post.PostSettings;
import org.vicinal.coordinator.post.Receiver;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * A customer is told by mail and webhook what they asked for, once each; nobody else sees where.
 */
class NoticeApiTest {
  private static final String NOTICES = "/api/v1/orders/hooks/notices";
  @TempDir private Path data;
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Receiver receiver;
  private EdgeFixture edge;
  private WebTestClient ana;
  private WebTestClient mill;

  @BeforeEach
  void anOrderIsMade() throws Exception {
    mail.start();
    receiver = new Receiver(204);
    var server = URI.create("smtp://127.0.0.1:" + mail.getSmtp().getPort());
    edge =
        new EdgeFixture(
            data, true, 0, new PostSettings(server, "vicinal@example.org", null, null, true));
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    ana = edge.as(Role.CUSTOMER, "ana");
    mill = edge.as(Role.WORKSHOP, "mill-lane");
    edge.makeAnOrder(ana, "hooks", "mill-lane");
  }

  @AfterEach
  void close() {
    edge.close();
    receiver.close();
    mail.stop();
  }

  @Test
  void whatIsAskedForIsToldOnceByBothWays() throws Exception {
    var told =
        ask(
            Map.of(
                "mail",
                "ana@example.org",
                "webhook",
                receiver.address().toString(),
                "about",
                List.of("ready", "question")));
    assertThat(told.path("about")).hasSize(2);
    say("Here it is");
    tell(mill, "ready");
    var question = receiver.take();
    var ready = receiver.take();
    assertThat(question.signedWith(told.path("secret").asString())).isTrue();
    assertThat(List.of(type(question), type(ready)))
        .containsExactlyInAnyOrder("order.question", "order.ready");
    assertThat(mail.waitForIncomingEmail(60_000, 2)).isTrue();
    var subjects = List.of(mail.getReceivedMessages()).stream().map(NoticeApiTest::subject);
    assertThat(subjects)
        .containsExactlyInAnyOrder("Hook: the workshop wrote to you", "Hook: ready");
    tell(ana, "acceptance"); // owes something then, of which nobody wants to hear
    assertThat(receiver.left()).isEmpty();
    assertThat(mail.getReceivedMessages()).hasSize(2);
    assertThat(edge.log()).doesNotContain("example.org", "127.0.0.1", "Here it is");
  }

  @Test
  void whoeverGetsTheMailsEndsThemAndNothingElse() throws Exception {
    ask(Map.of("mail", "ana@example.org", "webhook", receiver.address().toString()));
    tell(mill, "ready");
    assertThat(mail.waitForIncomingEmail(60_000, 1)).isTrue();
    receiver.take();
    var header = mail.getReceivedMessages()[0].getHeader("List-Unsubscribe")[0];
    var path = URI.create(header.substring(1, header.length() - 1)).getPath();
    assertThat(edge.log()).doesNotContain(path.substring(path.lastIndexOf('/') + 1));
    var wrong = path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A");
    edge.web.post().uri(wrong).exchange().expectStatus().isNotFound();
    edge.web
        .post()
        .uri(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bodyValue("List-Unsubscribe=One-Click")
        .exchange()
        .expectStatus()
        .isNoContent();
    say("Where shall I put it?");
    assertThat(type(receiver.take())).isEqualTo("order.question");
    assertThat(mail.getReceivedMessages()).hasSize(1);
    edge.web.post().uri(path).exchange().expectStatus().isNotFound();
  }

  @Test
  void nobodyElseSeesWhere() {
    ask(Map.of("mail", "ana@example.org"));
    for (var stranger :
        List.of(edge.as(Role.CUSTOMER, "ben"), edge.as(Role.STEWARD, "sam"), mill)) {
      stranger.get().uri(NOTICES).exchange().expectStatus().isNotFound();
    }
    edge.web.get().uri(NOTICES).exchange().expectStatus().isUnauthorized();
  }

  @Test
  void whatIsNoAddressIsRefusedInWords() {
    for (var bad :
        List.of(
            Map.of("mail", "ana"),
            Map.of("mail", "ana@example.org, ben@example.org"),
            Map.of("mail", "ana@example.org\r\nBcc: ben@example.org"),
            Map.of("webhook", "not an address"),
            Map.of("webhook", "ftp://example.org"),
            Map.of("webhook", "https://user:secret@example.org"),
            Map.of("about", List.of("gossip")),
            Map.of("about", List.of("trouble")))) {
      put(bad).expectStatus().isEqualTo(422);
    }
  }

  @Test
  void theCommandLineAsksAndEndsIt() {
    var link = edge.address() + "/#/orders/hooks";
    var token = edge.tokens.make(Role.CUSTOMER, "ana", 1);
    var commands = new CommandLine(new OrderMain());
    assertThat(
            commands.execute(
                "notices",
                link,
                "--mail",
                "ana@example.org",
                "--about",
                "late,ready",
                "--token",
                token))
        .isZero();
    assertThat(read().path("mail").asString()).isEqualTo("ana@example.org");
    assertThat(read().path("about")).hasSize(2);
    assertThat(commands.execute("notices", link, "--token", token)).isZero();
    assertThat(commands.execute("notices", link, "--off", "--token", token)).isZero();
    assertThat(read().has("mail")).isFalse();
  }

  private static String type(Receiver.Post post) {
    return post.json().path("type").asString();
  }

  private static String subject(jakarta.mail.internet.MimeMessage message) {
    try {
      return message.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode ask(Map<String, Object> body) {
    return json(put(body).expectStatus().isOk());
  }

  private WebTestClient.ResponseSpec put(Map<String, ?> body) {
    return ana.put()
        .uri(NOTICES)
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange();
  }

  private JsonNode read() {
    return json(ana.get().uri(NOTICES).exchange().expectStatus().isOk());
  }

  private static JsonNode json(WebTestClient.ResponseSpec response) {
    return Json.WIRE
        .mapper()
        .readTree(Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()));
  }

  private void say(String text) {
    mill.put()
        .uri("/api/v1/orders/hooks/messages/0123456789abcdef")
        .header("Content-Type", "application/json")
        .bodyValue(Map.of("text", text))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static void tell(WebTestClient client, String verb) {
    client
        .post()
        .uri("/api/v1/lots/hooks-1.0.1/" + verb)
        .header("Content-Type", "application/json")
        .bodyValue(Map.of())
        .exchange()
        .expectStatus()
        .isOk();
  }
}
