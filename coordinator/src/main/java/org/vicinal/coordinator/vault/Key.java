package org.vicinal.coordinator.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * 256 random bits, and what can be done with them: AES-256-GCM.
 *
 * <p>{@link #seal} makes the nonce from the text itself (HMAC-SHA-256 under a key of its own, as in
 * SIV): the same text sealed twice gives the same bytes, so that an order placed twice is
 * recognised as the same order, and no nonce ever meets two texts.
 */
public final class Key {
  /** Length of a key in bytes. */
  public static final int BYTES = 32;

  /** What {@link #sealBlock} adds to a block, in bytes. */
  public static final int TAG_BYTES = 16;

  private static final int NONCE_BYTES = 12;
  private final byte[] bytes;

  private Key(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new one. */
  public static Key random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Key(bytes);
  }

  static Key of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "Expected a key of %d bytes, but found %d.".formatted(BYTES, bytes.length));
    }
    return new Key(bytes.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** {@code plain} sealed; {@code about} is not hidden but cannot be changed. */
  byte[] seal(byte[] plain, byte[] about) {
    byte[] mac = hmac("nonce", about, plain);
    byte[] nonce = Arrays.copyOf(mac, NONCE_BYTES);
    byte[] body = gcm(Cipher.ENCRYPT_MODE, hmac("seal"), nonce, about, plain);
    return ByteBuffer.allocate(NONCE_BYTES + body.length).put(nonce).put(body).array();
  }

  /** What {@link #seal} sealed; empty when this is not its key or the bytes were changed. */
  Optional<byte[]> open(byte[] sealed, byte[] about) {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] body = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return tryGcm(hmac("seal"), nonce, about, body);
  }

  /**
   * Seals block number {@code index} of a stream. One key seals one stream only, since the number
   * is the nonce.
   */
  public byte[] sealBlock(long index, byte[] about, byte[] plain) {
    return gcm(Cipher.ENCRYPT_MODE, bytes, nonce(index), about, plain);
  }

  /** What {@link #sealBlock} sealed; empty when the bytes, the number or the key are others. */
  public Optional<byte[]> openBlock(long index, byte[] about, byte[] sealed) {
    return tryGcm(bytes, nonce(index), about, sealed);
  }

  /** HMAC-SHA-256 of {@code parts} under this key; each part is preceded by its length. */
  public byte[] hmac(String purpose, byte[]... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      for (byte[] part : parts) {
        mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256; this one does not.", e);
    }
  }

  private static byte[] nonce(long index) {
    return ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(index).array();
  }

  private static Optional<byte[]> tryGcm(byte[] key, byte[] nonce, byte[] about, byte[] sealed) {
    try {
      return Optional.of(gcmChecked(Cipher.DECRYPT_MODE, key, nonce, about, sealed));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM; this one does not.", e);
    }
  }

  private static byte[] gcm(int mode, byte[] key, byte[] nonce, byte[] about, byte[] input) {
    try {
      return gcmChecked(mode, key, nonce, about, input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM; this one does not.", e);
    }
  }

  private static byte[] gcmChecked(int mode, byte[] key, byte[] nonce, byte[] about, byte[] input)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
    cipher.updateAAD(about);
    return cipher.doFinal(input);
  }
}
