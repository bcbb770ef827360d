package org.vicinal.agent.simulation;

import java.util.function.LongFunction;

/**
 * What a command waits for before it goes on.
 *
 * @param until for {@link On#TIME}
 * @param then what the command does next, given the time; may wait again
 */
record Waiting(On on, long until, LongFunction<Waiting> then) {

  enum On {
    NOTHING,
    TIME,
    ROOM,
    REST,
    HOTEND,
    BED,
    PERSON
  }

  /** The command is done. */
  static final Waiting OVER = new Waiting(On.NOTHING, 0, now -> Waiting.OVER);

  static Waiting until(long time) {
    return new Waiting(On.TIME, time, now -> OVER);
  }

  static Waiting forThe(On on) {
    return new Waiting(on, 0, now -> OVER);
  }

  /** With something more to do after all that is to be done already. */
  Waiting then(LongFunction<Waiting> next) {
    return new Waiting(
        on,
        until,
        now -> {
          Waiting own = then.apply(now);
          return own.on() == On.NOTHING ? next.apply(now) : own.then(next);
        });
  }
}
