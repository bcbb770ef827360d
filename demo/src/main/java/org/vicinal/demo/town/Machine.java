package org.vicinal.demo.town;

import java.util.List;

/**
 * A simulated machine.
 *
 * @param firmware {@code marlin} or {@code grbl}
 * @param bed {@code XxYxZ} in mm
 */
public record Machine(String name, String firmware, String bed, List<String> materials) {
  boolean prints() {
    return firmware.equals("marlin");
  }
}
