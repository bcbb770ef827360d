package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a file's bytes, 64 lower-case hexadecimal digits: a file's name, never a
 * permission to read it.
 */
public record Digest(@JsonValue String value) {
  private static final Pattern RULE = Pattern.compile("[0-9a-f]{64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Digest {
    if (!RULE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Expected a SHA-256 of 64 lower-case hexadecimal digits, but found "
              + value.length()
              + " characters.");
    }
  }

  /** The digest of {@code bytes}. */
  public static Digest of(byte[] bytes) {
    return of(sha256(), bytes);
  }

  /** The digest that {@code running} has reached; {@code running} begins anew. */
  public static Digest of(MessageDigest running) {
    return new Digest(HexFormat.of().formatHex(running.digest()));
  }

  /** A SHA-256 to feed bytes to. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256; this one does not.", e);
    }
  }

  private static Digest of(MessageDigest running, byte[] bytes) {
    running.update(bytes);
    return of(running);
  }

  @Override
  public String toString() {
    return value;
  }
}
