/**
 * The serial ports of this computer: what hangs on each, under which name it is found again after
 * it was plugged in elsewhere, and who holds it.
 *
 * <p>Start at {@link org.vicinal.agent.port.PortFinder}. It reads {@code /sys}, {@code /dev} and
 * {@code /proc} as files and opens no port: opening resets most boards.
 */
@NullMarked
package org.vicinal.agent.port;

import org.jspecify.annotations.NullMarked;
