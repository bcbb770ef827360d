package org.vicinal.coordinator.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.vicinal.messages.id.Digest;

/**
 * The keys of a coordinator, a file each, and texts sealed under them.
 *
 * <p>A key is made when something is first sealed for its subject. A forgotten subject leaves an
 * empty file behind, so that its name is not used again by a repeated request. Safe for any number
 * of threads and for several coordinators over one folder.
 */
public final class Vault {
  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  /**
   * The keys under {@code folder}, which is made when absent.
   *
   * @throws UncheckedIOException when it cannot be
   */
  public Vault(Path folder) {
    this.folder = folder;
    SafeFile.makeFolder(folder);
  }

  /** Where the keys are. */
  public Path folder() {
    return folder;
  }

  /**
   * The key of the coordinator itself called {@code name}, made when absent: it signs tokens and
   * makes person ids.
   */
  public synchronized Key own(String name) {
    return readOrMake(folder.resolve(name + ".key"));
  }

  /**
   * {@code plain} as text that only the key of {@code subject} opens; the same text gives the same
   * sealed text.
   *
   * @throws Forgotten when the subject has been forgotten
   */
  public String seal(Subject subject, String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(seal(subject, plain.getBytes(UTF_8)));
  }

  /**
   * {@code plain} as bytes that only the key of {@code subject} opens.
   *
   * @throws Forgotten when the subject has been forgotten
   */
  public byte[] seal(Subject subject, byte[] plain) {
    return key(subject).seal(plain, about(subject));
  }

  /** What was sealed; empty when the key has been destroyed or {@code sealed} is not its work. */
  public Optional<String> open(Subject subject, String sealed) {
    return open(subject, Base64.getUrlDecoder().decode(sealed))
        .map(plain -> new String(plain, UTF_8));
  }

  /** What was sealed; empty when the key has been destroyed or {@code sealed} is not its work. */
  public Optional<byte[]> open(Subject subject, byte[] sealed) {
    return findKey(subject).flatMap(key -> key.open(sealed, about(subject)));
  }

  /** The subject's key; empty when there is none yet or no more. */
  public synchronized Optional<Key> findKey(Subject subject) {
    return read(pathOf(subject));
  }

  /** Makes {@code key} the key of {@code subject}, in the place of any other. */
  public synchronized void keep(Subject subject, Key key) {
    SafeFile.write(pathOf(subject), key.bytes());
  }

  /**
   * Destroys the key of {@code subject}: what was sealed under it is noise from now on, in every
   * copy. Nothing happens when that was done before.
   */
  public synchronized void forget(Subject subject) {
    var path = pathOf(subject);
    if (Files.exists(path)) {
      SafeFile.overwrite(path, new byte[Key.BYTES]);
    }
    SafeFile.write(path, new byte[0]);
  }

  /** Whether {@link #forget} was called for {@code subject}. */
  public synchronized boolean forgotten(Subject subject) {
    try {
      return Files.size(pathOf(subject)) == 0;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Key key(Subject subject) {
    if (forgotten(subject)) {
      throw new Forgotten(subject);
    }
    return readOrMake(pathOf(subject));
  }

  private Key readOrMake(Path path) {
    return read(path)
        .orElseGet(
            () -> {
              var key = Key.random(random);
              return SafeFile.writeNew(path, key.bytes())
                  ? key
                  : read(path).orElseThrow(() -> new IllegalStateException(gone(path)));
            });
  }

  private static String gone(Path path) {
    return "Expected the key that another coordinator has just made at %s, but it was forgotten at once. Ask again."
        .formatted(path);
  }

  private static Optional<Key> read(Path path) {
    try {
      byte[] bytes = Files.readAllBytes(path);
      return bytes.length == 0 ? Optional.empty() : Optional.of(Key.of(bytes));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spread over 256 folders: a hundred thousand files in one are slow to list. */
  private Path pathOf(Subject subject) {
    var spread = Digest.of(subject.toString().getBytes(UTF_8)).value().substring(0, 2);
    return folder.resolve(subject.kind()).resolve(spread).resolve(subject.id() + ".key");
  }

  private static byte[] about(Subject subject) {
    return subject.toString().getBytes(UTF_8);
  }

  /** Somebody asked to seal for a subject whose key was destroyed. */
  public static final class Forgotten extends RuntimeException {
    private static final long serialVersionUID = 1;

    Forgotten(Subject subject) {
      super("Expected a key for " + subject + ", but it was forgotten. Use another id.");
    }
  }
}
