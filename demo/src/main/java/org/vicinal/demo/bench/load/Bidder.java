package org.vicinal.demo.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vicinal.agent.network.Border;
import org.vicinal.agent.network.KafkaBorder;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Size;

/**
 * A workshop that bids for everything and accepts every award, over the agent's own border: its own
 * credential, consumer and producer.
 */
final class Bidder implements Border.Inbox, AutoCloseable {
  private static final MachineId PRINTER = new MachineId("printer");
  private final Enrolment enrolment;
  private final Map<JobId, Journey> journeys;
  private final KafkaBorder border;
  private final long epoch = System.currentTimeMillis();
  private final Map<Long, JobId> acceptances = new ConcurrentHashMap<>();
  private long sequence; // guarded by this

  Bidder(Enrolment enrolment, Map<JobId, Journey> journeys) {
    this.enrolment = enrolment;
    this.journeys = journeys;
    this.border = new KafkaBorder(enrolment);
  }

  /** Connects and says what it has. */
  void open() {
    border.open(Map.of(), this);
    var printer =
        new MachineProfile(
            PRINTER,
            Making.FFF,
            Controller.MARLIN,
            new Size(220, 220, 250),
            Set.of("PLA"),
            280,
            110,
            0);
    tell(new Seen.Presence("bench", List.of(printer)));
  }

  @Override
  public void call(String partition, long offset, Call call) {
    if (!call.called().contains(enrolment.workshop())) {
      return;
    }
    var journey = journeys.get(call.job());
    if (journey != null) {
      journey.called();
    }
    var price = new Price("EUR", List.of(new Price.Line("machine and material", 400)));
    var ready = Instant.now().plus(Duration.ofHours(1));
    tell(new Seen.Bid(call.job(), call.round(), PRINTER, call.pieces(), 900, ready, price));
  }

  @Override
  public void instruction(String partition, long offset, Instruction instruction) {
    if (instruction instanceof Instruction.Award award) {
      var journey = journeys.get(award.job());
      if (journey != null) {
        journey.awarded();
      }
      accept(award);
    }
  }

  @Override
  public void delivered(long number, Instant appendedAt) {
    var job = acceptances.remove(number);
    var journey = job == null ? null : journeys.remove(job);
    if (journey != null) {
      journey.accepted.complete(System.nanoTime());
    }
  }

  private synchronized void accept(Instruction.Award award) {
    acceptances.put(sequence + 1, award.job());
    tell(new Seen.Acceptance(award.lot()));
  }

  private synchronized void tell(Seen seen) {
    sequence++;
    border.tell(new Report(enrolment.workshop(), epoch, sequence, Instant.now(), seen));
  }

  @Override
  public void close() {
    border.close();
  }
}
