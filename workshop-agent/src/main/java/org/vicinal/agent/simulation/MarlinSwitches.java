package org.vicinal.agent.simulation;

/**
 * In what builds of Marlin differ.
 *
 * @param okAfterResend whether {@code ok} follows a {@code Resend}
 * @param dropsKnownLines whether a line with the last number or the one before it vanishes without
 *     an answer, as in newer builds, or leads to a Resend
 * @param advancedOk whether {@code ok} names number, planner and queue
 * @param busy whether it says that it is busy, every two seconds
 * @param emergencyParser whether M108, M112 and M410 act as they arrive
 * @param receiveBytes what the receiver keeps while the queue is full; more is lost silently
 * @param bootNanos from reset to {@code start}
 * @param maxHotend the highest target of the hotend in degrees Celsius
 * @param maxBed the highest target of the bed in degrees Celsius
 */
public record MarlinSwitches(
    boolean okAfterResend,
    boolean dropsKnownLines,
    boolean advancedOk,
    boolean busy,
    boolean emergencyParser,
    int receiveBytes,
    long bootNanos,
    int maxHotend,
    int maxBed) {

  /** A 2.1 build for an 8-bit board with its bootloader. */
  public static final MarlinSwitches USUAL =
      new MarlinSwitches(true, true, false, true, true, 128, 600_000_000L, 275, 120);

  /** An older build: every surprise is answered with a Resend, and nothing is said while busy. */
  public static final MarlinSwitches OLD =
      new MarlinSwitches(true, false, false, false, false, 128, 600_000_000L, 275, 120);

  /** With numbered answers. */
  public MarlinSwitches withAdvancedOk() {
    return new MarlinSwitches(
        okAfterResend,
        dropsKnownLines,
        true,
        busy,
        emergencyParser,
        receiveBytes,
        bootNanos,
        maxHotend,
        maxBed);
  }

  /** As builds that forget the ok after a Resend. */
  public MarlinSwitches withoutOkAfterResend() {
    return new MarlinSwitches(
        false,
        dropsKnownLines,
        advancedOk,
        busy,
        emergencyParser,
        receiveBytes,
        bootNanos,
        maxHotend,
        maxBed);
  }
}
