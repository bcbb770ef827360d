package org.vicinal.coordinator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.program.Brought;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Origin;

/**
 * The body of {@code PUT /orders/{id}}: a release, or files of one's own with title, material and
 * origin.
 *
 * <p>Everything may be absent here, so that the answer can name what is missing.
 *
 * @param material for files; for a release a kind of what its design says
 * @param process of models without a program; what the material says when absent
 * @param asks what is asked beside the files
 * @param origin whose work brought files are, and under which licence
 */
record OrderRequest(
    @Nullable ReleaseRef release,
    @Nullable List<NamedFile> files,
    @Nullable String title,
    @Nullable String material,
    @Nullable Integer pieces,
    @Nullable Instant wanted,
    @Nullable Somewhere place,
    @Nullable String contact,
    @Nullable String note,
    @Nullable ChoosingRequest choosing,
    @Nullable String process,
    @Nullable Asks asks,
    @Nullable From origin) {
  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * Where brought files come from.
   *
   * @param source {@code own}, or the address at which their author publishes them
   * @param licence by its SPDX identifier; may be absent for one's own work
   */
  record From(@Nullable String source, @Nullable String licence) {
    Origin checked() {
      boolean own = "own".equalsIgnoreCase(source);
      if (source == null || source.isBlank()) {
        throw Problem.field("origin.source", "own, or the address it was published at", null);
      }
      if (!own && (licence == null || licence.isBlank())) {
        throw Problem.field("origin.licence", "the licence that its author gives", null);
      }
      try {
        return new Origin(
            own ? null : source.strip(),
            licence == null || licence.isBlank() ? Origin.ALL_RIGHTS : licence.strip());
      } catch (IllegalArgumentException e) {
        throw Problem.invalid("origin", e.getMessage());
      }
    }
  }

  /** A place as somebody typed it. */
  record Somewhere(@Nullable Double latitude, @Nullable Double longitude) {
    Place exact(String field) {
      double north = number(field + ".latitude", latitude, 90);
      double east = number(field + ".longitude", longitude, 180);
      return new Place(north, east);
    }

    private static double number(String field, @Nullable Double value, int limit) {
      if (value == null || !(Math.abs(value) <= limit)) {
        throw Problem.field(field, "decimal degrees from -%d to %d".formatted(limit, limit), value);
      }
      return value;
    }
  }

  /**
   * A file that was PUT before.
   *
   * @param bytes checked when it is said
   */
  record NamedFile(
      @Nullable String name,
      FileRef.@Nullable Role role,
      @Nullable Digest digest,
      @Nullable Long bytes,
      @Nullable Controller controller) {
    Brought brought(String field) {
      if (name == null || name.isBlank() || name.length() > 200) {
        throw Problem.field(field + ".name", "a file name of 1 to 200 characters", name);
      }
      if (digest == null) {
        throw Problem.field(field + ".digest", "the SHA-256 of a file that was PUT before", null);
      }
      return new Brought(name, role, digest, controller);
    }
  }

  int checkedPieces(int most) {
    if (pieces == null || pieces < 1 || pieces > most) {
      throw Problem.field("pieces", "a whole number from 1 to " + most, pieces);
    }
    return pieces;
  }

  Instant checkedWanted(Instant now) {
    if (wanted == null || !wanted.isAfter(now) || wanted.isAfter(now.plus(LONGEST))) {
      throw Problem.field(
          "wanted",
          "an instant after now (%s), such as 2026-05-01T12:00:00Z".formatted(now),
          wanted);
    }
    return wanted;
  }

  /** Who brings files says whose they are. */
  Origin checkedOrigin() {
    if (origin == null) {
      throw Problem.field(
          "origin",
          "whose work it is: source (own, or the address it was published at) and licence",
          null);
    }
    return origin.checked();
  }

  Place exactPlace() {
    if (place == null) {
      throw Problem.field("place", "latitude and longitude", null);
    }
    return place.exact("place");
  }

  @Nullable String checkedContact() {
    return text("contact", contact, 200);
  }

  @Nullable String checkedNote() {
    return text("note", note, 1_000);
  }

  static @Nullable String text(String field, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > most) {
      throw Problem.field(field, "at most %d characters".formatted(most), value);
    }
    return value.strip();
  }

  static String required(String field, @Nullable String value, int most) {
    var text = text(field, value, most);
    if (text == null) {
      throw Problem.field(field, "a text of 1 to %d characters".formatted(most), null);
    }
    return text;
  }
}
