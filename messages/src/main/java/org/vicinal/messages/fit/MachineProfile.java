package org.vicinal.messages.fit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.SortedWords;

/**
 * What a machine can do, as its workshop declares it.
 *
 * <p>The first eight components are as old as the wire; the others may be absent in what an older
 * peer wrote, and then nothing is stated.
 *
 * @param room the largest part, along the machine's axes (mm); all zero when nobody has said
 * @param materials what is loaded or on the shelf
 * @param nozzleCelsius the hottest it may get, 0 for a machine without a nozzle
 * @param bedCelsius the hottest its bed may get, 0 without a heated bed
 * @param spindleRpm the fastest it may turn, 0 without a spindle
 */
public record MachineProfile(
    MachineId machine,
    Making making,
    Controller controller,
    Size room,
    Set<String> materials,
    int nozzleCelsius,
    int bedCelsius,
    int spindleRpm,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) Ability ability,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) Supply supply,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) HouseRules rules) {
  public MachineProfile(
      MachineId machine,
      Making making,
      Controller controller,
      Size room,
      Set<String> materials,
      int nozzleCelsius,
      int bedCelsius,
      int spindleRpm,
      @Nullable Ability ability,
      @Nullable Supply supply,
      @Nullable HouseRules rules) {
    this.machine = machine;
    this.making = making;
    this.controller = controller;
    this.room = room;
    this.materials = SortedWords.of(materials);
    this.nozzleCelsius = nozzleCelsius;
    this.bedCelsius = bedCelsius;
    this.spindleRpm = spindleRpm;
    this.ability = ability != null ? ability : Ability.UNSTATED;
    this.supply = supply != null ? supply : Supply.UNSTATED;
    this.rules = rules != null ? rules : HouseRules.UNSTATED;
  }

  /** A machine of which nothing more is stated. */
  public MachineProfile(
      MachineId machine,
      Making making,
      Controller controller,
      Size room,
      Set<String> materials,
      int nozzleCelsius,
      int bedCelsius,
      int spindleRpm) {
    this(
        machine,
        making,
        controller,
        room,
        materials,
        nozzleCelsius,
        bedCelsius,
        spindleRpm,
        null,
        null,
        null);
  }

  /** The same with {@code other} ability. */
  public MachineProfile with(Ability other) {
    return copy(other, supply, rules);
  }

  /** The same with {@code other} supply. */
  public MachineProfile with(Supply other) {
    return copy(ability, other, rules);
  }

  /** The same under {@code other} rules. */
  public MachineProfile with(HouseRules other) {
    return copy(ability, supply, other);
  }

  private MachineProfile copy(Ability newAbility, Supply newSupply, HouseRules newRules) {
    return new MachineProfile(
        machine,
        making,
        controller,
        room,
        materials,
        nozzleCelsius,
        bedCelsius,
        spindleRpm,
        newAbility,
        newSupply,
        newRules);
  }
}
