package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.machine.Condition;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;

/**
 * What the workshop sees now and may forget when it restarts, because it will see it again.
 *
 * @param asked what each machine has been asked to run and has not begun
 * @param asks how many runs were asked for since the start
 * @param asides per machine, what a person there was last asked for
 * @param progress how far each run was when that was last told
 * @param questions the round of each call for which people were asked
 * @param slices programs that are made here
 */
record Senses(
    Map<MachineId, MachineSight> machines,
    Map<Digest, FileSight> files,
    Map<Program, Check> checks,
    Map<MachineId, Ask> asked,
    int asks,
    Map<MachineId, String> asides,
    Map<RunId, Told> progress,
    Map<JobId, Integer> questions,
    Map<Slice, SliceSight> slices) {
  private static final int CHECKS_KEPT = 500;
  private static final int SLICES_KEPT = 500;

  static final Senses NONE =
      new Senses(Map.of(), Map.of(), Map.of(), Map.of(), 0, Map.of(), Map.of(), Map.of(), Map.of());

  /** A machine's condition and what led there. */
  record MachineSight(Condition condition, String why) {}

  /** A program on a machine. */
  record Program(Digest digest, MachineId machine) {}

  /**
   * A run that a machine was asked for.
   *
   * @param again null while it is being asked; after a refusal when to ask again
   */
  record Ask(RunId run, LotId lot, int tries, @Nullable Instant again) {}

  /** How far a run was, in lines, when it was told. */
  record Told(Instant at, long line) {}

  @Nullable Condition condition(MachineId machine) {
    var sight = machines.get(machine);
    return sight == null ? null : sight.condition();
  }

  Senses machine(MachineId machine, Condition condition, String why) {
    var changed = with(machines, machine, new MachineSight(condition, why));
    return new Senses(changed, files, checks, asked, asks, asides, progress, questions, slices);
  }

  Senses file(Digest digest, FileSight sight) {
    return new Senses(
        machines,
        with(files, digest, sight),
        checks,
        asked,
        asks,
        asides,
        progress,
        questions,
        slices);
  }

  Senses fileForgotten(Digest digest) {
    return new Senses(
        machines, without(files, digest), checks, asked, asks, asides, progress, questions, slices);
  }

  Senses check(Digest digest, MachineId machine, Check check) {
    var changed = with(checks, new Program(digest, machine), check);
    if (changed.size() > CHECKS_KEPT) {
      changed.remove(changed.keySet().iterator().next());
    }
    return new Senses(machines, files, changed, asked, asks, asides, progress, questions, slices);
  }

  Senses asked(MachineId machine, Ask ask) {
    return new Senses(
        machines,
        files,
        checks,
        with(asked, machine, ask),
        asks + (ask.again() == null ? 1 : 0),
        asides,
        progress,
        questions,
        slices);
  }

  Senses unasked(MachineId machine) {
    return new Senses(
        machines,
        files,
        checks,
        without(asked, machine),
        asks,
        asides,
        progress,
        questions,
        slices);
  }

  Senses aside(MachineId machine, String what) {
    return new Senses(
        machines,
        files,
        checks,
        asked,
        asks,
        with(asides, machine, what),
        progress,
        questions,
        slices);
  }

  Senses unaside(MachineId machine) {
    return new Senses(
        machines,
        files,
        checks,
        asked,
        asks,
        without(asides, machine),
        progress,
        questions,
        slices);
  }

  Senses progressTold(RunId run, Told told) {
    return new Senses(
        machines, files, checks, asked, asks, asides, with(progress, run, told), questions, slices);
  }

  Senses question(JobId job, int round) {
    return new Senses(
        machines,
        files,
        checks,
        asked,
        asks,
        asides,
        progress,
        with(questions, job, round),
        slices);
  }

  Senses answered(JobId job) {
    return new Senses(
        machines, files, checks, asked, asks, asides, progress, without(questions, job), slices);
  }

  Senses runOver(MachineId machine, RunId run) {
    return new Senses(
        machines,
        files,
        checks,
        asked,
        asks,
        without(asides, machine),
        without(progress, run),
        questions,
        slices);
  }

  Senses slice(Slice slice, SliceSight sight) {
    var changed = with(slices, slice, sight);
    if (changed.size() > SLICES_KEPT) {
      changed.remove(changed.keySet().iterator().next());
    }
    return sliced(changed);
  }

  Senses unsliced(Slice slice) {
    return sliced(without(slices, slice));
  }

  private Senses sliced(Map<Slice, SliceSight> changed) {
    return new Senses(machines, files, checks, asked, asks, asides, progress, questions, changed);
  }

  private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    var changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  private static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    var changed = new LinkedHashMap<>(map);
    changed.remove(key);
    return changed;
  }
}
