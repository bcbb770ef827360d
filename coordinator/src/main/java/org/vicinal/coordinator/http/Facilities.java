package org.vicinal.coordinator.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.commons.Kind;
import org.vicinal.commons.okw.Okw;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Figure;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;
import org.vicinal.commons.tree.Node.Truth;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.view.WorkshopView;
import org.vicinal.messages.fit.MachineProfile;
import reactor.core.publisher.Mono;

/**
 * {@code GET /workshops/manifest} and {@code /workshops/{id}/manifest}: the workshops of a live
 * community as Open Know-Where or SpaceAPI has them, with nothing that the page does not show.
 */
final class Facilities {
  private final Views views;

  Facilities(Edge edge) {
    this.views = edge.views();
  }

  /** All members, by their ids. */
  Mono<ServerResponse> all(ServerRequest request, Caller caller) {
    var members =
        views.workshops().stream()
            .filter(it -> it.standing() == WorkshopView.Standing.MEMBER)
            .sorted(Comparator.comparing(it -> it.id().value()))
            .map(Facilities::facility)
            .toList();
    return answer(new Listing(members.stream().map(it -> as(request, List.of(it))).toList()));
  }

  /** One. */
  Mono<ServerResponse> one(ServerRequest request, Caller caller) {
    var id = WorkshopHandler.id(request);
    var workshop =
        views
            .findWorkshop(id)
            .filter(it -> it.standing() == WorkshopView.Standing.MEMBER)
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "There is no workshop %s. GET /api/v1/workshops lists them."
                            .formatted(id)));
    return answer(as(request, List.of(facility(workshop))));
  }

  private static Node as(ServerRequest request, List<Table> facilities) {
    var asked = Parameters.of(request, List.of("as")).text("as");
    var kind =
        Kind.find(asked.isEmpty() ? Kind.OKW.id() : asked)
            .filter(it -> it.isWorkshop() && it.canBeWritten())
            .orElseThrow(() -> Problem.field("as", "okw, okw-spec or spaceapi", asked));
    return Okw.write(kind, facilities);
  }

  private static Mono<ServerResponse> answer(Node node) {
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Kind.OKW.usual().write(node));
  }

  private static Table facility(WorkshopView workshop) {
    var place = workshop.place();
    var coordinates =
        table(entry("lat", degrees(place.latitude())), entry("lon", degrees(place.longitude())));
    var processes =
        workshop.machines().stream()
            .map(it -> it.making().words())
            .collect(Collectors.toCollection(TreeSet::new));
    var materials =
        workshop.machines().stream()
            .flatMap(it -> it.materials().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return table(
        entry("id", new Text(workshop.id().value())),
        entry("name", new Text(workshop.name())),
        entry("location", table(entry("coordinates", coordinates))),
        entry("facility_status", new Text("Active")),
        entry("manufacturing_processes", texts(processes)),
        entry("typical_materials", texts(materials)),
        entry(
            "equipment",
            new Listing(workshop.machines().stream().map(Facilities::equipment).toList())));
  }

  private static Table equipment(MachineProfile machine) {
    var room = machine.room();
    return table(
        entry("equipment_type", new Text(machine.making().words())),
        entry("manufacturing_process", new Text(machine.making().words())),
        entry("model", new Text(machine.machine().value())),
        entry("computer_controlled", new Truth(true, 0)),
        entry("materials_worked", texts(new TreeSet<>(machine.materials()))),
        entry("x_travel", millimetres(room.x())),
        entry("y_travel", millimetres(room.y())),
        entry("z_travel", millimetres(room.z())));
  }

  private static Table table(Entry... entries) {
    return new Table(List.of(entries));
  }

  private static Entry entry(String key, Node value) {
    return new Entry(key, value);
  }

  private static Listing texts(Set<String> words) {
    return new Listing(words.stream().map(Text::new).toList());
  }

  /** The middle of a cell of about a kilometre; more digits would claim more. */
  private static Figure degrees(double value) {
    return new Figure(String.format(Locale.ROOT, "%.4f", value), 0);
  }

  /** The standard has whole millimetres. */
  private static Figure millimetres(double value) {
    return new Figure(String.format(Locale.ROOT, "%.0f", Math.floor(value)), 0);
  }
}
