package org.vicinal.coordinator.matching;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Making;

/**
 * The kinds of machines there are, each once: machines that differ in nothing but their name share
 * a number, and what a question found out about one of them holds for all.
 *
 * <p>Written by one thread at a time. Numbers are never used again, so that a {@link Table} which a
 * reader holds stays true.
 */
final class Models {
  private final Map<Kind, Integer> numbers = new HashMap<>();
  private MachineProfile[] profiles = new MachineProfile[16];
  private Traits[] traits = new Traits[16];
  private int[] uses = new int[16];
  private int size;

  /** What models have in common, by itself. */
  private final Map<Object, Object> parts = new HashMap<>();

  private final Map<Making, MachineId> names = new EnumMap<>(Making.class);

  /** A profile that equals every other which differs in nothing but the machine's name. */
  private record Kind(MachineProfile profile) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Kind(MachineProfile that)
          && profile.making() == that.making()
          && profile.controller() == that.controller()
          && profile.room().equals(that.room())
          && profile.materials().equals(that.materials())
          && profile.nozzleCelsius() == that.nozzleCelsius()
          && profile.bedCelsius() == that.bedCelsius()
          && profile.spindleRpm() == that.spindleRpm()
          && profile.ability().equals(that.ability())
          && profile.supply().equals(that.supply())
          && profile.rules().equals(that.rules());
    }

    @Override
    public int hashCode() {
      return Objects.hash(
          profile.room(), profile.materials(), profile.nozzleCelsius(), profile.supply());
    }
  }

  /** What readers hold: the models up to {@code size}. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Table(MachineProfile[] profiles, Traits[] traits, int size) {}

  /** The number of {@code profile}'s model, which is used once more. */
  int use(MachineProfile profile) {
    var known = numbers.get(new Kind(profile));
    if (known == null) {
      var slim = slim(profile);
      known = add(slim);
      numbers.put(new Kind(slim), known);
    }
    uses[known]++;
    return known;
  }

  /** The model is used once less. */
  void release(int number) {
    if (--uses[number] == 0) {
      numbers.remove(new Kind(profiles[number]));
    }
  }

  Traits traits(int number) {
    return traits[number];
  }

  MachineProfile profile(int number) {
    return profiles[number];
  }

  /** How many models are in use. */
  int live() {
    return numbers.size();
  }

  /** Whether most numbers belong to models that nobody has any more. */
  boolean stale() {
    return size > 2 * numbers.size() + 1_000;
  }

  Table table() {
    return new Table(profiles, traits, size);
  }

  /** The same, sharing with other models whatever they have in common. */
  private MachineProfile slim(MachineProfile model) {
    return new MachineProfile(
        names.computeIfAbsent(model.making(), making -> model.machine()), // a model has no name
        model.making(),
        model.controller(),
        model.room(),
        shared(model.materials()),
        model.nozzleCelsius(),
        model.bedCelsius(),
        model.spindleRpm(),
        shared(model.ability()),
        shared(model.supply()),
        shared(model.rules()));
  }

  @SuppressWarnings("unchecked") // equal things of the same kind
  private <T> T shared(T part) {
    return (T) parts.computeIfAbsent(part, same -> same);
  }

  private int add(MachineProfile model) {
    if (size == profiles.length) {
      profiles = Arrays.copyOf(profiles, size + size / 2);
      traits = Arrays.copyOf(traits, size + size / 2);
      uses = Arrays.copyOf(uses, size + size / 2);
    }
    profiles[size] = model;
    traits[size] = Traits.of(model);
    return size++;
  }
}
