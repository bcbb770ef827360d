package org.vicinal.coordinator.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.matching.Answer;
import org.vicinal.coordinator.matching.Question;
import org.vicinal.coordinator.matching.Work;
import org.vicinal.coordinator.search.DesignIndex;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.place.Place;
import reactor.core.publisher.Mono;

/**
 * {@code GET /designs}: all of them, or those that are sought.
 *
 * <p>The index is made when somebody first seeks something; before, it would only cost memory. With
 * many designs that takes a while, and is begun at the start.
 */
final class SearchHandler {
  private static final int MANY = 1_000;
  private static final int MOST = 100;
  private static final int USUAL = 20;
  private static final int FARTHEST = 10_000;

  /** Where "near me" is asked, so many hits are looked at for one page. */
  private static final int LOOKED_AT = 500;

  private final Views views;
  private final Quarters quarters;
  private final InstantSource clock;
  private @Nullable DesignIndex index;

  SearchHandler(Edge edge, Quarters quarters) {
    this.views = edge.views();
    this.quarters = quarters;
    this.clock = edge.clock();
    if (views.designs().size() > MANY) {
      Thread.ofPlatform().daemon().name("design-index").start(this::index);
    }
  }

  private synchronized DesignIndex index() {
    if (index == null) {
      index = DesignIndex.of(views);
    }
    return index;
  }

  /** GET: all of them by their ids; with any parameter those that are sought, best first. */
  Mono<ServerResponse> list(ServerRequest request, Caller caller) {
    if (request.queryParams().isEmpty()) {
      var shown =
          views.designs().stream()
              .filter(design -> mayList(design, caller))
              .sorted(Comparator.comparing(design -> design.id().value()))
              .map(design -> ShownDesign.of(design, views))
              .toList();
      return Handling.ok(Map.of("designs", shown));
    }
    var asked = SearchRequest.of(request);
    var sought = asked.sought();
    int most = asked.number("limit", USUAL, 1, MOST);
    int from = asked.number("from", 0, 0, FARTHEST);
    var near = asked.near();
    var answer = new LinkedHashMap<String, Object>();
    if (near.isEmpty()) {
      var found = index().find(sought, from, most);
      answer.put(
          "designs",
          views(found.designs())
              .filter(it -> mayList(it, caller))
              .map(it -> shown(it, null))
              .toList());
      answer.put("total", found.total());
    } else {
      var hits = views(index().find(sought, 0, LOOKED_AT).designs()).toList();
      var makeable = makeable(hits, quarters.of(near.get()), from + most);
      answer.put("designs", makeable.subList(Math.min(from, makeable.size()), makeable.size()));
      answer.put("lookedAt", hits.size());
    }
    return Handling.ok(answer);
  }

  /** What is in quarantine is listed for those who judge it. */
  private static boolean mayList(DesignView design, Caller caller) {
    return design.held() == null || caller instanceof Caller.Steward;
  }

  private java.util.stream.Stream<DesignView> views(List<DesignId> ids) {
    return ids.stream().flatMap(id -> views.findDesign(id).stream());
  }

  private ShownDesign.Design shown(DesignView design, ShownDesign.@Nullable Near near) {
    return ShownDesign.of(design, views).with(near);
  }

  /** Those that somebody around {@code place} could make, until there are enough. */
  private List<ShownDesign.Design> makeable(List<DesignView> hits, Place place, int enough) {
    var shown = new ArrayList<ShownDesign.Design>();
    for (var hit : hits) {
      if (shown.size() == enough) {
        break;
      }
      hit.findOrderable().flatMap(it -> near(it, place)).ifPresent(it -> shown.add(shown(hit, it)));
    }
    return shown;
  }

  private Optional<ShownDesign.Near> near(Release release, Place place) {
    var part = release.requirement();
    var now = clock.instant();
    var rules = views.rules();
    var question =
        new Question(
            part,
            Work.of(part),
            1,
            place,
            rules.rings(),
            now,
            now.plus(Duration.ofDays(7)),
            Question.Preference.NEAREST);
    return ShownMatch.nearest(Answer.to(question, views.machines()), views);
  }
}
