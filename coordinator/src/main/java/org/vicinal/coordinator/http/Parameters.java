package org.vicinal.coordinator.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.vicinal.messages.config.Nearest;
import org.vicinal.messages.place.Place;

/** What stands behind the {@code ?} of an address; a {@link Problem} says what should. */
record Parameters(MultiValueMap<String, String> said) {
  private static final int LONGEST = 300; // characters

  /** Those of {@code request}, all of which are {@code known}. */
  static Parameters of(ServerRequest request, List<String> known) {
    for (var name : request.queryParams().keySet()) {
      if (!known.contains(name)) {
        throw Problem.invalid(
            name,
            "There is no parameter \"%s\" here. Did you mean \"%s\"? Known: %s."
                .formatted(name, Nearest.of(name, known), String.join(", ", known)));
      }
    }
    return new Parameters(request.queryParams());
  }

  /** Without blanks at its ends; empty when it was not said. */
  String text(String name) {
    var text = OrderRequest.text(name, said.getFirst(name), LONGEST);
    return text == null ? "" : text;
  }

  boolean blank(String name) {
    return text(name).isEmpty();
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

  /** {@code near=latitude,longitude}. */
  Optional<Place> near() {
    if (blank("near")) {
      return Optional.empty();
    }
    var numbers = numbers("near", ",", 2, "latitude,longitude");
    return Optional.of(
        new OrderRequest.Somewhere(numbers.getFirst(), numbers.getLast()).exact("near"));
  }

  /** So many numbers with {@code between}, a regular expression, between them. */
  List<Double> numbers(String name, String between, int count, String expected) {
    try {
      var numbers =
          Arrays.stream(text(name).split(between, -1))
              .map(it -> Double.valueOf(it.strip()))
              .toList();
      if (numbers.size() == count) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      // the same sentence as for too few
    }
    throw Problem.field(name, expected, text(name));
  }

  /** By the rule of {@code reading}, which throws {@link IllegalArgumentException}. */
  <T> Optional<T> read(String name, java.util.function.Function<String, T> reading) {
    if (blank(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(text(name)));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(name, e.getMessage());
    }
  }

  /** One of these words, in capitals as {@code kind} has them. */
  <E extends Enum<E>> Optional<E> word(String name, Class<E> kind) {
    var text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var found =
        Arrays.stream(kind.getEnumConstants())
            .filter(it -> it.name().equalsIgnoreCase(text))
            .findFirst();
    if (found.isEmpty()) {
      throw Problem.field(name, "one of " + Arrays.toString(kind.getEnumConstants()), text);
    }
    return found;
  }
}
