package org.vicinal.coordinator.engine;

import java.util.concurrent.CompletionStage;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Submitted;

/** Where wishes go in. Safe for any number of threads. */
public interface Commands {
  /**
   * Puts {@code command} into the log and waits for what becomes of it.
   *
   * <p>Once the log has it, it will be decided, whatever happens to this process; the same command
   * id again gets the same answer while it is among the entity's last ones.
   *
   * @return the answer; or a {@link java.util.concurrent.TimeoutException} when none came in time
   *     (the command may still be decided), or another exception when the log did not take it
   */
  CompletionStage<Answer> ask(Submitted<?> command);
}
