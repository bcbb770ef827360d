package org.vicinal.agent.simulation.marlin;

import org.vicinal.agent.simulation.board.Switch;
import org.vicinal.agent.simulation.board.Switches;

/**
 * In what builds of Marlin differ, and in what RepRapFirmware differs from all of them. Numbers are
 * bytes, blocks, degrees Celsius and milliseconds.
 */
public record MarlinSwitches(
    @Switch("an ok follows a Resend") boolean okAfterResend,
    @Switch("a line with the last number or the one before vanishes without an answer")
        boolean dropsKnownLines,
    @Switch("ok names number, free planner blocks and free slots: ok N7 P15 B3") boolean advancedOk,
    @Switch("says echo:busy while a command lasts") boolean busy,
    @Switch("M108, M112, M410 and M876 act as they arrive") boolean emergencyParser,
    @Switch("tells the host what happens: //action:paused") boolean hostActions,
    @Switch("reports temperatures by itself after M155") boolean autoReport,
    @Switch("stops when a heater does not do what it should") boolean thermalProtection,
    @Switch("also removes (comments in parentheses)") boolean parenComments,
    @Switch("a semicolon inside \"quotes\" is text") boolean quotedStrings,
    @Switch("RepRapFirmware: no numbering, a damaged line vanishes, no Resend") boolean reprap,
    @Switch("characters kept of a line, number and checksum included") int lineBytes,
    @Switch("what the receiver keeps while the queue is full; more is lost") int receiveBytes,
    @Switch("commands that are read ahead") int queue,
    @Switch("moves that are planned ahead") int blocks,
    @Switch("from reset to start") int bootMillis,
    @Switch("the highest target of the hotend") int maxHotend,
    @Switch("the highest target of the bed") int maxBed,
    @Switch("the hotend's heater breaks at this temperature; 0 never") int heaterDiesAt,
    @Switch("the hotend's sensor breaks off at this temperature; 0 never") int sensorOpensAt) {

  /** A 2.1 build for an 8-bit board with its bootloader. */
  public static final MarlinSwitches USUAL =
      new MarlinSwitches(
          true, true, false, true, true, true, true, true, false, false, false, 95, 128, 4, 16, 600,
          275, 120, 0, 0);

  /** An older build: every surprise is answered with a Resend, and nothing is said while busy. */
  public static final MarlinSwitches OLD =
      USUAL
          .with("dropsKnownLines", "false")
          .with("busy", "false")
          .with("emergencyParser", "false")
          .with("hostActions", "false");

  /** RepRapFirmware 3.5 on USB, in its Marlin mode. */
  public static final MarlinSwitches REPRAP =
      USUAL
          .with("reprap", "true")
          .with("busy", "false")
          .with("emergencyParser", "false")
          .with("quotedStrings", "true")
          .with("hostActions", "false")
          .with("lineBytes", "255")
          .with("receiveBytes", "256")
          .with("blocks", "40")
          .with("bootMillis", "0");

  /** The same with one switch set; {@link Switches#with}. */
  public MarlinSwitches with(String name, String value) {
    return Switches.with(this, name, value);
  }

  /** With numbered answers. */
  public MarlinSwitches withAdvancedOk() {
    return with("advancedOk", "true");
  }

  /** As builds that forget the ok after a Resend. */
  public MarlinSwitches withoutOkAfterResend() {
    return with("okAfterResend", "false");
  }
}
