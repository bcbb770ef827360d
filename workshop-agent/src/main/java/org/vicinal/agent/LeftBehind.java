package org.vicinal.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.vicinal.agent.journal.LineMark;
import org.vicinal.agent.journal.Memory;
import org.vicinal.agent.machine.Beginning;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;

/** What the agent before this one left behind: machines that were at work, and how far. */
final class LeftBehind {
  private LeftBehind() {}

  /** How {@code machine} is to be met. */
  static Beginning beginning(Memory memory, MachineId machine) {
    if (memory.runs().containsKey(machine) || memory.unsafe().contains(machine)) {
      return Beginning.INTERRUPTED;
    }
    return memory.confirmations().containsKey(machine) ? Beginning.CONFIRMED : Beginning.UNKNOWN;
  }

  /** How far each run had come that was on; marks of other runs are swept away. */
  static Map<RunId, Long> lines(Memory memory, Path runs) throws IOException {
    var lines = new HashMap<RunId, Long>();
    for (var run : memory.runs().values()) {
      lines.put(run.run(), LineMark.read(runs, run.run()).line());
    }
    if (Files.isDirectory(runs)) {
      try (var old = Files.list(runs)) {
        for (var file : old.toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
    return lines;
  }
}
