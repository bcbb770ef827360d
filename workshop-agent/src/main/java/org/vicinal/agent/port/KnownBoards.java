package org.vicinal.agent.port;

import java.util.Map;

/** What is known of boards by their USB id, for people who wonder which port is which. */
final class KnownBoards {
  private static final Map<String, String> HINTS =
      Map.of(
          "1a86:7523",
          "CH340 converter, usual on small routers and printers; known to lose bytes under load",
          "1a86:55d4",
          "CH9102 converter",
          "0403:6001",
          "FTDI FT232 converter",
          "10c4:ea60",
          "CP210x converter, usual on ESP32 boards",
          "2341:0043",
          "Arduino Uno, usual under GRBL",
          "2341:0042",
          "Arduino Mega, usual under Marlin",
          "2c99:0002",
          "Original Prusa i3 MK3",
          "1d50:6029",
          "Marlin on a board with native USB",
          "0483:5740",
          "STM32 with native USB",
          "1d50:60ec",
          "Duet board, RepRapFirmware");

  private KnownBoards() {}

  static String hint(String id) {
    return HINTS.getOrDefault(id, "");
  }
}
