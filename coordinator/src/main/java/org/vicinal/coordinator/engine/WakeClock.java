package org.vicinal.coordinator.engine;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Rings once, when the first wake is due.
 *
 * <p>Not a regular punctuator: every punctuation makes Kafka Streams commit, and an idle
 * coordinator shall do nothing. Owned by the task's thread.
 */
final class WakeClock {
  private final ProcessorContext<?, ?> context;
  private final Runnable ring;
  private @Nullable Cancellable running;
  private long rings = StoredBytes.NEVER;

  WakeClock(ProcessorContext<?, ?> context, Runnable ring) {
    this.context = context;
    this.ring = ring;
  }

  /** Rings at {@code millis}, or at once when that is past; {@link StoredBytes#NEVER} stops it. */
  void ringAt(long millis) {
    if (millis == rings) {
      return;
    }
    stop();
    rings = millis;
    if (millis != StoredBytes.NEVER) {
      long in = Math.max(1, millis - context.currentSystemTimeMs());
      running =
          context.schedule(Duration.ofMillis(in), PunctuationType.WALL_CLOCK_TIME, _ -> rung());
    }
  }

  private void rung() {
    stop();
    ring.run();
  }

  private void stop() {
    if (running != null) {
      running.cancel();
      running = null;
    }
    rings = StoredBytes.NEVER;
  }
}
