package org.vicinal.agent.machine;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where other threads leave what a machine's thread is to hear, in two lanes: what must not be
 * refused or wait (stops, and the answers that the machine itself has asked for) before what people
 * ask. Any thread puts, the machine's thread takes.
 */
final class Mailbox {
  private static final int ROOM = 256;

  /** Stops beyond this are already written; only their askers would wait. */
  private static final int MOST_FIRST = 256;

  private final Queue<Input> first = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingFirst = new AtomicInteger();
  private final Queue<Input> others = new ArrayBlockingQueue<>(ROOM);
  private final Thread owner;

  Mailbox(Thread owner) {
    this.owner = owner;
  }

  /** Before everything else; false only when more stops wait than anybody can have asked for. */
  boolean putFirst(Input input) {
    if (waitingFirst.incrementAndGet() > MOST_FIRST) {
      waitingFirst.decrementAndGet();
      return false;
    }
    first.add(input);
    LockSupport.unpark(owner);
    return true;
  }

  /** False when there is no room. */
  boolean put(Input input) {
    boolean taken = others.offer(input);
    LockSupport.unpark(owner);
    return taken;
  }

  @Nullable Input take() {
    Input input = first.poll();
    if (input != null) {
      waitingFirst.decrementAndGet();
      return input;
    }
    return others.poll();
  }
}
