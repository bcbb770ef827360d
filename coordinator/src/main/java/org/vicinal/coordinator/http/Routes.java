package org.vicinal.coordinator.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.DELETE;
import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RequestPredicates.PUT;
import static org.springframework.web.reactive.function.server.RouterFunctions.nest;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every address of the API. What is here is in {@code openapi.json}; a test compares the two. */
final class Routes {
  /** Before every address. */
  static final String BASE = "/api/v1";

  private Routes() {}

  static RouterFunction<ServerResponse> of(Edge edge) {
    var settings = edge.settings();
    var asking = new Asking(edge.commands(), edge.views());
    var space = new Space(settings.data(), settings.minFree());
    var quarters = new Quarters();
    var orders = new OrderHandler(edge, asking, space, quarters);
    var lots = new LotHandler(edge, asking);
    var lists = new ListHandler(edge, orders, lots);
    var live = new LiveHandler(edge.views(), orders);
    return nest(
        RequestPredicates.path(BASE),
        community(new CommunityHandler(edge), new RulesHandler(edge, asking), live)
            .and(orders(orders, lists, live))
            .and(lots(lots, lists))
            .and(talk(new TalkHandler(edge, asking, edge.photos()), new PhotoHandler(edge, space)))
            .and(notices(new NoticeHandler(edge, asking, orders)))
            .and(choices(new ChoiceHandler(orders, asking)))
            .and(
                route(POST("/matches"), Handling.withBody(new MatchHandler(edge, quarters)::match)))
            .and(designs(new DesignHandler(edge, asking), new SearchHandler(edge, quarters)))
            .and(forks(new ForkHandler(edge, asking)))
            .and(builds(new BuildHandler(edge, asking, quarters)))
            .and(quarantine(new QuarantineHandler(edge, asking)))
            .and(workshops(new WorkshopHandler(edge, asking, quarters), new Facilities(edge), live))
            .and(files(new FileHandler(edge, space), new CollectionHandler(edge))));
  }

  private static RouterFunction<ServerResponse> community(
      CommunityHandler community, RulesHandler rules, LiveHandler live) {
    return route(GET("/community"), Handling.of(community::show))
        .andRoute(GET("/community/rules"), Handling.of(rules::show))
        .andRoute(PUT("/community/rules/{version}"), Handling.withBody(rules::enact))
        .andRoute(GET("/events"), Handling.of(live::all))
        .andRoute(GET("/openapi.json"), Handling.of(community::openApi))
        .andRoute(POST("/backup/exports"), Handling.withBody(community::export))
        .andRoute(POST("/backup/imports"), Handling.withBody(community::restore));
  }

  private static RouterFunction<ServerResponse> orders(
      OrderHandler orders, ListHandler lists, LiveHandler live) {
    return route(GET("/orders"), Handling.of(lists::orders))
        .andRoute(PUT("/orders/{id}"), Handling.withBody(orders::place))
        .andRoute(GET("/orders/{id}"), Handling.of(orders::show))
        .andRoute(DELETE("/orders/{id}/personal"), Handling.of(orders::forget))
        .andRoute(GET("/orders/{id}/story"), Handling.of(orders::story))
        .andRoute(GET("/orders/{id}/events"), Handling.of(live::order))
        .andRoute(POST("/orders/{id}/confirmation"), Handling.of(orders::confirm))
        .andRoute(POST("/orders/{id}/cancellation"), Handling.withBody(orders::cancel))
        .andRoute(POST("/orders/{id}/lots/{lot}/withdrawal"), Handling.withBody(orders::takeBack));
  }

  private static RouterFunction<ServerResponse> lots(LotHandler lots, ListHandler lists) {
    return route(GET("/lots"), Handling.of(lists::lots))
        .andRoute(GET("/lots/{lot}"), Handling.of(lots::show))
        .andRoute(GET("/lots/{lot}/receipt"), Handling.of(lots::receipt))
        .andRoute(POST("/lots/{lot}/{verb}"), Handling.withBody(lots::say))
        .andRoute(POST("/lots/{lot}/proposals/{number}/answer"), Handling.withBody(lots::answer))
        .andRoute(GET("/statements/{year}"), Handling.of(lots::statement))
        .andRoute(GET("/stuck"), Handling.of(lots::stuck));
  }

