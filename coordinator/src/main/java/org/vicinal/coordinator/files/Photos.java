package org.vicinal.coordinator.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.vicinal.coordinator.vault.SafeFile;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;

/**
 * The photos of orders, by the SHA-256 of what is kept, sealed under the key of their order: when
 * that is forgotten they are noise.
 *
 * <p>Safe for any number of threads and for several coordinators over one folder.
 */
public final class Photos {
  /** Photos that one order may have. */
  public static final int MOST = 50;

  private final Path folder;
  private final Vault vault;

  /** Those under {@code folder}, which is made when the first comes. */
  public Photos(Path folder, Vault vault) {
    this.folder = folder;
    this.vault = vault;
  }

  /**
   * Keeps a photo of {@code order}; the same again changes nothing.
   *
   * @return its name; empty when the order has {@link #MOST} already
   * @throws Vault.Forgotten when the order has been forgotten
   */
  public Optional<Digest> keep(OrderId order, byte[] jpeg) {
    var name = Digest.of(jpeg);
    var path = path(order, name);
    if (!Files.exists(path)) {
      SafeFile.makeFolder(folderOf(order));
      if (count(order) >= MOST) {
        return Optional.empty();
      }
      SafeFile.write(path, vault.seal(Subject.of(order), jpeg));
    }
    return Optional.of(name);
  }

  /** The photo; empty when it is not here, or has been forgotten with its order. */
  public Optional<byte[]> find(OrderId order, Digest photo) {
    try {
      return vault.open(Subject.of(order), Files.readAllBytes(path(order, photo)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long count(OrderId order) {
    try (var all = Files.list(folderOf(order))) {
      return all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(OrderId order, Digest photo) {
    return folderOf(order).resolve(photo.value() + ".sealed");
  }

  /** Spread over 256 folders, as the keys are. */
  private Path folderOf(OrderId order) {
    var spread =
        Digest.of(order.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .value()
            .substring(0, 2);
    return folder.resolve(spread).resolve(order.value());
  }
}
