package org.vicinal.coordinator.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.program.Brought;
import org.vicinal.coordinator.program.Programs;
import org.vicinal.coordinator.program.Unfit;
import org.vicinal.coordinator.view.Quarantines;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.work.Making;

/** Files that a request names: they must be here, the caller's own, and fit to be made. */
final class Bringing {
  private static final int MOST_FILES = 16;
  private final int most;
  private final FileStore files;
  private final Quarantines quarantines;
  private final Programs programs;

  Bringing(Edge edge) {
    this(edge, MOST_FILES);
  }

  /**
   * @param most how many files may be named at once
   */
  Bringing(Edge edge, int most) {
    this.most = most;
    this.files = edge.files();
    this.quarantines = edge.views().quarantines();
    this.programs = new Programs(files);
  }

  /**
   * Reads them; a {@link Problem} names the file, the line and what was expected.
   *
   * @param modelsBy how models without a program are to be made; null when nobody can say
   */
  Programs.Read read(
      List<OrderRequest.NamedFile> named,
      String material,
      @Nullable Making modelsBy,
      PersonId person)
      throws IOException {
    if (named.isEmpty() || named.size() > most) {
      throw Problem.field("files", "1 to %d files".formatted(most), named.size());
    }
    var brought = new ArrayList<Brought>();
    for (int i = 0; i < named.size(); i++) {
      brought.add(own("files[%d]".formatted(i), named.get(i), person));
    }
    try {
      return programs.read(brought, material, modelsBy);
    } catch (Unfit e) {
      throw Problem.invalid(e.index() < 0 ? "files" : "files[%d]".formatted(e.index()), e.words());
    }
  }

  private Brought own(String field, OrderRequest.NamedFile named, PersonId person)
      throws IOException {
    var brought = named.brought(field);
    var digest = brought.digest();
    boolean known = files.published(digest) || files.ownedBy(person, digest);
    if (known) {
      files.use(digest); // before it is looked for: a collection may run beside
    }
    var stored =
        known
            ? files.find(digest)
            : java.util.Optional.<org.vicinal.coordinator.files.StoredFile>empty();
    if (stored.isEmpty()) { // the same answer for a stranger's file: a digest is no permission
      throw Problem.field(
          field + ".digest",
          "a file that you PUT to /api/v1/files/%s before".formatted(digest),
          "none");
    }
    Held.demandUsable(quarantines, field + ".digest", digest);
    if (named.bytes() != null && named.bytes() != stored.get().bytes()) {
      throw Problem.field(
          field + ".bytes", stored.get().bytes() + " bytes, as the file has", named.bytes());
    }
    return brought;
  }
}
