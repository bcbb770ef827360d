package org.vicinal.coordinator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.matching.Question.Preference;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.place.Place;

/**
 * The body of {@code POST /matches}: what an order would say, or a requirement by itself.
 *
 * @param process of models without a program; what the material says when absent
 * @param asks what is asked beside the files
 * @param wanted in a week when nothing is said
 * @param wish nearest (the usual one), soonest, cheapest or spread
 */
record MatchRequest(
    @Nullable ReleaseRef release,
    @Nullable List<OrderRequest.NamedFile> files,
    @Nullable String material,
    @Nullable String process,
    @Nullable Asks asks,
    @Nullable WantedPart requirement,
    @Nullable Integer pieces,
    @Nullable Instant wanted,
    OrderRequest.@Nullable Somewhere place,
    @Nullable String wish) {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(366);

  int checkedPieces(int most) {
    if (pieces == null) {
      return 1;
    }
    if (pieces < 1 || pieces > most) {
      throw Problem.field("pieces", "a whole number from 1 to " + most, pieces);
    }
    return pieces;
  }

  Instant checkedWanted(Instant now) {
    if (wanted == null) {
      return now.plus(USUAL);
    }
    if (!wanted.isAfter(now) || wanted.isAfter(now.plus(LONGEST))) {
      throw Problem.field(
          "wanted", "an instant after now (%s) and within a year".formatted(now), wanted);
    }
    return wanted;
  }

  Place exactPlace() {
    if (place == null) {
      throw Problem.field("place", "latitude and longitude", null);
    }
    return place.exact("place");
  }

  Preference checkedWish() {
    if (wish == null || wish.isBlank()) {
      return Preference.NEAREST;
    }
    return Arrays.stream(Preference.values())
        .filter(one -> one.name().equals(wish.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Problem.field("wish", "nearest, soonest, cheapest or spread", wish));
  }
}
