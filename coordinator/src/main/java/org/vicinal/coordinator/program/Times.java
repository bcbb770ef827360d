package org.vicinal.coordinator.program;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.work.FileRef;

/** How long programs run and what they use up; each is read once and remembered. Thread-safe. */
public final class Times {
  private static final double SECONDS_TO_HEAT = 90; // as agents count what nobody can read
  private static final double SECONDS_TO_HOME = 20;
  private static final int MOST_REMEMBERED = 10_000;
  private final Map<Digest, Taken> known = new ConcurrentHashMap<>();
  private final FileStore files;

  /** What one program takes. */
  public record Taken(double seconds, double grams) {}

  /**
   * @param files where the bytes are
   */
  public Times(FileStore files) {
    this.files = files;
  }

  /** The longest of the programs among {@code named}: they are for one part, on other machines. */
  public Optional<Taken> findLongest(List<FileRef> named) throws IOException {
    Optional<Taken> longest = Optional.empty();
    for (var file : named) {
      if (file.role() == FileRef.Role.PROGRAM) {
        var taken = find(file.digest());
        if (taken.isPresent()
            && (longest.isEmpty() || taken.get().seconds() > longest.get().seconds())) {
          longest = taken;
        }
      }
    }
    return longest;
  }

  private Optional<Taken> find(Digest digest) throws IOException {
    var before = known.get(digest);
    if (before != null) {
      return Optional.of(before);
    }
    var stored = files.find(digest);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try (var in = stored.get().open(0)) {
      var taken = taken(Inspector.anyMachine().inspect(in));
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      known.put(digest, taken);
      return Optional.of(taken);
    }
  }

  private static Taken taken(Inspection inspection) {
    var unknown = inspection.seconds().unknown();
    double seconds =
        inspection.seconds().total()
            + unknown.heating() * SECONDS_TO_HEAT
            + unknown.homing() * SECONDS_TO_HOME;
    double grams = inspection.filament().grams();
    return new Taken(Math.max(1, seconds), Double.isFinite(grams) ? grams : 0);
  }
}
