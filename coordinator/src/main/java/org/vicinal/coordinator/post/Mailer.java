package org.vicinal.coordinator.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * Sends letters to an SMTP server. Safe for any number of threads.
 *
 * <p>What a server says often repeats the address, and why a letter was not sent goes into the log:
 * so it is told in our own words, with the server's code.
 */
final class Mailer {
  private static final int SECONDS = 20; // that a server may be silent
  private static final int REFUSED_FOR_GOOD = 500; // RFC 5321, 4.2.1
  private final PostSettings settings;
  private final Session session;

  Mailer(PostSettings settings, URI server) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings, server));
  }

  private static Properties properties(PostSettings settings, URI server) {
    boolean tls = "smtps".equals(server.getScheme());
    var all = new Properties();
    var millis = String.valueOf(SECONDS * 1_000);
    all.setProperty("mail.transport.protocol", "smtp");
    all.setProperty("mail.smtp.host", server.getHost());
    all.setProperty("mail.smtp.port", String.valueOf(port(server, tls)));
    all.setProperty("mail.smtp.ssl.enable", String.valueOf(tls));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    all.setProperty("mail.smtp.starttls.enable", String.valueOf(!tls));
    all.setProperty(
        "mail.smtp.starttls.required", String.valueOf(!tls && settings.password() != null));
    all.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
    all.setProperty("mail.smtp.connectiontimeout", millis);
    all.setProperty("mail.smtp.timeout", millis);
    all.setProperty("mail.smtp.writetimeout", millis);
    return all;
  }

  private static int port(URI server, boolean tls) {
    if (server.getPort() > 0) {
      return server.getPort();
    }
    return tls ? 465 : 25;
  }

  /** Returns when the server has taken the letter. */
  void send(Letter letter, String to) throws Unsent {
    try {
      var message = new Stable(session, "<%s@%s>".formatted(letter.id(), host()));
      message.setFrom(new InternetAddress(settings.from()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      message.setSubject(letter.subject(), UTF_8.name());
      message.setSentDate(Date.from(letter.at()));
      message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody answers by itself
      if (letter.leaving() != null) {
        message.setHeader("List-Unsubscribe", "<" + letter.leaving() + ">"); // RFC 2369
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
      }
      message.setText(letter.text(), UTF_8.name());
      message.saveChanges();
      try (var transport = session.getTransport()) {
        transport.connect(settings.user(), settings.password());
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (AddressException e) {
      throw new Unsent("what was given is no mail address", true);
    } catch (SendFailedException e) {
      int code = find(e).map(SMTPAddressFailedException::getReturnCode).orElse(0);
      throw new Unsent(
          "the mail server does not take mail for it (%d)".formatted(code),
          code >= REFUSED_FOR_GOOD);
    } catch (AuthenticationFailedException e) {
      throw new Unsent("the mail server does not let the coordinator in", false);
    } catch (MessagingException e) {
      throw new Unsent("the mail server does not answer, or broke off", false);
    }
  }

  private String host() {
    return settings.from().substring(settings.from().indexOf('@') + 1);
  }

  private static Optional<SMTPAddressFailedException> find(SendFailedException failure) {
    for (Exception at = failure; at instanceof MessagingException it; at = it.getNextException()) {
      if (at instanceof SMTPAddressFailedException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** A message whose id we choose. */
  private static final class Stable extends MimeMessage {
    private final String id;

    Stable(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
