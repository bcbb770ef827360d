package org.vicinal.agent.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An identity as the text of a {@code workshop.yaml}: what is known filled in, the rest named. */
public final class ProfileText {

  private ProfileText() {}

  /**
   * Lines to begin a {@code workshop.yaml} with.
   *
   * @param name of the machine; a person may change it
   * @param port as it is to be found again
   * @param rated whether a rate means something on this port
   */
  public static List<String> of(Identifier.Found found, String name, String port, boolean rated) {
    var who = found.identity();
    var lines = new ArrayList<String>();
    lines.add("# " + who.firmware());
    if (!who.capabilities().isEmpty()) {
      lines.add("# It can: " + capabilities(who, true) + ".");
      lines.add("# It cannot: " + capabilities(who, false) + ".");
    }
    who.notes().forEach(note -> lines.add("# " + note));
    lines.add("machines:");
    lines.add("  - name: " + name);
    lines.add("    port: " + port);
    if (rated) {
      lines.add("    baud: " + found.baud());
    }
    lines.add("    controller: " + who.controller());
    lines.add(room(who));
    lines.addAll(who.mill() ? spindle(who) : heat());
    lines.add(
        "    # power-switch: where it is, in words    # a stop from here is no emergency stop");
    lines.add("    # smoke-alarm: true                     # one hangs in the room");
    lines.add("    hour: 0.00                  # your price of an hour");
    lines.add("    setup: 0.00                 # your price of setting up a lot");
    lines.add("    materials:");
    lines.add(
        who.mill()
            ? "      plywood: 0.00             # your price of a piece of stock"
            : "      PLA: 0.00                 # your price of a kilogram");
    if (!who.settings().isEmpty()) {
      lines.add("# As the firmware is set:");
      who.settings().forEach(setting -> lines.add("#   " + setting));
    }
    return lines;
  }

  private static String capabilities(Identity who, boolean there) {
    return who.capabilities().entrySet().stream()
        .filter(entry -> entry.getValue() == there)
        .map(entry -> entry.getKey().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String room(Identity who) {
    if (who.room().isEmpty()) {
      return "    # room: [x, y, z]           # mm; the firmware does not tell: measure it";
    }
    return "    room: %-22s# mm, as the firmware is set"
        .formatted(
            who.room().stream()
                .map(side -> String.format(Locale.ROOT, "%.0f", side))
                .collect(Collectors.joining(", ", "[", "]")));
  }

  private static List<String> spindle(Identity who) {
    return List.of(
        who.spindleRpm() > 0
            ? "    spindle-rpm: %-15d# $30 of the controller".formatted(who.spindleRpm())
            : "    # spindle-rpm: 10000        # the fastest it turns");
  }

  private static List<String> heat() {
    return List.of(
        "    # nozzle-celsius: 260       # the hottest it may get: only you know your nozzle",
        "    # bed-celsius: 100");
  }
}
