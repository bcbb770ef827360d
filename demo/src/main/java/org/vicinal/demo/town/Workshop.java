package org.vicinal.demo.town;

import java.nio.file.Path;
import java.util.List;
import org.vicinal.messages.place.Place;

/** A workshop of the town. */
public record Workshop(String id, String name, Place place, List<Machine> machines) {
  private static final String PRINTER =
      """
          like: ender-3
          nozzle-celsius: 260
          bed-celsius: 100
          hour: 1.20
          setup: 0.50
      """;
  private static final String MILL =
      """
          like: grbl-3018
          spindle-rpm: 12000
          hour: 9.00
          setup: 3.00
      """;

  private static Path profile() {
    return Installation.home().resolve("designs").resolve("profiles").resolve("printer-220.ini");
  }

  /** Its settings as the agent reads them; the ports are links in {@code ports}. */
  String yaml(Path ports) {
    var text = new StringBuilder("# Written by the demo.\nmachines:\n");
    for (var machine : machines) {
      var size = machine.bed().split("x", 3);
      text.append("  - name: %s\n".formatted(machine.name()));
      text.append("    port: %s\n".formatted(ports.resolve(machine.name())));
      text.append("    controller: %s\n".formatted(machine.firmware()));
      text.append("    room: [%s, %s, %s]\n".formatted(size[0], size[1], size[2]));
      text.append(machine.prints() ? PRINTER : MILL);
      if (machine.prints() && machine.materials().contains("PLA")) {
        text.append("    slicing:\n      profiles:\n        PLA: %s\n".formatted(profile()));
      }
      text.append("    materials:\n");
      for (var material : machine.materials()) {
        text.append("      %s: %s\n".formatted(material, machine.prints() ? "25.00" : "1.50"));
      }
    }
    return text.toString();
  }
}
