package org.vicinal.agent.machine;

/**
 * A line of a program as it goes out.
 *
 * @param number of the line in the program's file, from 1
 * @param text without number, checksum, comment and end
 */
public record ProgramLine(long number, String text) {}
