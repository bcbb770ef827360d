package org.vicinal.coordinator.http;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.community.CommunityCommand;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.view.Enacted;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.CommunityId;
import reactor.core.publisher.Mono;

/** {@code /community/rules}: for everybody to read, for stewards to enact with a reason. */
final class RulesHandler {
  /** A coordinator serves one community. */
  private static final CommunityId HOME = new CommunityId("home");

  private final Views views;
  private final Asking asking;
  private final boolean scaledDays;

  RulesHandler(Edge edge, Asking asking) {
    this.views = edge.views();
    this.asking = asking;
    this.scaledDays = edge.settings().scaledDays();
  }

  /** The rules in force, and how they came to be. */
  record Rules(CommunityRules rules, List<Enacted> history) {}

  Mono<ServerResponse> show(ServerRequest request, Caller caller) {
    return Handling.ok(new Rules(views.rules(), views.enacted()));
  }

  /** The body: the whole of the rules, and why. */
  record Enactment(@Nullable CommunityRules rules, @Nullable String reason) {}

  /** PUT .../{version}: what holds for every order that is placed from now on. */
  Mono<ServerResponse> enact(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var steward = Owners.steward(caller);
    var said = Bodies.read(body, Enactment.class);
    if (said.rules() == null) {
      throw Problem.field("rules", "the whole of the new rules", null);
    }
    if (said.reason() == null) {
      throw Problem.field("reason", "why, for everybody to read", null);
    }
    if (said.rules().waits().scaled() && !scaledDays) {
      throw Problem.field(
          "rules.patience.day",
          "a day of 24 hours (only a demonstration has others)",
          said.rules().waits().day());
    }
    var version = request.pathVariable("version");
    if (!version.equals(String.valueOf(said.rules().version()))) {
      throw Problem.field("rules.version", version + ", as in the address", said.rules().version());
    }
    return asking.ask(
        steward.asker(),
        new CommunityCommand.EnactRules(HOME, said.rules(), said.reason()),
        URI.create("/api/v1/community/rules"),
        () -> show(request, caller));
  }
}
