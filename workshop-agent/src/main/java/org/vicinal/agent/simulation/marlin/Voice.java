package org.vicinal.agent.simulation.marlin;

import java.nio.charset.StandardCharsets;

/** What the board has said and nobody has fetched yet. */
final class Voice {
  private final StringBuilder out = new StringBuilder();

  void say(String line) {
    out.append(line).append('\n');
  }

  byte[] take() {
    if (out.isEmpty()) {
      return new byte[0];
    }
    byte[] said = out.toString().getBytes(StandardCharsets.ISO_8859_1);
    out.setLength(0);
    return said;
  }
}
