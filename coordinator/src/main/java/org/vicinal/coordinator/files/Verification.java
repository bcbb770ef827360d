package org.vicinal.coordinator.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.id.Digest;

/**
 * Reads every file of a store and compares its bytes with its name. Changes nothing, and may run
 * beside the coordinator.
 *
 * @param checked how many were read
 * @param bytes of them all
 * @param wrong what is broken, in sentences
 * @param there the files that are whole
 */
public record Verification(long checked, long bytes, List<String> wrong, Set<Digest> there) {
  private static final String SEALED = ".sealed";

  public Verification {
    wrong = List.copyOf(wrong);
    there = Set.copyOf(there);
  }

  /**
   * Verifies the files under {@code folder}.
   *
   * @param vault has the keys of private files
   */
  public static Verification of(Path folder, Vault vault) throws IOException {
    var walk = new Walk(folder, vault);
    if (Files.isDirectory(folder)) {
      try (var shelves = Files.list(folder)) {
        for (var shelf : shelves.sorted().toList()) {
          if (String.valueOf(shelf.getFileName()).matches("[0-9a-f]{2}")) {
            walk.shelf(shelf);
          }
        }
      }
    }
    return new Verification(walk.checked, walk.bytes, walk.wrong, walk.there);
  }

  /** One thread's way through the folder. */
  private static final class Walk {
    private final Path folder;
    private final Vault vault;
    private final List<String> wrong = new ArrayList<>();
    private final Set<Digest> there = new java.util.HashSet<>();
    private long checked;
    private long bytes;

    Walk(Path folder, Vault vault) {
      this.folder = folder;
      this.vault = vault;
    }

    void shelf(Path shelf) throws IOException {
      try (var files = Files.list(shelf)) {
        for (var file : new TreeSet<>(files.toList())) {
          var name = String.valueOf(file.getFileName());
          var digits = shelf.getFileName() + name.replace(SEALED, "");
          if (name.endsWith(".owners")) {
            continue;
          }
          if (!digits.matches("[0-9a-f]{64}")) {
            wrong.add(
                "%s is none of ours. Look what put it there.".formatted(folder.relativize(file)));
          } else {
            file(file, new Digest(digits), name.endsWith(SEALED));
          }
        }
      }
    }

    private void file(Path path, Digest digest, boolean isSealed) throws IOException {
      StoredFile file;
      if (isSealed) {
        var key = vault.findKey(Subject.of(digest));
        if (key.isEmpty()) {
          wrong.add(
              "%s is private and its key is gone: it was forgotten, or the keys were not restored."
                  .formatted(digest));
          return;
        }
        file = new SealedFile(path, Files.size(path), key.get(), digest);
      } else {
        file = new PlainFile(path, Files.size(path));
      }
      checked++;
      bytes += file.bytes();
      var running = Digest.sha256();
      try (var in = new DigestInputStream(file.open(0), running)) {
        in.transferTo(OutputStream.nullOutputStream());
        var found = Digest.of(running);
        if (found.equals(digest)) {
          there.add(digest);
        } else {
          wrong.add(
              "%s has other bytes than its name says (%s). Bring it back from a backup."
                  .formatted(digest, found));
        }
      } catch (IOException e) {
        wrong.add(
            "%s cannot be read: %s. Bring it back from a backup."
                .formatted(digest, e.getMessage()));
      }
    }
  }
}
