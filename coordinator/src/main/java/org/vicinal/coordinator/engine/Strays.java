package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what nobody could read or bear, and says why it is put aside. */
final class Strays {
  private static final Logger LOG = LoggerFactory.getLogger(Strays.class);
  private static final int LONGEST_REASON = 500;
  private final AtomicLong count = new AtomicLong();

  /** How many since the start. */
  long count() {
    return count.get();
  }

  /** The record for the strays topic. */
  Record<byte[], byte[]> aside(Record<byte[], byte[]> record, String from, String reason) {
    LOG.warn(
        "Put a record of {} aside, the {}. since the start: {}",
        from,
        count.incrementAndGet(),
        reason);
    Headers headers = new RecordHeaders(record.headers().toArray());
    headers.add("from", from.getBytes(UTF_8));
    headers.add(
        "reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)).getBytes(UTF_8));
    return record.withHeaders(headers);
  }
}
