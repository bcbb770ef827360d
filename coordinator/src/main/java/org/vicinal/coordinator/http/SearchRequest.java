package org.vicinal.coordinator.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.vicinal.coordinator.search.Sought;
import org.vicinal.messages.config.Nearest;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;

/** The parameters of {@code GET /designs}. */
record SearchRequest(MultiValueMap<String, String> said) {
  private static final int LONGEST = 300;
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
    for (var name : request.queryParams().keySet()) {
      if (!KNOWN.contains(name)) {
        throw Problem.invalid(
            name,
            "There is no parameter \"%s\" here. Did you mean \"%s\"? Known: %s."
                .formatted(name, Nearest.of(name, KNOWN), String.join(", ", KNOWN)));
      }
    }
    return new SearchRequest(request.queryParams());
  }

  Sought sought() {
    return new Sought(
        text("q"),
        text("fits"),
        process(),
        blank("material") ? null : text("material"),
        within(),
        blank("licence") ? null : text("licence"),
        sellable());
  }

  Optional<Place> near() {
    if (blank("near")) {
      return Optional.empty();
    }
    var numbers = numbers("near", text("near"), ",", 2, "latitude,longitude");
    return Optional.of(
        new OrderRequest.Somewhere(numbers.getFirst(), numbers.getLast()).exact("near"));
  }

  int number(String name, int usual, int least, int most) {
    if (blank(name)) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text(name));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the same sentence as for a number out of range
    }
    throw Problem.field(name, "a whole number from %d to %d".formatted(least, most), text(name));
  }

  private @Nullable Making process() {
    var words = text("process");
    return words.isEmpty()
        ? null
        : Taxonomy.STANDARD
            .findProcess(words)
            .orElseThrow(() -> Problem.field("process", "a process such as FFF or milling", words));
  }

  private @Nullable Size within() {
    if (blank("within")) {
      return null;
    }
    var sides =
        numbers("within", text("within"), "[x×*]", 3, "three sides in mm as in 200x200x180");
    try {
      return new Size(sides.get(0), sides.get(1), sides.get(2));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("within", String.valueOf(e.getMessage()));
    }
  }

  private boolean sellable() {
    return switch (text("sellable")) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw Problem.field("sellable", "true or false", text("sellable"));
    };
  }

  private static List<Double> numbers(
      String name, String text, String between, int count, String expected) {
    try {
      var numbers =
          java.util.Arrays.stream(text.split(between, -1))
              .map(it -> Double.valueOf(it.strip()))
              .toList();
      if (numbers.size() == count) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      // the same sentence as for too few
    }
    throw Problem.field(name, expected, text);
  }

  private boolean blank(String name) {
    return text(name).isEmpty();
  }

  private String text(String name) {
    var value = said.getFirst(name);
    var text = OrderRequest.text(name, value, LONGEST);
    return text == null ? "" : text;
  }
}
