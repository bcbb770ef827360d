package org.vicinal.agent.workshop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vicinal.messages.capacity.Hours;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;

/**
 * What the workshop's people decided.
 *
 * @param version of the agent, told with every presence
 * @param currency of all prices, ISO 4217
 * @param reserve added to every promised date for what nobody can plan
 * @param hours when somebody is there, and what may go on when nobody is
 * @param publishing what everybody may see beside the machines
 * @param trade what is asked beside the machines' rates
 */
public record WorkshopSettings(
    WorkshopId workshop,
    String version,
    String currency,
    Duration reserve,
    List<MachineOffer> machines,
    Hours hours,
    Publishing publishing,
    Trade trade) {
  public WorkshopSettings {
    machines = List.copyOf(machines);
  }

  /** Of a workshop where somebody is always there, and which publishes nothing but its machines. */
  public WorkshopSettings(
      WorkshopId workshop,
      String version,
      String currency,
      Duration reserve,
      List<MachineOffer> machines) {
    this(
        workshop,
        version,
        currency,
        reserve,
        machines,
        Hours.ALWAYS,
        Publishing.NOTHING,
        Trade.PLAIN);
  }

  /** What is said about this machine, while the workshop has it. */
  public Optional<MachineOffer> find(MachineId machine) {
    return machines.stream().filter(offer -> offer.id().equals(machine)).findFirst();
  }

  List<MachineProfile> profiles() {
    return machines.stream().map(MachineOffer::profile).toList();
  }
}
