package org.vicinal.coordinator.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.program.Programs;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.fit.Contradiction;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Tooling;

/** What is to be made, of whatever says it: a release, brought files, and what was asked beside. */
final class Parts {
  private final Views views;
  private final Bringing bringing;

  Parts(Edge edge) {
    this.views = edge.views();
    this.bringing = new Bringing(edge);
  }

  Release release(ReleaseRef ref) {
    Held.demandUsable(views.quarantines(), ref.design());
    var published =
        views
            .findDesign(ref.design())
            .flatMap(design -> design.findPublished(ref))
            .orElseThrow(
                () ->
                    Problem.field(
                        "release", "a published release (GET /api/v1/designs lists them)", ref));
    if (published.withdrawn() != null) {
      throw Problem.invalid(
          "release",
          "Release %s was withdrawn: %s. Choose another.".formatted(ref, published.withdrawn()));
    }
    published
        .release()
        .files()
        .forEach(file -> Held.demandUsable(views.quarantines(), "release", file.digest()));
    return published.release();
  }

  /**
   * Reads brought files.
   *
   * @param process of models without a program, by any of its names; what the material says when
   *     nobody has said
   */
  Programs.Read read(
      List<OrderRequest.NamedFile> files,
      @Nullable String material,
      @Nullable String process,
      PersonId person)
      throws IOException {
    var stuff = OrderRequest.required("material", material, 60);
    return bringing.read(files, stuff, making(process, stuff), person);
  }

  /** By any of its names, or else by the material; null when neither says. */
  static @Nullable Making making(@Nullable String process, String material) {
    if (process != null && !process.isBlank()) {
      return Taxonomy.STANDARD
          .findProcess(process)
          .orElseThrow(() -> Problem.field("process", "a process such as FFF or milling", process));
    }
    return Taxonomy.STANDARD
        .findMaterial(material)
        .filter(known -> known.processes().contains(Making.FFF))
        .map(known -> Making.FFF)
        .orElse(null);
  }

  /** {@code part} with what was asked beside it; 422 when the two cannot both be. */
  static Requirement asked(Requirement part, @Nullable Asks asks, int together) {
    var whole = Asks.added(asks, part, together);
    var wrong = Contradiction.in(whole);
    if (wrong.isPresent()) {
      var field = wrong.get().field();
      throw Problem.invalid(
          field.equals("material") ? field : "asks." + field, wrong.get().reason());
    }
    return whole;
  }

  /** What a workshop has that makes programs for such machines from models. */
  static String programmer(Making making) {
    return Taxonomy.STANDARD.isKindOf(making, Making.PRINTING) ? Tooling.SLICER : Tooling.CAM;
  }

  /** Of a release, a customer may choose the material within the family that its design allows. */
  static Requirement ofMaterial(Requirement part, @Nullable String material) {
    if (material == null
        || material.isBlank()
        || material
            .strip()
            .toLowerCase(Locale.ROOT)
            .equals(part.material().toLowerCase(Locale.ROOT))) {
      return part;
    }
    if (!Taxonomy.STANDARD.isKindOf(material, part.material())) {
      throw Problem.field(
          "material",
          "%s or a kind of it, as the design says".formatted(part.material()),
          material);
    }
    return part.of(OrderRequest.required("material", material, 60));
  }
}
