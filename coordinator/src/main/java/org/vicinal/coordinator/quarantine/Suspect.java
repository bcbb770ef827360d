package org.vicinal.coordinator.quarantine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.Name;

/** A file or a design, written {@code f.SHA256} or {@code d.ID}. */
public record Suspect(@JsonValue String value) {
  private static final String FILE = "f.";
  private static final String DESIGN = "d.";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Suspect {
    Name.checked("a file or a design", value);
    if (value.startsWith(FILE)) {
      new Digest(value.substring(FILE.length()));
    } else if (value.startsWith(DESIGN)) {
      new DesignId(value.substring(DESIGN.length()));
    } else {
      throw new IllegalArgumentException("Expected f.SHA256 or d.ID, but found \"" + value + "\".");
    }
  }

  /** A file, in whatever order or release it is. */
  public static Suspect of(Digest file) {
    return new Suspect(FILE + file.value());
  }

  /** A design with all its releases. */
  public static Suspect of(DesignId design) {
    return new Suspect(DESIGN + design.value());
  }

  /** The file; empty for a design. */
  public Optional<Digest> findFile() {
    return value.startsWith(FILE)
        ? Optional.of(new Digest(value.substring(FILE.length())))
        : Optional.empty();
  }

  /** The design; empty for a file. */
  public Optional<DesignId> findDesign() {
    return value.startsWith(DESIGN)
        ? Optional.of(new DesignId(value.substring(DESIGN.length())))
        : Optional.empty();
  }
}
