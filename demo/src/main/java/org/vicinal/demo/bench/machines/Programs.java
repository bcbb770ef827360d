package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vicinal.agent.firmware.Firmware;

/** Programs of short moves, as finely sliced parts and surfaces have them. */
final class Programs {

  private Programs() {}

  /** So many lines; each about as long as a slicer's or a CAM program's. */
  static Path write(Path folder, Firmware firmware, int lines) throws IOException {
    StringBuilder text = new StringBuilder(lines * 32);
    for (int i = 0; i < lines; i++) {
      double x = 50 + 0.2 * (i % 400 < 200 ? i % 200 : 200 - i % 200);
      String move = firmware.numbered() ? "G1 X%.3f Y%.3f F3600\n" : "X%.3fY%.3f\n";
      text.append(String.format(Locale.ROOT, move, x, 60 + 0.001 * (i % 100)));
      if (i == 0) {
        text.insert(0, firmware.numbered() ? "G90\n" : "G21G90G1F3000\n");
      }
    }
    Path file = folder.resolve("%s-%d.gcode".formatted(firmware.name(), lines));
    return Files.writeString(file, text);
  }
}
