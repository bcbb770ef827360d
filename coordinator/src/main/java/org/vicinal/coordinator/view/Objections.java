package org.vicinal.coordinator.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.design.DesignEvent;
import org.vicinal.coordinator.quarantine.Suspect;
import org.vicinal.messages.id.ReleaseRef;

/**
 * What was said against releases, designs and files, as sentences for those who had ordered them
 * before. Written by whoever follows the log, read by everybody.
 */
final class Objections {
  private final Map<ReleaseRef, List<StoryLine>> said = new ConcurrentHashMap<>();
  private final Map<Suspect, List<StoryLine>> quarantined = new ConcurrentHashMap<>();

  /** A steward has said something of a design or a file. */
  void on(QuarantineView now) {
    quarantined.put(
        now.suspect(),
        now.said().stream()
            .map(it -> new StoryLine(it.at(), sentence(now.suspect(), it), StoryLine.OBJECTION))
            .toList());
  }

  private static String sentence(Suspect suspect, QuarantineView.Said said) {
    var what =
        suspect
            .findDesign()
            .map(it -> "The design " + it)
            .orElseGet(() -> "The file " + suspect.value().substring(2, 10) + "… of it");
    return switch (said.standing()) {
      case IN_QUARANTINE ->
          "%s was put in quarantine by a steward: %s. Nobody is given the files now; what is being made goes on"
              .formatted(what, said.reason());
      case IN_USE -> "%s is in use again: %s".formatted(what, said.reason());
      case REMOVED -> "%s was removed for good by a steward: %s".formatted(what, said.reason());
    };
  }

  /** The release that the event is against; null when it is against none. */
  @Nullable ReleaseRef on(Occurred<?> occurred, DesignEvent event) {
    return switch (event) {
      case DesignEvent.ReleaseWarned it ->
          add(
              it.release(),
              occurred,
              "A warning about %s: %s".formatted(it.release(), it.reason()));
      case DesignEvent.ReleaseWithdrawn it ->
          add(
              it.release(),
              occurred,
              "%s was withdrawn: %s. What has not been begun can be cancelled; otherwise it is made as it was ordered"
                  .formatted(it.release(), it.reason()));
      case DesignEvent.ReleasePublished _, DesignEvent.ForkOffered _, DesignEvent.ForkDeclined _ ->
          null;
    };
  }

  private ReleaseRef add(ReleaseRef release, Occurred<?> occurred, String sentence) {
    var line = new StoryLine(occurred.at(), sentence, StoryLine.OBJECTION);
    said.compute(
        release,
        (key, before) -> {
          var all = new ArrayList<>(before == null ? List.<StoryLine>of() : before);
          if (!all.contains(line)) {
            all.add(line);
          }
          return List.copyOf(all);
        });
    return release;
  }

  /** {@code order} with what was said against what it is made of since it was placed. */
  OrderView told(OrderView order) {
    var release = order.wish().release();
    var lines =
        Stream.concat(
                release == null
                    ? Stream.of()
                    : Stream.concat(
                        said.getOrDefault(release, List.of()).stream(),
                        of(Suspect.of(release.design()))),
                order.wish().files().stream()
                    .map(file -> Suspect.of(file.digest()))
                    .distinct()
                    .flatMap(this::of))
            .filter(line -> !line.at().isBefore(order.placedAt()))
            .sorted(Comparator.comparing(StoryLine::at))
            .toList();
    return order.objected(lines);
  }

  private Stream<StoryLine> of(Suspect suspect) {
    return quarantined.getOrDefault(suspect, List.of()).stream();
  }
}
