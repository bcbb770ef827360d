package org.vicinal.coordinator.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicinal.coordinator.vault.Key;
import org.vicinal.coordinator.vault.SafeFile;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;

/**
 * Files by SHA-256 under one folder.
 *
 * <p>{@code ab/cdef...} is a published file as it is, {@code ab/cdef....sealed} a private one, and
 * {@code ab/cdef....owners} lists who brought it. Every file appears whole or not at all. Safe for
 * any number of threads; one process at a time.
 */
public final class FileStore {
  private static final String SEALED = ".sealed";
  private static final String OWNERS = ".owners";
  private final Path folder;
  private final Path arriving;
  private final Vault vault;
  private final SecureRandom random = new SecureRandom();

  /**
   * The files under {@code folder}, which is made when absent; what an earlier process left
   * unfinished is removed.
   *
   * @param vault keeps the keys of private files
   */
  public FileStore(Path folder, Vault vault) {
    this.folder = folder;
    this.arriving = folder.resolve("arriving");
    this.vault = vault;
    SafeFile.makeFolder(arriving);
    try (var left = Files.list(arriving)) {
      for (Path unfinished : left.toList()) {
        Files.delete(unfinished);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Begins to take a file; to be closed.
   *
   * @param limit how many bytes at most
   */
  public Upload receive(Digest promised, PersonId owner, long limit) throws IOException {
    var temporary = Files.createTempFile(arriving, promised.value().substring(0, 8) + "-", ".part");
    return new Upload(this, promised, owner, limit, Key.random(random), temporary);
  }

  /** The file, when it is here and its key has not been destroyed. */
  public Optional<StoredFile> find(Digest digest) {
    try {
      var plain = plainPath(digest);
      if (Files.exists(plain)) {
        return Optional.of(new PlainFile(plain, Files.size(plain)));
      }
      var sealed = path(digest, SEALED);
      var key = vault.findKey(Subject.of(digest));
      if (key.isEmpty() || !Files.exists(sealed)) {
        return Optional.empty();
      }
      return Optional.of(new SealedFile(sealed, Files.size(sealed), key.get(), digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether everybody may read it. */
  public boolean published(Digest digest) {
    return Files.exists(plainPath(digest));
  }

  /** Whether {@code person} brought this file: whoever has the bytes needs no permission. */
  public boolean ownedBy(PersonId person, Digest digest) {
    return owners(digest).contains(person.value());
  }

  /**
   * Makes a private file readable for everybody; a published one stays as it is.
   *
   * @throws IOException when it is not here, the disk fails or its bytes have another digest
   */
  public synchronized void publish(Digest digest) throws IOException {
    if (published(digest)) {
      return;
    }
    var file = find(digest).orElseThrow(() -> new IOException("No file " + digest + " is here."));
    var temporary = Files.createTempFile(arriving, "publish-", ".part");
    try {
      var running = Digest.sha256();
      try (var from = new DigestInputStream(file.open(0), running);
          var to = new java.io.FileOutputStream(temporary.toFile())) {
        from.transferTo(to);
        to.getFD().sync();
      }
      var found = Digest.of(running);
      if (!found.equals(digest)) {
        throw new Upload.WrongDigest(digest, found, Files.size(temporary));
      }
      SafeFile.moveInto(temporary, plainPath(digest));
      Files.deleteIfExists(path(digest, SEALED));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Forgets a private file: its key first, then its bytes. A published one stays. */
  public synchronized void forget(Digest digest) throws IOException {
    if (!published(digest)) {
      vault.forget(Subject.of(digest));
      Files.deleteIfExists(path(digest, SEALED));
      Files.deleteIfExists(path(digest, OWNERS));
    }
  }

  /** The private files that nobody has brought or used since {@code before}, in no order. */
  public List<Digest> listUnused(Instant before) throws IOException {
    try (var all = Files.find(folder, 2, (path, is) -> is.isRegularFile() && isOlder(is, before))) {
      return all.map(folder::relativize).flatMap(path -> digestOf(path).stream()).toList();
    }
  }

  private static boolean isOlder(BasicFileAttributes is, Instant before) {
    return is.lastModifiedTime().toInstant().isBefore(before);
  }

  /** Of {@code ab/cdef….sealed}; empty for whatever else lies here. */
  private static Optional<Digest> digestOf(Path path) {
    var name = path.toString().replace(path.getFileSystem().getSeparator(), "");
    return name.matches("[0-9a-f]{64}\\.sealed")
        ? Optional.of(new Digest(name.substring(0, name.length() - SEALED.length())))
        : Optional.empty();
  }

  /** Somebody uses it: it is not unused from now on. */
  public void use(Digest digest) throws IOException {
    var sealed = path(digest, SEALED);
    if (Files.exists(sealed)) {
      Files.setLastModifiedTime(sealed, FileTime.from(Instant.now()));
    }
  }

  /** Bytes on the disk; 0 when it is not here, or published. */
  public long sizeOf(Digest digest) throws IOException {
    var sealed = path(digest, SEALED);
    return Files.exists(sealed) ? Files.size(sealed) : 0;
  }

  /** Forgets a private file when nobody has used it since; how many bytes that gave back. */
  public synchronized long forgetUnused(Digest digest, Instant before) throws IOException {
    long size = sizeOf(digest);
    boolean unused =
        size > 0 && Files.getLastModifiedTime(path(digest, SEALED)).toInstant().isBefore(before);
    if (unused) {
      forget(digest);
    }
    return unused ? size : 0;
  }

  /** Removes a file for good, published or not: its key first, then its bytes. */
  public synchronized void remove(Digest digest) throws IOException {
    if (Files.exists(path(digest, SEALED))) {
      vault.forget(Subject.of(digest));
    }
    for (var suffix : List.of("", SEALED, OWNERS)) {
      Files.deleteIfExists(path(digest, suffix));
    }
  }

  /** Called by a finished {@link Upload}. Returns whether the file was not here before. */
  synchronized boolean accept(Digest digest, PersonId owner, Key key, Path temporary)
      throws IOException {
    boolean fresh = find(digest).isEmpty();
    if (fresh) {
      SafeFile.makeFolder(folderOf(digest));
      vault.keep(Subject.of(digest), key);
      SafeFile.moveInto(temporary, path(digest, SEALED));
    }
    use(digest);
    addOwner(digest, owner);
    return fresh;
  }

  private void addOwner(Digest digest, PersonId owner) {
    var owners = new TreeSet<>(owners(digest));
    if (owners.add(owner.value())) {
      SafeFile.write(path(digest, OWNERS), String.join("\n", owners).getBytes(US_ASCII));
    }
  }

  private Set<String> owners(Digest digest) {
    var path = path(digest, OWNERS);
    try {
      return Files.exists(path)
          ? Files.readAllLines(path, US_ASCII).stream().collect(Collectors.toUnmodifiableSet())
          : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folderOf(Digest digest) {
    return folder.resolve(digest.value().substring(0, 2));
  }

  private Path plainPath(Digest digest) {
    return path(digest, "");
  }

  private Path path(Digest digest, String suffix) {
    return folderOf(digest).resolve(digest.value().substring(2) + suffix);
  }
}
