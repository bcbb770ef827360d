package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.HeatWait;

/** One thing to do and to wait for, outside the program: greeting, ending, making safe. */
sealed interface Step {

  /** How long it may take, in nanoseconds; {@link Long#MAX_VALUE} where the link itself watches. */
  default long patience() {
    return Long.MAX_VALUE;
  }

  /** Wait for the controller's own words after a reset; going on without them is allowed. */
  record AwaitBoot(long patience) implements Step {}

  /** End a half line that may be left in the controller, and ask GRBL how it is. */
  record Knock(long patience) implements Step {}

  /** Send a line and wait until it is answered. */
  record Say(String text, long patience) implements Step {}

  /** Say it if the firmware has named this capability, and wait until it is answered. */
  record SayIf(String capability, String text, long patience) implements Step {}

  /** Send a line past the window: M108 must reach a firmware that waits for heat. */
  record Interject(String text) implements Step {}

  /** RepRapFirmware: M999 starts a halted board anew; it says nothing then, so only time passes. */
  record Revive(long patience) implements Step {}

  /** Heaters or spindle off, unless somebody else is at work with the machine. */
  record Quiet() implements Step {}

  /** Wait until every line sent has been answered. */
  record Settle(long patience) implements Step {}

  /** Take the tool off the part, from wherever the lines taken so far have left it. */
  record Leave() implements Step {}

  /** Bring it back to where the program goes on. */
  record Return() implements Step {}

  /** Set a temperature, and wait until the reports say that it is nearly there. */
  record Warm(HeatWait heat, long patience) implements Step {}

  /** GRBL: decelerate, and wait until it stands. */
  record Hold(long patience) implements Step {}

  /** GRBL: soft reset, and wait for the banner. */
  record Restart(long patience) implements Step {}

  /** GRBL: a reset is on its way; wait for the banner, and reset again so often without it. */
  record AwaitReset(long patience, int tries) implements Step {}

  /** Wait until every line sent has been answered, but not longer. */
  record Answered(long patience) implements Step {}

  /** GRBL: break a jog off, and again until two reports say Idle. */
  record EndJog(long patience) implements Step {}

  /** GRBL, at rest: what was not answered never will be; begin to count anew. */
  record Resync(long patience) implements Step {}

  /** GRBL: wait for two reports of Idle in a row. */
  record Rest() implements Step {}
}
