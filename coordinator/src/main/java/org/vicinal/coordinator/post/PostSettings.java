package org.vicinal.coordinator.post;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * By what notices go out.
 *
 * @param mail {@code smtp://host:port} (TLS where the server offers it) or {@code
 *     smtps://host:port}; null: no mail is sent
 * @param from the sender's address
 * @param user null: the server asks for none
 * @param password for the user
 * @param nearby whether webhooks may go to private addresses, and without TLS
 */
public record PostSettings(
    @Nullable URI mail,
    String from,
    @Nullable String user,
    @Nullable String password,
    boolean nearby) {
  /** No mail server, webhooks to public addresses only. */
  public static final PostSettings NONE =
      new PostSettings(null, "vicinal@localhost", null, null, false);

  /** Without the password. */
  @Override
  public String toString() {
    return "PostSettings[mail=%s, from=%s, nearby=%s]".formatted(mail, from, nearby);
  }
}
