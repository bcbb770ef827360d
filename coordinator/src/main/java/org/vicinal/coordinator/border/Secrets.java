package org.vicinal.coordinator.border;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vicinal.coordinator.broker.Account;
import org.vicinal.coordinator.vault.SafeFile;
import org.vicinal.messages.id.WorkshopId;

/**
 * The workshops' secrets, a file each that only our user may read. The broker keeps salted hashes
 * only; these are kept so that a coordinator restored elsewhere lets its workshops in as before.
 */
final class Secrets {
  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** A new secret in the place of any earlier one. */
  String renew(WorkshopId workshop) {
    var secret = Account.newSecret();
    SafeFile.write(path(workshop), secret.getBytes(US_ASCII));
    return secret;
  }

  /** The secret there is, or a new one. */
  String keep(WorkshopId workshop) {
    return find(workshop).orElseGet(() -> renew(workshop));
  }

  private Optional<String> find(WorkshopId workshop) {
    try {
      var path = path(workshop);
      return Files.exists(path) ? Optional.of(Files.readString(path, US_ASCII)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets it. */
  void remove(WorkshopId workshop) {
    try {
      Files.deleteIfExists(path(workshop));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(WorkshopId workshop) {
    return folder.resolve(workshop + ".secret");
  }
}
