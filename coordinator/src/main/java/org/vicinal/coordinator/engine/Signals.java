package org.vicinal.coordinator.engine;

import java.util.function.Consumer;
import org.vicinal.coordinator.border.Signal;

/** What workshops let us see while they work; live only, and nothing is decided by it. */
public interface Signals {
  /**
   * Tells {@code watcher} each signal from now on; it is called by one thread and must not wait.
   */
  void follow(Consumer<Signal> watcher);
}
