package org.vicinal.agent.firmware;

import java.util.List;

/**
 * One line that a firmware said, as far as a host can act on it. Reports may stand between any two
 * lines, so a line is known by its beginning and never by its place.
 */
public sealed interface Reply {

  /**
   * A line was taken.
   *
   * @param number the line's number where the firmware names it, else -1
   * @param free how many lines the firmware's queue has room for, where it says so, else -1
   * @param freeBlocks how many moves its planner has room for, where it says so, else -1
   * @param temperatures whether it is the answer to M105, which only M105 has
   * @param text the whole line
   */
  record Ok(long number, int free, int freeBlocks, boolean temperatures, String text)
      implements Reply {}

  /** The firmware threw its input away and wants this line next. */
  record Resend(long number) implements Reply {}

  /** What precedes a {@link Resend}: the last line it accepted. */
  record LineFault(long lastLine, String text) implements Reply {}

  /** At work on a command; {@code person} when it waits for somebody. */
  record Busy(boolean person) implements Reply {}

  /** The controller has just started: every line before it is void. */
  record Started(String text) implements Reply {}

  /**
   * Why it has started, which it says some lines later; its first word may be lost in the noise.
   */
  record ResetCause(String text) implements Reply {}

  /** Dead until it is reset. */
  record Fatal(String text) implements Reply {}

  /** Idle with an empty queue. */
  record Waiting() implements Reply {}

  /** GRBL's {@code ALARM:n}. */
  record Alarm(int code) implements Reply {}

  /** GRBL's {@code error:n}: the line was read and not done. */
  record Rejected(int code) implements Reply {}

  /** GRBL's {@code <...>}. */
  record Status(StatusReport report) implements Reply {}

  /** Temperatures without an ok: an automatic report, or a wait for heat. */
  record Temperatures(String text) implements Reply {}

  /** {@code Cap:NAME:1}. */
  record Capability(String name, boolean present) implements Reply {}

  /** How the firmware names itself. */
  record Named(String text) implements Reply {}

  /** GRBL's {@code [OPT:flags,blocks,bytes]}. */
  record Buffers(int blocks, int bytes) implements Reply {}

  /** grblHAL's {@code [NEWOPT:...]}: what has been built into it. */
  record Options(List<String> names) implements Reply {
    public Options {
      names = List.copyOf(names);
    }
  }

  /** grblHAL's own words for a number: {@code [ALARMCODE:n||text]}, {@code [ERRORCODE:n||text]}. */
  record Meaning(boolean alarm, int code, String text) implements Reply {}

  /** GRBL's {@code $n=value}. */
  record Setting(int number, String value) implements Reply {}

  /** GRBL's {@code [G54:x,y,z]} and its like: where something is counted from. */
  record Offset(String name, String value) implements Reply {}

  /** GRBL's {@code [GC:...]}, which only {@code $G} has. */
  record ModalState(String text) implements Reply {}

  /** {@code //action:name}. */
  record HostAction(String name) implements Reply {}

  /** RepRapFirmware's word for what it is at: idle, processing, paused, halted. */
  record At(String status) implements Reply {}

  /** The firmware prints from its own card. */
  record CardPrinting(String text) implements Reply {}

  /** It does not, or no longer. */
  record CardAtRest(String text) implements Reply {}

  /** Anything else. */
  record Text(String text) implements Reply {}
}
