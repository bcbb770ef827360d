package org.vicinal.agent.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicinal.agent.port.FoundPort.Holder;

/**
 * Which processes have which devices open, read once from {@code /proc}. Processes of other users
 * are only visible to root, so nobody found does not prove that nobody is there.
 */
final class Holders {
  private final Map<Path, List<Holder>> byDevice = new HashMap<>();

  Holders(Path proc) {
    try {
      for (var process : PortFinder.children(proc)) {
        if (String.valueOf(process.getFileName()).chars().allMatch(Character::isDigit)) {
          look(process);
        }
      }
    } catch (IOException e) {
      byDevice.clear(); // no /proc: nobody is seen
    }
  }

  private void look(Path process) {
    try {
      for (var descriptor : PortFinder.children(process.resolve("fd"))) {
        var target = Files.readSymbolicLink(descriptor);
        if (target.toString().contains("/dev/")) {
          var held = byDevice.computeIfAbsent(target, _ -> new ArrayList<>());
          var holder =
              new Holder(
                  Long.parseLong(String.valueOf(process.getFileName())),
                  PortFinder.read(process.resolve("comm")));
          if (!held.contains(holder)) {
            held.add(holder);
          }
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      return; // it has ended meanwhile, or belongs to somebody else
    }
  }

  List<Holder> of(Path device) {
    return List.copyOf(byDevice.getOrDefault(device, List.of()));
  }
}
