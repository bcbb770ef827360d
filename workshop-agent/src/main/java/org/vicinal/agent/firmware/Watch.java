package org.vicinal.agent.firmware;

/**
 * How long the firmware has owed an answer.
 *
 * @param stallAt when the silence becomes a stall
 * @param probes how many questions have already been asked into this silence
 * @param owedSince since when no line has been acknowledged
 * @param heardAt when anything at all was last heard
 * @param busySeen whether the firmware reports that it is busy, so that silence is short
 */
record Watch(long stallAt, int probes, long owedSince, long heardAt, boolean busySeen) {

  /** A firmware that is alive says so every two seconds; this is twice that and one. */
  static final long STALL = 5_000_000_000L;

  /** More questions than this would fill the firmware's queue of four lines. */
  static final int PROBES = 3;

  /** Without busy reports a homing or a long move is as silent as a dead board. */
  static final long PATIENCE = 900_000_000_000L;

  static final Watch BEGIN = new Watch(Sender.NEVER, 0, 0, 0, false);

  Watch sent(long now, boolean first) {
    return first ? new Watch(now + STALL, 0, now, heardAt, busySeen) : this;
  }

  Watch heard(long now) {
    return new Watch(stallAt, probes, owedSince, now, busySeen);
  }

  Watch busy(long now) {
    return new Watch(now + STALL, 0, now, now, true);
  }

  Watch acknowledged(long now) {
    return new Watch(now + STALL, 0, now, now, busySeen);
  }

  Watch probed(long now) {
    return new Watch(now + STALL, probes + 1, owedSince, heardAt, busySeen);
  }

  Watch soon(long now, long delay) {
    return new Watch(Math.min(stallAt, now + delay), probes, owedSince, heardAt, busySeen);
  }

  /** Whether the silence has lasted longer than any command of this firmware could. */
  boolean hopeless(long now) {
    boolean asked = probes >= PROBES;
    boolean silent = now - heardAt > 4 * STALL;
    return asked && ((busySeen && silent) || now - owedSince > PATIENCE);
  }
}
