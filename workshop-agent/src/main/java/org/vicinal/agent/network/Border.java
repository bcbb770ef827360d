package org.vicinal.agent.network;

import java.time.Instant;
import java.util.Map;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;

/** The coordinator as the workshop's loop sees it. Every method may be called from any thread. */
public interface Border extends AutoCloseable {

  /**
   * Begins to listen.
   *
   * @param positions per partition, the next record to hear; a partition that is not named is heard
   *     from its beginning
   */
  void open(Map<String, Long> positions, Inbox inbox);

  /** Sends this report after all earlier ones, again and again until the broker has it. */
  void tell(Report report);

  /** Sends this if it can go now. */
  void signal(Report report);

  /** Whether the broker is there, in words for a person where it is not. */
  Connection connection();

  /** Hears nothing more; what has not been acknowledged stays in the outbox. */
  @Override
  void close();

  /** How the way to the broker is. */
  record Connection(boolean connected, String words) {}

  /** Where what was heard goes. May wait when the workshop is behind. */
  interface Inbox {
    void call(String partition, long offset, Call call);

    void instruction(String partition, long offset, Instruction instruction);

    /** The broker appended the report with this number at this time of its own clock. */
    void delivered(long sequence, Instant appendedAt);
  }
}
