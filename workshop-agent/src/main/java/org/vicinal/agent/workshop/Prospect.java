package org.vicinal.agent.workshop;

import java.util.ArrayList;
import java.util.List;
import org.vicinal.messages.net.Call;

/**
 * What this workshop could answer to a call.
 *
 * @param offers what its machines could promise, the best first
 * @param reasons why the others cannot
 * @param waits whether programs are still being fetched or checked, or machines have not been seen
 */
record Prospect(List<Offer> offers, List<String> reasons, boolean waits) {
  static Prospect of(Draft draft, Call call) {
    var offers = new ArrayList<Offer>();
    var reasons = new ArrayList<String>();
    boolean preparing = false;
    boolean away = false;
    for (var machine : draft.settings.machines()) {
      switch (Candidate.of(draft, call, machine)) {
        case Candidate.Able able ->
            Offer.find(draft, call, machine, able)
                .ifPresentOrElse(offers::add, () -> reasons.add(tooLong(machine)));
        case Candidate.Unable unable -> reasons.add(unable.reason());
        case Candidate.Preparing _ -> preparing = true;
        case Candidate.Unseen _ -> away = true;
      }
    }
    offers.sort(Offer.BEST_FIRST);
    return new Prospect(offers, reasons, preparing || (away && offers.isEmpty()));
  }

  private static String tooLong(MachineOffer machine) {
    return machine.id() + ": a piece takes longer than our opening hours ever allow.";
  }
}
