package org.vicinal.coordinator.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicinal.coordinator.notice.Channel;
import org.vicinal.coordinator.notice.Matter;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDue;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.id.OrderId;

/** Letters reach real servers, and servers that misbehave are named in words without an address. */
class SendingTest {
  private static final OrderId ORDER = new OrderId("hooks");
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  @TempDir private Path data;

  @Test
  void aLetterKeepsItsIdHoweverOftenItIsSent() throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      var mailer = mailer("smtp://127.0.0.1:" + server.getSmtp().getPort());
      mailer.send(letter("Haken\r\nBcc: everybody@example.org"), "ana@example.org");
      mailer.send(letter("Haken"), "ana@example.org");
      var all = server.getReceivedMessages();
      assertThat(all).hasSize(2);
      assertThat(all[0].getMessageID()).isEqualTo(all[1].getMessageID());
      assertThat(all[0].getAllRecipients()).hasSize(1);
      assertThat(all[1].getSubject()).isEqualTo("Haken: ready");
      assertThat(String.valueOf(all[1].getContent())).contains("Ready at mill-lane");
      assertThat(all[1].getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(all[1].getHeader("List-Unsubscribe"))
          .containsExactly("<https://make.example.org/leave>");
      assertThat(all[1].getHeader("List-Unsubscribe-Post"))
          .containsExactly("List-Unsubscribe=One-Click");
    } finally {
      server.stop();
    }
  }

  @Test
  void aMailServerThatIsAwayIsTriedAgain() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(
            () -> mailer("smtp://127.0.0.1:" + port).send(letter("Hook"), "ana@example.org"))
        .isInstanceOfSatisfying(
            Unsent.class,
            e -> {
              assertThat(e.forGood()).isFalse();
              assertThat(e.getMessage()).doesNotContain("ana", "127.0.0.1");
            });
  }

  @Test
  void aWebhookIsSigned() throws Exception {
    try (var receiver = new Receiver(204);
        var webhooks = webhooks(true)) {
      webhooks.send(letter("Hook"), receiver.address());
      var post = receiver.take();
      assertThat(post.signedWith(webhooks.secret(ORDER, receiver.address()))).isTrue();
      assertThat(post.signedWith(webhooks.secret(new OrderId("other"), receiver.address())))
          .isFalse();
      assertThat(post.json().path("type").asString()).isEqualTo("order.ready");
      assertThat(post.json().path("lines").get(0).asString()).isEqualTo("Ready at mill-lane");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 302, 404, 410, 500})
  void aWebhookThatDoesNotTakeItIsUnsent(int status) throws Exception {
    try (var receiver = new Receiver(status);
        var webhooks = webhooks(true)) {
      assertThatThrownBy(() -> webhooks.send(letter("Hook"), receiver.address()))
          .isInstanceOfSatisfying(
              Unsent.class,
              e -> {
                assertThat(e.forGood()).as("410 is for good").isEqualTo(status == 410);
                assertThat(e.getMessage()).doesNotContain("127.0.0.1");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.1.2.3/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://0.0.0.0/",
        "https://user@192.0.2.1/",
        "ftp://192.0.2.1/",
        "https:///nowhere"
      })
  void nothingIsPostedInsideOfThePrivateNetwork(String address) {
    try (var webhooks = webhooks(false)) {
      assertThat(webhooks.refusal(URI.create(address))).isPresent();
      assertThatThrownBy(() -> webhooks.send(letter("Hook"), URI.create(address)))
          .isInstanceOfSatisfying(Unsent.class, e -> assertThat(e.forGood()).isTrue());
      assertThatCode(() -> webhooks.refusal(URI.create("https://192.0.2.1/")))
          .doesNotThrowAnyException();
      assertThat(webhooks.refusal(URI.create("https://192.0.2.1/"))).isEmpty();
    }
  }

  private Webhooks webhooks(boolean nearby) {
    return new Webhooks(new Vault(data).own("webhooks"), nearby, Duration.ofMillis(500));
  }

  private static Mailer mailer(String server) {
    var uri = URI.create(server);
    return new Mailer(new PostSettings(uri, "vicinal@example.org", null, null, false), uri);
  }

  private static Letter letter(String title) {
    var due =
        new NoticeDue(
            ORDER,
            "c-1/0/mail",
            Channel.MAIL,
            Matter.READY,
            List.of("c-1/0"),
            List.of("Ready at mill-lane"),
            1,
            NOON);
    return new Letter(
        due,
        title,
        URI.create("http://127.0.0.1:8080"),
        NOON,
        URI.create("https://make.example.org/leave"));
  }
}
