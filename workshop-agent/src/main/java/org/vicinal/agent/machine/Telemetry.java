package org.vicinal.agent.machine;

import java.util.Optional;
import java.util.Set;
import org.vicinal.agent.firmware.HeatWatch;
import org.vicinal.agent.firmware.Reply;
import org.vicinal.agent.firmware.StatusReport;

/**
 * What a firmware has told about itself and the machine.
 *
 * @param known what does not change while it runs
 * @param reading the last temperatures or position
 * @param state GRBL's word for what it does, empty for others
 * @param heardAt when it last said anything
 * @param warmth when it last reported temperatures, and whether they are as they should be
 * @param card whether it prints from its own card
 * @param held how many reports in a row have said that it stands: in a hold, with its door open, or
 *     because it only checks
 * @param prompt what it asks its host
 */
record Telemetry(
    Known known,
    String reading,
    String state,
    long heardAt,
    Warmth warmth,
    boolean card,
    int held,
    Prompt prompt) {

  static final Telemetry NONE =
      new Telemetry(
          Known.NOTHING, "", "", 0, new Warmth(0, HeatWatch.BEGIN), false, 0, Prompt.NONE);

  /** A person makes it go on: a hold, an open door, grblHAL's wait for another tool, $C. */
  private static final Set<String> STANDING = Set.of("Hold", "Door", "Tool", "Check");

  /** Temperatures, watched. */
  record Warmth(long toldAt, HeatWatch watch) {}

  Telemetry hear(Reply reply, long now) {
    return switch (reply) {
      case Reply.Temperatures told -> warmth(told.text(), now);
      case Reply.Ok ok when ok.temperatures() -> warmth(ok.text().substring(3), now);
      case Reply.Status status -> status(status.report(), now);
      case Reply.CardPrinting printing ->
          new Telemetry(known, reading, state, now, warmth, true, held, prompt);
      case Reply.CardAtRest rest ->
          new Telemetry(known, reading, state, now, warmth, false, held, prompt);
      case Reply.HostAction action ->
          new Telemetry(known, reading, state, now, warmth, card, held, prompt.hear(action.name()));
      default -> new Telemetry(known.hear(reply), reading, state, now, warmth, card, held, prompt);
    };
  }

  private Telemetry warmth(String text, long now) {
    Warmth next = new Warmth(now, warmth.watch().after(text, now));
    return new Telemetry(known, text, state, now, next, card, held, prompt);
  }

  private Telemetry status(StatusReport report, long now) {
    String told = report.state() + " " + report.position();
    boolean stands = STANDING.contains(report.state());
    int times = stands && report.still() ? held + 1 : 0;
    return new Telemetry(known, told, report.state(), now, warmth, card, times, prompt);
  }

  /** It has been told to go on, so what was reported before is over. */
  Telemetry released() {
    return new Telemetry(known, reading, state, heardAt, warmth, card, 0, prompt);
  }

  /** What a person must see to. */
  Optional<HeatWatch.Danger> danger() {
    return warmth.watch().danger();
  }

  boolean can(String capability) {
    return known.capabilities().contains(capability);
  }

  /** How high the tool stands above the program's zero in mm, NaN when nobody knows. */
  double workZ() {
    return WorkPlace.ofWork(reading, known)[2];
  }

  /** What GRBL last said of where it is. */
  String position() {
    int space = reading.indexOf(' ');
    return space < 0 ? "a place that was never reported" : reading.substring(space + 1);
  }
}
