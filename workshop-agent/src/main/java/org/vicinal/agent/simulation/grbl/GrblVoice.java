package org.vicinal.agent.simulation.grbl;

import java.nio.charset.StandardCharsets;

/** What the controller has said and nobody has fetched yet; every line ends with CR and LF. */
final class GrblVoice {
  private final StringBuilder out = new StringBuilder();

  void say(String line) {
    out.append(line).append("\r\n");
  }

  /** Lines that have their ends already. */
  void sayRaw(String lines) {
    out.append(lines);
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
