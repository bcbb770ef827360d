package org.vicinal.coordinator.design;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Requirement;

/**
 * One version of a design, for ever as it is.
 *
 * @param licence an SPDX identifier, such as {@code CERN-OHL-S-2.0}
 * @param description what it is for, in plain words
 * @param requirement what it asks of a machine
 * @param files sources, models, programs and documents
 */
public record Release(
    ReleaseRef ref,
    String title,
    String licence,
    PersonId designer,
    String description,
    Requirement requirement,
    List<FileRef> files) {
  public Release {
    files = List.copyOf(files);
  }

  /** Two releases with the same fingerprint say the same. */
  Digest fingerprint() {
    var text = new StringBuilder();
    add(text, ref.toString(), title, licence, designer.value(), description);
    var size = requirement.size();
    add(text, requirement.making().name(), requirement.material());
    add(text, requirement.controllers().toString());
    text.append(size.x()).append(' ').append(size.y()).append(' ').append(size.z()).append('\n');
    text.append(requirement.nozzleCelsius()).append(' ').append(requirement.bedCelsius());
    text.append(' ').append(requirement.spindleRpm()).append('\n');
    for (var file : files) {
      add(text, file.name(), file.role().name(), file.digest().value());
      text.append(file.bytes()).append(' ').append(file.controller()).append('\n');
    }
    return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** With their lengths, so that no two lists of parts look the same. */
  private static void add(StringBuilder text, String... parts) {
    for (var part : parts) {
      text.append(part.length()).append(':').append(part).append('\n');
    }
  }
}
