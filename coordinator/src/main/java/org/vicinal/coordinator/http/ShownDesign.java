package org.vicinal.coordinator.http;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.design.Ancestor;
import org.vicinal.coordinator.design.Fits;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Requirement;

/** The shapes in which the API shows designs to everybody. */
final class ShownDesign {
  /** An ancestor of an ancestor ...: so far back people are credited. */
  private static final int GENERATIONS = 20;

  private ShownDesign() {}

  /**
   * A design.
   *
   * @param builds pieces that were made of it
   * @param near where it could be made; null when nobody asked
   * @param offers what forks have offered back; null in lists
   * @param forks releases elsewhere here that grew out of it; null in lists
   * @param quarantine why a steward has taken it out of use; null when it is in use
   */
  record Design(
      String id,
      long version,
      String title,
      String description,
      String licence,
      long builds,
      List<Release> releases,
      @Nullable Near near,
      @Nullable List<DesignView.Offer> offers,
      @Nullable List<ReleaseRef> forks,
      @Nullable String quarantine) {
    Design with(@Nullable Near other) {
      return new Design(
          id,
          version,
          title,
          description,
          licence,
          builds,
          releases,
          other,
          offers,
          forks,
          quarantine);
    }
  }

  /**
   * Where it could be made.
   *
   * @param workshop the nearest
   * @param kilometres in steps of half a kilometre, upwards
   * @param workshops how many could, twenty at most
   */
  record Near(WorkshopId workshop, String name, double kilometres, int workshops) {}

  /**
   * A release.
   *
   * @param picture where its first model is shown; null when it has none
   * @param credits who has worked on it: its designer, those of the fork that it takes back, and
   *     those of what it grew out of
   */
  record Release(
      ReleaseRef release,
      String title,
      String description,
      String licence,
      Requirement requirement,
      List<FileRef> files,
      Instant publishedAt,
      @Nullable String warning,
      @Nullable String withdrawn,
      @Nullable Ancestor forkOf,
      @Nullable ReleaseRef takenFrom,
      @Nullable String picture,
      List<PersonId> credits,
      @Nullable List<String> keywords,
      @Nullable List<Fits> fits) {}

  /** As lists show it. */
  static Design of(DesignView view, Views views) {
    var newest = view.newest();
    return new Design(
        view.id().value(),
        view.version(),
        newest.title(),
        newest.description(),
        newest.licence(),
        views.piecesOf(view.id()),
        view.releases().stream().map(it -> release(it, views)).toList(),
        null,
        null,
        null,
        view.held());
  }

  /** With what has become of it elsewhere. */
  static Design whole(DesignView view, Views views) {
    var listed = of(view, views);
    return new Design(
        listed.id(),
        listed.version(),
        listed.title(),
        listed.description(),
        listed.licence(),
        listed.builds(),
        listed.releases(),
        null,
        view.offers(),
        forks(view, views),
        view.held());
  }

  private static List<ReleaseRef> forks(DesignView design, Views views) {
    return views.designs().stream()
        .flatMap(other -> other.releases().stream())
        .map(DesignView.Published::release)
        .filter(it -> isOf(design, findAncestor(it).orElse(null)))
        .map(org.vicinal.coordinator.design.Release::ref)
        .sorted(java.util.Comparator.comparing(ReleaseRef::toString))
        .toList();
  }

  private static boolean isOf(DesignView design, @Nullable ReleaseRef release) {
    return release != null && release.design().equals(design.id());
  }

  private static Optional<ReleaseRef> findAncestor(org.vicinal.coordinator.design.Release release) {
    return Optional.ofNullable(release.forkOf()).flatMap(Ancestor::findRelease);
  }

  private static Release release(DesignView.Published published, Views views) {
    var release = published.release();
    var credits = new LinkedHashSet<PersonId>();
    credit(release, views, credits, 0);
    return new Release(
        release.ref(),
        release.title(),
        release.description(),
        release.licence(),
        release.requirement(),
        release.files(),
        published.at(),
        published.warning(),
        published.withdrawn(),
        release.forkOf(),
        release.takenFrom(),
        picture(release),
        List.copyOf(credits),
        release.keywords().isEmpty() ? null : release.keywords(),
        release.fits().isEmpty() ? null : release.fits());
  }

  private static @Nullable String picture(org.vicinal.coordinator.design.Release release) {
    return release.files().stream()
        .filter(file -> file.role() == FileRef.Role.MODEL)
        .filter(file -> file.name().toLowerCase(Locale.ROOT).matches(".*\\.(stl|3mf|obj)"))
        .findFirst()
        .map(file -> PictureHandler.address(file.digest()))
        .orElse(null);
  }

  private static void credit(
      org.vicinal.coordinator.design.Release release,
      Views views,
      Set<PersonId> credits,
      int generation) {
    credits.add(release.designer());
    if (generation < GENERATIONS) {
      Optional.ofNullable(release.takenFrom())
          .flatMap(views::findRelease)
          .ifPresent(it -> credit(it, views, credits, generation + 1));
      findAncestor(release)
          .flatMap(views::findRelease)
          .ifPresent(it -> credit(it, views, credits, generation + 1));
    }
  }
}
