/**
 * Bytes to and from a machine's port.
 *
 * <p>Start with {@link org.vicinal.agent.serial.SerialLine}, the small interface that the machine
 * talks through. {@link org.vicinal.agent.serial.JsscLine} is the only class that knows jSSC,
 * {@link org.vicinal.agent.serial.TcpLine} speaks to controllers on a network. Nobody here knows
 * what the bytes mean.
 */
@NullMarked
package org.vicinal.agent.serial;

import org.jspecify.annotations.NullMarked;
