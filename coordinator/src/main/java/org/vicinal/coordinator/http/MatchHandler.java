package org.vicinal.coordinator.http;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.matching.Answer;
import org.vicinal.coordinator.matching.Question;
import org.vicinal.coordinator.matching.Work;
import org.vicinal.coordinator.program.Times;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Requirement;
import reactor.core.publisher.Mono;

/**
 * {@code /matches}: who near me could make this? Nothing is ordered, nobody is told, nothing is
 * kept. It reads the index that tenders are called from, at the same coarse place.
 */
final class MatchHandler {
  private final Views views;
  private final Parts parts;
  private final Times times;
  private final Quarters quarters;
  private final InstantSource clock;

  /** What is to be made, and about how much work it is. */
  private record Part(Requirement requirement, Work work) {}

  MatchHandler(Edge edge, Quarters quarters) {
    this.views = edge.views();
    this.parts = new Parts(edge);
    this.times = new Times(edge.files());
    this.quarters = quarters;
    this.clock = edge.clock();
  }

  /** POST: anybody may ask about a release or a requirement; about files, who brought them. */
  Mono<ServerResponse> match(ServerRequest request, Caller caller, byte[] body) throws IOException {
    var asked = Bodies.read(body, MatchRequest.class);
    var rules = views.rules();
    var now = clock.instant();
    var place = quarters.of(asked.exactPlace());
    int pieces = asked.checkedPieces(rules.mostPieces());
    var wanted = asked.checkedWanted(now);
    var wish = asked.checkedWish();
    var part = part(asked, caller);
    var question =
        new Question(
            part.requirement(), part.work(), pieces, place, rules.rings(), now, wanted, wish);
    return Handling.ok(ShownMatch.of(question, Answer.to(question, views.machines()), views));
  }

  private Part part(MatchRequest asked, Caller caller) throws IOException {
    var release = asked.release();
    var files = asked.files();
    var requirement = asked.requirement();
    int said = (release == null ? 0 : 1) + (files == null ? 0 : 1) + (requirement == null ? 0 : 1);
    if (said > 1) {
      throw Problem.field("release", "one of release, files and requirement", said + " of them");
    }
    if (release != null) {
      return of(asked, parts.release(release));
    }
    if (files != null) {
      var read = parts.read(files, asked.material(), asked.process(), Owners.customer(caller));
      var part = Parts.asked(read.requirement(), asked.asks(), 1);
      return new Part(part, work(part, read.files()));
    }
    if (requirement == null) {
      throw Problem.field("release", "one of release, files and requirement", null);
    }
    var checked = Parts.asked(requirement.checked(), asked.asks(), 1);
    return new Part(checked, Work.of(checked));
  }

  private Part of(MatchRequest asked, Release release) throws IOException {
    var chosen = Parts.ofMaterial(release.requirement(), asked.material());
    var part = Parts.asked(chosen, asked.asks(), 1);
    return new Part(part, work(part, release.files()));
  }

  private Work work(Requirement requirement, List<FileRef> files) throws IOException {
    return times
        .findLongest(files)
        .map(taken -> Work.ofProgram(taken.seconds(), taken.grams()))
        .orElseGet(() -> Work.of(requirement));
  }
}
