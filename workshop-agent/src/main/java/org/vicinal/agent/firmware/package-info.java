/**
 * What machines' firmwares say and expect: pure values and functions, no port, no clock, no thread.
 *
 * <p>Start with {@link org.vicinal.agent.firmware.Firmware}, the few values in which firmwares
 * differ. {@link org.vicinal.agent.firmware.Reply} is everything a firmware may say; {@link
 * org.vicinal.agent.firmware.Sender} is the book of the lines that still wait for an answer, once
 * with numbers and checksums (Marlin), once with checksums only (RepRapFirmware) and once by
 * counting bytes (GRBL). What the lines are for, and when to send them, is known one package
 * further, by the machine.
 */
@NullMarked
package org.vicinal.agent.firmware;

import org.jspecify.annotations.NullMarked;
