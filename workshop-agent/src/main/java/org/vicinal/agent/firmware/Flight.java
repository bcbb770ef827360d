package org.vicinal.agent.firmware;

/**
 * A line that waits for its answer.
 *
 * @param number its number on the wire; GRBL's lines have none and carry 0
 * @param bytes how many bytes it took on the wire, with its end
 * @param sentAt when it went out
 */
record Flight(Command command, long number, int bytes, long sentAt) {}
