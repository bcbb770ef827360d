package org.vicinal.agent.machine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.firmware.Sender.Tally;
import org.vicinal.agent.firmware.Supply;
import org.vicinal.agent.modal.MillModal;
import org.vicinal.agent.modal.Modal;
import org.vicinal.agent.modal.Rejoining.Proposal;

/**
 * A run that has been begun.
 *
 * @param acknowledged the last line of the file that the firmware has taken, 0 for none
 * @param toldAt when its progress was last told
 * @param link how the link was when it was last judged
 * @param supply whether it is fed fast enough
 * @param modal the machine as the lines taken so far have left it
 * @param reach where a mill's program goes; null until that has been worked out
 */
record Run(
    RunRequest request,
    Feed feed,
    long acknowledged,
    long toldAt,
    Tally link,
    Supply supply,
    Modal modal,
    @Nullable Reach reach) {

  static Run of(RunRequest request, Firmware firmware) {
    Proposal from = request.from();
    Modal begin = firmware.numbered() ? Modal.printer() : Modal.mill();
    return new Run(
        request,
        Feed.EMPTY,
        request.firstLine() - 1,
        0,
        new Tally(0, 0, 0, 0),
        Supply.BEGIN,
        from == null ? begin : from.modal(),
        null);
  }

  String id() {
    return request.runId();
  }

  Run with(Feed next) {
    return new Run(request, next, acknowledged, toldAt, link, supply, modal, reach);
  }

  Run acknowledged(Command command) {
    return new Run(
        request,
        feed,
        Math.max(command.line(), acknowledged),
        toldAt,
        link,
        supply,
        modal.after(command.text()),
        reach);
  }

  /** After lines of the host's own that moved it. */
  Run after(List<String> lines) {
    Modal next = modal;
    for (String line : lines) {
      next = next.after(line);
    }
    return new Run(request, feed, acknowledged, toldAt, link, supply, next, reach);
  }

  Run told(long at) {
    return new Run(request, feed, acknowledged, at, link, supply, modal, reach);
  }

  Run judged(Tally now) {
    return new Run(request, feed, acknowledged, toldAt, now, supply, modal, reach);
  }

  Run fed(Supply next) {
    return new Run(request, feed, acknowledged, toldAt, link, next, modal, reach);
  }

  /** Once it is known where it goes. */
  Run measured(Reach found) {
    return new Run(request, feed, acknowledged, toldAt, link, supply, modal, found);
  }

  /** Where it goes, once that is known. */
  Optional<Reach> findReach() {
    return Optional.ofNullable(reach);
  }

  /** The mill as the lines taken so far have left it. */
  Optional<MillModal> findMill() {
    return modal instanceof MillModal mill ? Optional.of(mill) : Optional.empty();
  }
}
