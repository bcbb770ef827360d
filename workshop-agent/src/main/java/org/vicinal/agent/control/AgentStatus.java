package org.vicinal.agent.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent is, as the command line and the page show it.
 *
 * @param unsent reports that the broker does not have yet
 * @param tenders calls being prepared
 * @param queue lots that are not finished, the one that was promised first at the front
 * @param notices what the coordinator has told about lots, the latest last
 * @param shelf lots of which pieces are made and still here, or not paid
 */
public record AgentStatus(
    String workshop,
    Connection connection,
    int unsent,
    int tenders,
    List<MachineLine> machines,
    List<LotLine> queue,
    List<ShelfLine> shelf,
    List<NoticeLine> notices) {

  /** The way to the coordinator. */
  public record Connection(boolean connected, String words) {}

  /**
   * A machine.
   *
   * @param mill whether it cuts
   * @param condition as {@link org.vicinal.agent.machine.Condition} names it
   * @param why what led there
   * @param firmware as it named itself; empty before it did
   * @param reading temperatures or position; empty before the first report
   * @param learned how long it really takes, in words; empty while too little is known
   */
  public record MachineLine(
      String name,
      boolean mill,
      String condition,
      String why,
      String port,
      String firmware,
      String reading,
      @Nullable RunLine run,
      String learned) {}

  /** A run. {@code line} of {@code lines} is the last that the machine took. */
  public record RunLine(String run, String lot, int piece, long line, long lines) {}

  /**
   * A lot.
   *
   * @param stage awarded, accepted or withdrawn
   * @param waitsFor what it waits for; empty when it is for nothing
   */
  public record LotLine(
      String lot,
      String title,
      String machine,
      int pieces,
      int made,
      String stage,
      String waitsFor,
      Instant readyBy) {}

  /** Made pieces: {@code stage} is made, checked, ready or handed over. */
  public record ShelfLine(String lot, String title, int pieces, String stage, boolean paid) {}

  /** What the coordinator has told about a lot. */
  public record NoticeLine(Instant at, String lot, String words) {}

  public AgentStatus {
    machines = List.copyOf(machines);
    queue = List.copyOf(queue);
    shelf = List.copyOf(shelf);
    notices = List.copyOf(notices);
  }
}
