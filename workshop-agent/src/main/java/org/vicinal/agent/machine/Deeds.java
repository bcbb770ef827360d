package org.vicinal.agent.machine;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.serial.SerialLine.Heard;

/**
 * Does what a machine's turns want done. Belongs to the machine's thread, except {@link #line},
 * through which a stop goes past everything.
 */
final class Deeds {
  private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);

  private final MachineSettings settings;
  private final RunLog log;
  private final MachineListener listener;
  private final Function<MachineSettings, SerialLine> lines;
  private final Mailbox mailbox;
  private final Questions questions;
  private final Map<String, ProgramReader> readers = new HashMap<>();
  private final Queue<Input> found = new ArrayDeque<>();
  private volatile @Nullable SerialLine line;

  Deeds(
      MachineSettings settings,
      RunLog log,
      MachineListener listener,
      Function<MachineSettings, SerialLine> lines,
      Mailbox mailbox,
      Questions questions) {
    this.settings = settings;
    this.log = log;
    this.listener = listener;
    this.lines = lines;
    this.mailbox = mailbox;
    this.questions = questions;
  }

  /** The open line; any thread. */
  @Nullable SerialLine line() {
    return line;
  }

  /** What a deed has led to at once. */
  @Nullable Input findResult() {
    return found.poll();
  }

  void perform(Effect effect) {
    SerialLine open = line;
    switch (effect) {
      case Effect.OpenPort wanted -> open();
      case Effect.ClosePort wanted -> closeLine();
      case Effect.Write write when open != null -> open.write(write.bytes());
      case Effect.WriteUrgent write when open != null -> open.writeUrgent(write.bytes());
      case Effect.Write write -> {
        // the port has gone in this very turn
      }
      case Effect.WriteUrgent write -> {
        // the port has gone in this very turn
      }
      case Effect.Journal journal -> journal(journal.start());
      case Effect.Sent sent -> log.sent(sent.runId(), sent.line());
      case Effect.Acknowledged taken ->
          log.acknowledged(taken.runId(), taken.line(), taken.offset());
      case Effect.Ended ended -> ended(ended);
      case Effect.Read read -> read(read.request());
      case Effect.Measure measure ->
          ProgramMeter.measure(measure.request(), settings.firmware(), mailbox::putFirst);
      case Effect.Tell tell -> tell(tell.event());
      case Effect.Reply reply -> questions.answer(reply.ask(), reply.answer());
    }
  }

  private void open() {
    closeLine();
    SerialLine next = lines.apply(settings);
    if (next.open() instanceof Heard.Lost lost) {
      next.close();
      found.add(new Input.PortLost(System.nanoTime(), lost.why()));
    } else {
      line = next;
      found.add(new Input.PortOpened(System.nanoTime()));
    }
  }

  void closeLine() {
    SerialLine open = line;
    line = null;
    if (open != null) {
      open.close();
    }
  }

  /** The journal may take as long as its disk does; the machine's thread hears when it has it. */
  private void journal(RunStart start) {
    log.starting(start)
        .whenComplete(
            (refusal, failure) -> {
              Optional<String> why =
                  failure == null ? refusal : Optional.of(String.valueOf(failure.getMessage()));
              long now = System.nanoTime();
              mailbox.putFirst(
                  why.<Input>map(told -> new Input.NotJournalled(now, start.runId(), told))
                      .orElseGet(() -> new Input.Journalled(now, start.runId())));
            });
  }

  private void ended(Effect.Ended ended) {
    close(ended.runId());
    close(ended.runId() + RunRequest.CHECK);
    log.ended(ended.runId(), ended.end());
  }

  private void close(String id) {
    ProgramReader reader = readers.remove(id);
    if (reader != null) {
      reader.close();
    }
  }

  private void read(RunRequest request) {
    readers
        .computeIfAbsent(
            request.runId(),
            id -> new ProgramReader(request, settings.firmware(), mailbox::putFirst))
        .readOn();
  }

  private void tell(MachineEvent event) {
    if (event instanceof MachineEvent.StateChanged changed) {
      LOG.info("{} is {}: {}", changed.machine(), changed.to(), changed.why());
    }
    listener.on(event);
  }

  void letGo() {
    closeLine();
    readers.values().forEach(ProgramReader::close);
    questions.refuseAll("The agent is ending.");
  }
}
