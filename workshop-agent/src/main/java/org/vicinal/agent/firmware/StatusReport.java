package org.vicinal.agent.firmware;

import java.util.Map;

/**
 * GRBL's answer to {@code ?}: {@code <Run|MPos:1.000,2.000,0.000|FS:500,0>}.
 *
 * @param state the word before the colon: Idle, Run, Hold, Jog, Alarm, Door, Check, Home, Sleep
 * @param detail the number after it, -1 for none: {@code Hold:0} stands, {@code Hold:1} still moves
 * @param fields the rest by name; unknown ones are kept
 */
public record StatusReport(String state, int detail, Map<String, String> fields) {

  public StatusReport {
    fields = Map.copyOf(fields);
  }

  /** Stands still with nothing to do. */
  public boolean idle() {
    return state.equals("Idle");
  }

  /** Stands still, so that a reset loses no position: idle, held to a stop, or checking. */
  public boolean still() {
    return idle()
        || state.equals("Check")
        || state.equals("Alarm")
        || state.equals("Sleep")
        || state.equals("Tool")
        || (state.equals("Hold") && detail == 0)
        || (state.equals("Door") && detail < 2);
  }

  /** Moves that the planner has room for ({@code Bf:}); -1 where it is not reported. */
  public int freeBlocks() {
    String told = fields.getOrDefault("Bf", "");
    int comma = told.indexOf(',');
    boolean number = comma > 0 && comma < 5 && told.substring(0, comma).matches("[0-9]+");
    return number ? Integer.parseInt(told, 0, comma, 10) : -1;
  }

  /** Position as reported, machine's or work's, for people. */
  public String position() {
    String machine = fields.get("MPos");
    return machine != null ? "MPos " + machine : "WPos " + fields.getOrDefault("WPos", "?");
  }
}
