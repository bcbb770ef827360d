package org.vicinal.demo.bench.load;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records the log has, markers of transactions included.
 *
 * @param records by kind of topic: what workshops are told and tell counts as one kind each
 */
record LogSize(Map<String, Long> records) {
  static LogSize of(Admin admin) throws IOException, InterruptedException {
    try {
      var names = admin.listTopics().names().get();
      var ends = new java.util.HashMap<TopicPartition, OffsetSpec>();
      for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(
                it ->
                    ends.put(
                        new TopicPartition(topic.name(), it.partition()), OffsetSpec.latest()));
      }
      var sums = new TreeMap<String, Long>();
      admin
          .listOffsets(ends)
          .all()
          .get()
          .forEach(
              (partition, end) -> sums.merge(kind(partition.topic()), end.offset(), Long::sum));
      return new LogSize(sums);
    } catch (ExecutionException e) {
      throw new IOException("The broker does not tell how long its log is: " + e.getCause(), e);
    }
  }

  private static String kind(String topic) {
    return topic.replaceFirst("^workshop\\..*\\.", "");
  }

  /** How many more than in {@code before}, for each of {@code orders}. */
  String since(LogSize before, long orders) {
    var words = new StringBuilder();
    double all = 0;
    for (var entry : records.entrySet()) {
      double each =
          (entry.getValue() - before.records.getOrDefault(entry.getKey(), 0L)) / (double) orders;
      all += each;
      if (each >= 0.1) {
        words.append(", %s %.1f".formatted(entry.getKey(), each));
      }
    }
    return "%.1f an order%s".formatted(all, words);
  }
}
