package org.vicinal.agent.machine;

import java.util.HashSet;
import java.util.Set;
import org.vicinal.agent.firmware.Reply;
import org.vicinal.agent.firmware.StatusReport;

/**
 * What a firmware has told about itself and the machine.
 *
 * @param firmware how it names itself, empty before it did
 * @param capabilities what it has said it can do ({@code Cap:})
 * @param reading the last temperatures or position
 * @param state GRBL's word for what it does, empty for others
 * @param heardAt when it last said anything
 */
record Telemetry(
    String firmware, Set<String> capabilities, String reading, String state, long heardAt) {

  static final Telemetry NONE = new Telemetry("", Set.of(), "", "", 0);

  Telemetry {
    capabilities = Set.copyOf(capabilities);
  }

  Telemetry hear(Reply reply, long now) {
    return switch (reply) {
      case Reply.Named named -> new Telemetry(named.text(), capabilities, reading, state, now);
      case Reply.Capability can when can.present() -> with(can.name(), now);
      case Reply.Temperatures told -> reading(told.text(), now);
      case Reply.Ok ok when ok.temperatures() -> reading(ok.text().substring(3), now);
      case Reply.Status status -> status(status.report(), now);
      default -> new Telemetry(firmware, capabilities, reading, state, now);
    };
  }

  private Telemetry with(String capability, long now) {
    Set<String> more = new HashSet<>(capabilities);
    more.add(capability);
    return new Telemetry(firmware, more, reading, state, now);
  }

  private Telemetry reading(String text, long now) {
    return new Telemetry(firmware, capabilities, text, state, now);
  }

  private Telemetry status(StatusReport report, long now) {
    String told = report.state() + " " + report.position();
    return new Telemetry(firmware, capabilities, told, report.state(), now);
  }

  /** What GRBL last said of where it is. */
  String position() {
    int space = reading.indexOf(' ');
    return space < 0 ? "a place that was never reported" : reading.substring(space + 1);
  }

  boolean can(String capability) {
    return capabilities.contains(capability);
  }
}
