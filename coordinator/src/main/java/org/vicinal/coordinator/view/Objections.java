package org.vicinal.coordinator.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.design.DesignEvent;
import org.vicinal.messages.id.ReleaseRef;

/**
 * What was said against releases, as sentences for those who had ordered them before. Written by
 * whoever follows the log, read by everybody.
 */
final class Objections {
  private final Map<ReleaseRef, List<StoryLine>> said = new ConcurrentHashMap<>();

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

  /** {@code order} with what was said against its release since it was placed. */
  OrderView told(OrderView order) {
    var release = order.wish().release();
    return release == null
        ? order
        : order.objected(
            said.getOrDefault(release, List.of()).stream()
                .filter(line -> !line.at().isBefore(order.placedAt()))
                .toList());
  }
}
