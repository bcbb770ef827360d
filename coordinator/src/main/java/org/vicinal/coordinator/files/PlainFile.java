package org.vicinal.coordinator.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A published file: on disk as it is. */
record PlainFile(Path path, long bytes) implements StoredFile {
  @Override
  public InputStream open(long from) throws IOException {
    var channel = FileChannel.open(path, StandardOpenOption.READ);
    channel.position(from);
    return Channels.newInputStream(channel);
  }
}
