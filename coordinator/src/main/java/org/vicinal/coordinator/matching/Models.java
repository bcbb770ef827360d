package org.vicinal.coordinator.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.MachineId;

/**
 * The kinds of machines there are, each once: machines that differ in nothing but their name share
 * a number, and what a question found out about one of them holds for all.
 *
 * <p>Written by one thread at a time. Numbers are never used again, so that a {@link Table} which a
 * reader holds stays true.
 */
final class Models {
  private static final MachineId ANY = new MachineId("any");
  private final Map<MachineProfile, Integer> numbers = new HashMap<>();
  private MachineProfile[] profiles = new MachineProfile[16];
  private Traits[] traits = new Traits[16];
  private int[] uses = new int[16];
  private int size;

  /** What readers hold: the models up to {@code size}. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Table(MachineProfile[] profiles, Traits[] traits, int size) {}

  /** The number of {@code profile}'s model, which is used once more. */
  int use(MachineProfile profile) {
    var model = model(profile);
    int number = numbers.computeIfAbsent(model, this::add);
    uses[number]++;
    return number;
  }

  /** The model is used once less. */
  void release(int number) {
    if (--uses[number] == 0) {
      numbers.remove(profiles[number]);
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

  private static MachineProfile model(MachineProfile it) {
    return new MachineProfile(
        ANY,
        it.making(),
        it.controller(),
        it.room(),
        it.materials(),
        it.nozzleCelsius(),
        it.bedCelsius(),
        it.spindleRpm(),
        it.ability(),
        it.supply(),
        it.rules());
  }
}