  private static RouterFunction<ServerResponse> talk(TalkHandler talk, PhotoHandler photos) {
    return route(GET("/orders/{id}/messages"), Handling.of(talk::list))
        .andRoute(PUT("/orders/{id}/messages/{message}"), Handling.withBody(talk::say))
        .andRoute(POST("/orders/{id}/photos"), Handling.of(photos::bring))
        .andRoute(GET("/orders/{id}/photos/{photo}"), Handling.of(photos::show));
  }

  private static RouterFunction<ServerResponse> notices(NoticeHandler notices) {
    return route(GET("/orders/{id}/notices"), Handling.of(notices::show))
        .andRoute(PUT("/orders/{id}/notices"), Handling.withBody(notices::ask))
        .andRoute(POST("/orders/{id}/notices/leaving/{token}"), Handling.withBody(notices::leave));
  }

  private static RouterFunction<ServerResponse> choices(ChoiceHandler choices) {
    return route(GET("/orders/{id}/bids"), Handling.of(choices::bids))
        .andRoute(GET("/orders/{id}/why"), Handling.of(choices::why))
        .andRoute(POST("/orders/{id}/choice"), Handling.withBody(choices::choose));
  }

  private static RouterFunction<ServerResponse> designs(
      DesignHandler designs, SearchHandler search) {
    return route(GET("/designs"), Handling.of(search::list))
        .andRoute(GET("/designs/{id}"), Handling.of(designs::show))
        .andRoute(PUT("/designs/{id}/releases/{version}"), Handling.withBody(designs::publish))
        .andRoute(
            POST("/designs/{id}/releases/{version}/warning"), Handling.withBody(designs::warn))
        .andRoute(
            POST("/designs/{id}/releases/{version}/withdrawal"),
            Handling.withBody(designs::withdraw));
  }

  private static RouterFunction<ServerResponse> forks(ForkHandler forks) {
    return route(POST("/designs/{id}/offers"), Handling.withBody(forks::offer))
        .andRoute(POST("/designs/{id}/offers/{release}/taking"), Handling.withBody(forks::take))
        .andRoute(
            POST("/designs/{id}/offers/{release}/declining"), Handling.withBody(forks::decline))
        .andRoute(GET("/designs/{id}/releases/{version}/changes"), Handling.of(forks::changes));
  }

  private static RouterFunction<ServerResponse> builds(BuildHandler builds) {
    return route(GET("/designs/{id}/builds"), Handling.of(builds::list))
        .andRoute(GET("/consent"), Handling.of(builds::consent))
        .andRoute(PUT("/consent"), Handling.withBody(builds::choose));
  }

  private static RouterFunction<ServerResponse> quarantine(QuarantineHandler quarantine) {
    return route(GET("/quarantine"), Handling.of(quarantine::list))
        .andRoute(PUT("/quarantine/{suspect}"), Handling.withBody(quarantine::hold))
        .andRoute(POST("/quarantine/{suspect}/release"), Handling.withBody(quarantine::release))
        .andRoute(POST("/quarantine/{suspect}/removal"), Handling.withBody(quarantine::remove));
  }

  private static RouterFunction<ServerResponse> workshops(
      WorkshopHandler workshops, Facilities facilities, LiveHandler live) {
    return route(GET("/workshops"), Handling.of(workshops::list))
        .andRoute(GET("/workshops/events"), Handling.of(live::workshops))
        .andRoute(GET("/workshops/manifest"), Handling.of(facilities::all))
        .andRoute(GET("/workshops/{id}"), Handling.of(workshops::show))
        .andRoute(GET("/workshops/{id}/manifest"), Handling.of(facilities::one))
        .andRoute(PUT("/workshops/{id}"), Handling.withBody(workshops::revise))
        .andRoute(DELETE("/workshops/{id}"), Handling.of(workshops::leave))
        .andRoute(POST("/workshops/{id}/enrolments"), Handling.withBody(workshops::enrol));
  }

  private static RouterFunction<ServerResponse> files(
      FileHandler files, CollectionHandler collection) {
    var pictures = new PictureHandler(files);
    return route(GET("/files/{sha256}"), Handling.of(files::read))
        .andRoute(GET("/files/{sha256}/picture"), Handling.of(pictures::show))
        .andRoute(PUT("/files/{sha256}"), Handling.of(files::write))
        .andRoute(POST("/files/collection"), Handling.withBody(collection::collect));
  }
}
