package org.vicinal.coordinator.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.vicinal.coordinator.search.Sought;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;

/** The parameters of {@code GET /designs}. */
record SearchRequest(Parameters said) {
  private static final List<String> KNOWN =
      List.of(
          "q",
          "fits",
          "process",
          "material",
          "within",
          "licence",
          "sellable",
          "near",
          "from",
          "limit");

  /** A {@link Problem} names a parameter that does not exist. */
  static SearchRequest of(ServerRequest request) {
    return new SearchRequest(Parameters.of(request, KNOWN));
  }

  Sought sought() {
    return new Sought(
        said.text("q"),
        said.text("fits"),
        process(),
        said.blank("material") ? null : said.text("material"),
        within(),
        said.blank("licence") ? null : said.text("licence"),
        sellable());
  }

  Optional<Place> near() {
    return said.near();
  }

  int number(String name, int usual, int least, int most) {
    return said.number(name, usual, least, most);
  }

  private @Nullable Making process() {
    var words = said.text("process");
    return words.isEmpty()
        ? null
        : Taxonomy.STANDARD
            .findProcess(words)
            .orElseThrow(() -> Problem.field("process", "a process such as FFF or milling", words));
  }

  private @Nullable Size within() {
    if (said.blank("within")) {
      return null;
    }
    var sides = said.numbers("within", "[x×*]", 3, "three sides in mm as in 200x200x180");
    try {
      return new Size(sides.get(0), sides.get(1), sides.get(2));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("within", String.valueOf(e.getMessage()));
    }
  }

  private boolean sellable() {
    return switch (said.text("sellable")) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw Problem.field("sellable", "true or false", said.text("sellable"));
    };
  }
}
