package org.vicinal.coordinator.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.vicinal.coordinator.vault.SafeFile;

/** A name and a secret at the broker. */
public record Account(String user, String secret) {
  private static final int SECRET_BYTES = 32;

  /**
   * The coordinator's own name at the broker. It has a capital letter, so that no workshop, whose
   * name is its id, can ever be called so.
   */
  static final String COORDINATOR = "Coordinator";

  /** The coordinator's account, its secret kept in {@code file}, made when absent. */
  static Account ofCoordinator(Path file) {
    try {
      if (!Files.exists(file)) {
        SafeFile.write(file, newSecret().getBytes(US_ASCII));
      }
      return new Account(COORDINATOR, Files.readString(file, US_ASCII).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 256 random bits as 43 letters, digits, {@code -} and {@code _}. */
  public static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** For {@code sasl.jaas.config} of a SCRAM listener or client. */
  String scram() {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, secret);
  }

  /** For {@code sasl.jaas.config} of a PLAIN listener that knows this account only. */
  String plainOnly() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
        .formatted(user, secret);
  }

  /** Without the secret: for logs. */
  @Override
  public String toString() {
    return "Account of " + user;
  }
}
