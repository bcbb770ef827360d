package org.vicinal.gcode;

/**
 * One line as it goes out, without its end.
 *
 * @param bytes printable bytes only; never empty
 * @param sourceLine the line of the program it came from, from 1
 * @param byteOffset how many bytes of the (unpacked) program stand before that line
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for a port; nobody compares them
public record WireLine(byte[] bytes, long sourceLine, long byteOffset) {}
