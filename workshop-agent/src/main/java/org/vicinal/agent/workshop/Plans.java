package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.capacity.Hours;
import org.vicinal.messages.capacity.Rate;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Seen;

/**
 * Tells the coordinator until when machines have work: at the start, and again when that has moved
 * by more than a quarter of an hour. A report is an event there for ever, so it is not told
 * oftener.
 */
final class Plans {
  private static final Duration WORTH_TELLING = Duration.ofMinutes(15);

  private Plans() {}

  /** The workshop's presence, with its plans as they are now. */
  static void tell(Draft draft) {
    var busy = busy(draft);
    draft.told = busy;
    draft.tell(
        new Seen.Presence(
            draft.settings.version(), draft.settings.profiles(), capacity(draft, busy)));
  }

  /**
   * Tells them again when they have changed, which they do by facts only; before the start there is
   * nothing to compare.
   */
  static void advance(Draft draft) {
    if (draft.changed()
        && draft.settings.publishing().queues()
        && draft.told != null
        && moved(draft, draft.told)) {
      tell(draft);
    }
  }

  private static boolean moved(Draft draft, Map<MachineId, Instant> told) {
    var busy = busy(draft);
    return draft.settings.machines().stream()
        .map(MachineOffer::id)
        .anyMatch(
            machine -> {
              var before = later(told.get(machine), draft.now);
              var now = later(busy.get(machine), draft.now);
              return Duration.between(before, now).abs().compareTo(WORTH_TELLING) > 0;
            });
  }

  private static Instant later(@Nullable Instant told, Instant now) {
    return told == null || told.isBefore(now) ? now : told;
  }

  /** The machines with work, and until when; to the minute. */
  private static Map<MachineId, Instant> busy(Draft draft) {
    var busy = new LinkedHashMap<MachineId, Instant>();
    for (var machine : draft.settings.machines()) {
      var free = Calendar.freeAt(draft, machine);
      if (free.isAfter(draft.now)) {
        busy.put(machine.id(), free.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
      }
    }
    return busy;
  }

  private static @Nullable Capacity capacity(Draft draft, Map<MachineId, Instant> busy) {
    var settings = draft.settings;
    if (!settings.publishing().anything()) {
      return null;
    }
    boolean queues = settings.publishing().queues();
    return new Capacity(
        queues ? settings.hours() : Hours.ALWAYS,
        queues
            ? busy.entrySet().stream()
                .map(entry -> new Capacity.Busy(entry.getKey(), entry.getValue()))
                .toList()
            : List.of(),
        settings.publishing().rates()
            ? settings.machines().stream().map(machine -> rate(settings, machine)).toList()
            : List.of());
  }

  private static Rate rate(WorkshopSettings settings, MachineOffer machine) {
    return new Rate(
        machine.id(),
        settings.currency(),
        machine.hour(),
        machine.setup(),
        machine.materials(),
        machine.handling().toSeconds());
  }
}
