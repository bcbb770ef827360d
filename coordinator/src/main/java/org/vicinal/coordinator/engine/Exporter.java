package org.vicinal.coordinator.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.log.TopicRange;

/**
 * Writes the events that are committed when it begins, then files and keys: whatever an exported
 * event names has been there before it.
 */
record Exporter(Cluster cluster, Path data, Generation generation) {
  Backup.Summary to(Path path) throws IOException {
    var folder = new BackupFolder(path);
    folder.begin();
    long events = writeEvents(folder);
    long files = folder.take(data);
    folder.finish(generation.getAsLong(), events, files);
    return new Backup.Summary(path, events, files, generation.getAsLong());
  }

  private long writeEvents(BackupFolder folder) throws IOException {
    var writers = new ArrayList<BufferedWriter>();
    try {
      for (int partition = 0; partition < TopicPlan.PARTITIONS; partition++) {
        writers.add(folder.writer(partition));
      }
      long[] count = {0};
      TopicRange.read(
          cluster,
          TopicRange.all(TopicPlan.EVENTS, TopicPlan.PARTITIONS),
          record -> {
            writeLine(writers.get(record.partition()), record.value());
            count[0]++;
          });
      return count[0];
    } catch (UncheckedIOException e) {
      throw new IOException("The export cannot be written: " + e.getMessage(), e);
    } finally {
      for (var writer : writers) {
        writer.close();
      }
    }
  }

  private static void writeLine(BufferedWriter writer, byte[] json) {
    try {
      writer.write(new String(json, StandardCharsets.UTF_8));
      writer.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
