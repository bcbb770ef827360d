package org.vicinal.messages.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.MachineId;

/**
 * What a workshop publishes of its time and its rates.
 *
 * @param hours when somebody is there
 * @param busy the machines that have work, and until when; the others are free
 * @param rates of the machines whose owners publish them
 */
public record Capacity(Hours hours, List<Busy> busy, List<Rate> rates) {
  /** Nothing was told: always open, nothing to do, no rates. */
  public static final Capacity UNTOLD = new Capacity(Hours.ALWAYS, List.of(), List.of());

  /** A machine has work until then, as planned. */
  public record Busy(MachineId machine, Instant until) {}

  public Capacity {
    busy = List.copyOf(busy);
    rates = List.copyOf(rates);
  }

  /** What was told, or nothing. */
  public static Capacity of(@Nullable Capacity told) {
    return told == null ? UNTOLD : told;
  }

  /** When {@code machine} is free: {@code now}, or later. */
  public Instant freeAt(MachineId machine, Instant now) {
    return busy.stream()
        .filter(one -> one.machine().equals(machine) && one.until().isAfter(now))
        .map(Busy::until)
        .findFirst()
        .orElse(now);
  }

  /** What {@code machine}'s owner asks, when that is published. */
  public Optional<Rate> findRate(MachineId machine) {
    return rates.stream().filter(rate -> rate.machine().equals(machine)).findFirst();
  }
}
