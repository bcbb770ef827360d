package org.vicinal.agent.simulation.board;

import java.util.function.LongFunction;

/**
 * What a command waits for before it goes on.
 *
 * @param until for {@link On#TIME}
 * @param then what the command does next, given the time; may wait again
 */
public record Waiting(On on, long until, LongFunction<Waiting> then) {

  /** The things that commands wait for. */
  public enum On {
    NOTHING,
    TIME,
    ROOM,
    REST,
    HOTEND,
    BED,
    PERSON
  }

  /** The command is done. */
  public static final Waiting OVER = new Waiting(On.NOTHING, 0, now -> Waiting.OVER);

  /** Until this time. */
  public static Waiting until(long time) {
    return new Waiting(On.TIME, time, now -> OVER);
  }

  /** Until this is so. */
  public static Waiting forThe(On on) {
    return new Waiting(on, 0, now -> OVER);
  }

  /** Not at all, but the rest is done in the next step. */
  public static Waiting atOnce() {
    return new Waiting(On.TIME, 0, now -> OVER);
  }

  /** With something more to do after all that is to be done already. */
  public Waiting then(LongFunction<Waiting> next) {
    return new Waiting(
        on,
        until,
        now -> {
          Waiting own = then.apply(now);
          return own.on() == On.NOTHING ? next.apply(now) : own.then(next);
        });
  }
}
