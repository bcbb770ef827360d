package org.vicinal.agent.machine;

import java.util.Locale;

/** Who turns a mill's spindle on and off. */
public enum Spindle {
  /** The controller, by M3, M4 and M5. */
  DRIVEN,
  /** A person at its own switch: a router, a hand grinder. The program's words become prompts. */
  MANUAL;

  /**
   * From a configuration.
   *
   * @throws IllegalArgumentException when it is neither; a laser is none
   */
  public static Spindle parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "driven" -> DRIVEN;
      case "manual" -> MANUAL;
      case "laser" ->
          throw new IllegalArgumentException(
              "spindle: laser: lasers are not run by this agent; it has no rules for light, smoke"
                  + " and fire.");
      default ->
          throw new IllegalArgumentException(
              "spindle: expected driven (by M3 and M5) or manual (its own switch), found \"%s\"."
                  .formatted(text));
    };
  }
}
