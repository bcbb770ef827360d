package org.vicinal.agent.machine;

/** Who turns a mill's spindle on and off. */
public enum Spindle {
  /** The controller, by M3, M4 and M5. */
  DRIVEN,
  /** A person at its own switch: a router, a hand grinder. The program's words become prompts. */
  MANUAL
}
