package org.vicinal.coordinator.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Requirement;

/**
 * One version of a design, for ever as it is.
 *
 * <p>The first seven components are as old as the log; the others may be absent.
 *
 * @param licence an SPDX expression, such as {@code CERN-OHL-S-2.0}
 * @param description what it is for, in plain words
 * @param requirement what it asks of a machine
 * @param files sources, models, programs and documents
 * @param forkOf what it grew out of; null when it is nobody's fork
 * @param takenFrom the fork that was taken back with this release; null when none was
 * @param keywords what else people may look for
 * @param fits what it is a part for
 */
public record Release(
    ReleaseRef ref,
    String title,
    String licence,
    PersonId designer,
    String description,
    Requirement requirement,
    List<FileRef> files,
    @Nullable Ancestor forkOf,
    @Nullable ReleaseRef takenFrom,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> keywords,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fits> fits) {
  public Release(
      ReleaseRef ref,
      String title,
      String licence,
      PersonId designer,
      String description,
      Requirement requirement,
      List<FileRef> files,
      @Nullable Ancestor forkOf,
      @Nullable ReleaseRef takenFrom,
      @Nullable List<String> keywords,
      @Nullable List<Fits> fits) {
    this.ref = ref;
    this.title = title;
    this.licence = licence;
    this.designer = designer;
    this.description = description;
    this.requirement = requirement;
    this.files = List.copyOf(files);
    this.forkOf = forkOf;
    this.takenFrom = takenFrom;
    this.keywords = keywords == null ? List.of() : List.copyOf(keywords);
    this.fits = fits == null ? List.of() : List.copyOf(fits);
  }

  /** A release of which nothing more is said. */
  public Release(
      ReleaseRef ref,
      String title,
      String licence,
      PersonId designer,
      String description,
      Requirement requirement,
      List<FileRef> files) {
    this(ref, title, licence, designer, description, requirement, files, null, null, null, null);
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
    addYounger(text);
    return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What is absent adds nothing: releases from before there was such a thing keep their print. */
  private void addYounger(StringBuilder text) {
    if (forkOf != null) {
      add(text, "fork of", forkOf.value());
    }
    if (takenFrom != null) {
      add(text, "taken from", takenFrom.toString());
    }
    keywords.forEach(word -> add(text, "keyword", word));
    fits.forEach(one -> add(text, "fits", one.words()));
  }

  /** With their lengths, so that no two lists of parts look the same. */
  private static void add(StringBuilder text, String... parts) {
    for (var part : parts) {
      text.append(part.length()).append(':').append(part).append('\n');
    }
  }
}
