package org.vicinal.agent.upload;

import java.nio.file.Path;
import org.vicinal.messages.id.Digest;

/**
 * A program that a slicer has sent.
 *
 * @param name for people; fit to be a file's name
 * @param file where its bytes are now
 */
public record Sent(String name, Path file, Digest digest, long bytes) {}
