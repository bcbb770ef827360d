package org.vicinal.coordinator.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.quarantine.QuarantineEvent;
import org.vicinal.coordinator.quarantine.Suspect;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.Digest;

/**
 * What the stewards have taken out of use. Written by whoever follows the log, read by everybody.
 */
public final class Quarantines {
  private final Map<Suspect, QuarantineView> all = new ConcurrentHashMap<>();
  private final Map<DesignId, DesignView> designs;

  /**
   * @param designs read while others write
   */
  Quarantines(Map<DesignId, DesignView> designs) {
    this.designs = designs;
  }

  QuarantineView on(Occurred<?> occurred, QuarantineEvent event) {
    var now =
        all.compute(event.suspect(), (key, before) -> QuarantineView.on(before, occurred, event));
    return now;
  }

  /** Everything of which a steward has ever said something, in no order. */
  public Collection<QuarantineView> list() {
    return List.copyOf(all.values());
  }

  /** What was said of it; empty when nothing. */
  public Optional<QuarantineView> find(Suspect suspect) {
    return Optional.ofNullable(all.get(suspect));
  }

  /** The design's quarantine while it lasts. */
  public Optional<QuarantineView> findHold(DesignId design) {
    return find(Suspect.of(design)).filter(QuarantineView::held);
  }

  /**
   * Why nobody is given the file: itself is held or removed, or every design here that has it is
   * held.
   */
  public Optional<QuarantineView> findHold(Digest file) {
    var own = find(Suspect.of(file)).filter(QuarantineView::held);
    return own.isPresent() ? own : findHoldOfDesigns(file);
  }

  private Optional<QuarantineView> findHoldOfDesigns(Digest file) {
    var holding =
        all.values().stream()
            .filter(
                it -> it.held() && it.suspect().findDesign().filter(d -> has(d, file)).isPresent())
            .findFirst();
    return holding.isPresent() && !inUseElsewhere(file) ? holding : Optional.empty();
  }

  private boolean inUseElsewhere(Digest file) {
    return designs.keySet().stream().anyMatch(id -> findHold(id).isEmpty() && has(id, file));
  }

  private boolean has(DesignId id, Digest file) {
    var design = designs.get(id);
    return design != null
        && design.releases().stream()
            .flatMap(it -> it.release().files().stream())
            .anyMatch(it -> it.digest().equals(file));
  }
}
