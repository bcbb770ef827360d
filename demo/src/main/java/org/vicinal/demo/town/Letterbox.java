package org.vicinal.demo.town;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The town's mail server, in this process: takes every letter, and sends none on. */
public final class Letterbox implements AutoCloseable {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private Letterbox() {}

  /** A running one, on a free port. */
  public static Letterbox open() {
    var letterbox = new Letterbox();
    letterbox.server.start();
    return letterbox;
  }

  /** What the coordinator is told of it. */
  public Map<String, String> options() {
    return Map.of(
        "--mail",
        "smtp://127.0.0.1:" + server.getSmtp().getPort(),
        "--mail-from",
        "vicinal@demo.town");
  }

  /** The subjects of what came for {@code address}, oldest first. */
  public List<String> subjects(String address) {
    return Stream.of(server.getReceivedMessages())
        .filter(letter -> isFor(letter, address))
        .map(Letterbox::subject)
        .toList();
  }

  private static boolean isFor(jakarta.mail.internet.MimeMessage letter, String address) {
    try {
      return Stream.of(letter.getAllRecipients()).anyMatch(to -> to.toString().equals(address));
    } catch (MessagingException e) {
      return false;
    }
  }

  private static String subject(jakarta.mail.internet.MimeMessage letter) {
    try {
      return String.valueOf(letter.getSubject());
    } catch (MessagingException e) {
      return "(no subject)";
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
