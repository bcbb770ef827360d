package org.vicinal.coordinator.http;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Origin;
import org.vicinal.messages.work.Requirement;

/** Makes the wish of a request to order: everything that may stand in the log for ever. */
final class Wishing {
  private final Parts parts;
  private final Quarters quarters;
  private final InstantSource clock;

  Wishing(Edge edge, Quarters quarters) {
    this.parts = new Parts(edge);
    this.quarters = quarters;
    this.clock = edge.clock();
  }

  private record Ordered(
      String title, Requirement requirement, List<FileRef> files, @Nullable Origin origin) {}

  Wish wish(OrderRequest wanted, PersonId customer, int mostPieces) throws IOException {
    int pieces = wanted.checkedPieces(mostPieces);
    var choosing = ChoosingRequest.checked(wanted.choosing());
    var when = wanted.checkedWanted(clock.instant());
    var quarter = quarters.of(wanted.exactPlace());
    var ordered = ordered(wanted, customer);
    return new Wish(
        customer,
        ordered.title(),
        wanted.release(),
        Parts.asked(ordered.requirement(), wanted.asks(), atOnce(choosing, pieces)),
        ordered.files(),
        pieces,
        when,
        quarter,
        choosing,
        ordered.origin());
  }

  /** How many pieces one workshop must be able to make. */
  private static int atOnce(Choosing choosing, int pieces) {
    return choosing.together() ? pieces : 1;
  }

  private Ordered ordered(OrderRequest wanted, PersonId customer) throws IOException {
    var ref = wanted.release();
    var files = wanted.files();
    if (ref != null && files != null) {
      throw Problem.invalid("files", "Expected a release or files, but found both. Leave one out.");
    }
    if (ref != null) {
      var release = parts.release(ref);
      Licensed.demand(release, customer);
      return new Ordered(
          release.title(),
          withPrograms(Parts.ofMaterial(release.requirement(), wanted.material())),
          toMake(release),
          null);
    }
    if (files == null) {
      throw Problem.field("release", "a release design@version, or files", null);
    }
    var title = OrderRequest.required("title", wanted.title(), 100);
    var read = parts.read(files, wanted.material(), wanted.process(), customer);
    return new Ordered(
        title, withPrograms(read.requirement()), read.files(), wanted.checkedOrigin());
  }

  /** Its programs, or else the models that a workshop makes its own of. */
  private static List<FileRef> toMake(Release release) {
    var programs = of(release, FileRef.Role.PROGRAM);
    return programs.isEmpty() ? of(release, FileRef.Role.MODEL) : programs;
  }

  private static List<FileRef> of(Release release, FileRef.Role role) {
    return release.files().stream().filter(file -> file.role() == role).toList();
  }

  /** Where no program was brought, a workshop must make its own. */
  private static Requirement withPrograms(Requirement part) {
    if (!part.controllers().isEmpty()) {
      return part;
    }
    return part.with(part.tooling().with(Parts.programmer(part.making())));
  }
}
