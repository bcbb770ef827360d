package org.vicinal.messages.work;

/** The family of firmware a program is written for, and a machine runs. */
public enum Controller {
  MARLIN,
  REPRAPFIRMWARE,
  GRBL,
  GRBLHAL,
  /** Nobody has said; no program runs on it before somebody does. */
  UNSTATED
}
