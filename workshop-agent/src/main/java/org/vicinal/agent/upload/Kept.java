package org.vicinal.agent.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;

/**
 * Programs that were sent for a machine and not put into its queue yet, each under its name: a
 * later one takes the place of an earlier one. At most {@value #MOST} for a machine.
 */
final class Kept {
  static final int MOST = 100;
  private final Path folder;

  Kept(Path folder) {
    this.folder = folder;
  }

  synchronized void put(MachineId machine, Sent sent) throws IOException, Refusal {
    var place = place(machine, sent.name());
    if (!Files.exists(place) && list(machine).size() >= MOST) {
      throw new Refusal(
          409,
          "%d programs are kept for %s. Queue or drop some first (./vicinal agent own)."
              .formatted(MOST, machine));
    }
    Files.createDirectories(place.getParent());
    Files.move(sent.file(), place, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Their names, in order. */
  synchronized List<String> list(MachineId machine) throws IOException {
    var place = folder.resolve(machine.value());
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var files = Files.list(place)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  synchronized Optional<Sent> find(MachineId machine, String name) throws IOException {
    if (!list(machine).contains(name)) {
      return Optional.empty();
    }
    var file = place(machine, name);
    var sha = Digest.sha256();
    byte[] buffer = new byte[64 * 1024];
    try (var in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sha.update(buffer, 0, count);
      }
    }
    return Optional.of(new Sent(name, file, Digest.of(sha), Files.size(file)));
  }

  /** Whether there was one of that name. */
  synchronized boolean drop(MachineId machine, String name) throws IOException {
    return list(machine).contains(name) && Files.deleteIfExists(place(machine, name));
  }

  private Path place(MachineId machine, String name) {
    return folder.resolve(machine.value()).resolve(name);
  }
}
