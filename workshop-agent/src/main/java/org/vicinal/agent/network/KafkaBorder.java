package org.vicinal.agent.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.net.Report;

/** The coordinator behind its Kafka broker: one thread listens, one tells. */
public final class KafkaBorder implements Border {
  private final Enrolment enrolment;
  private final Teller teller;
  private volatile @Nullable Listener listener;

  public KafkaBorder(Enrolment enrolment) {
    this.enrolment = enrolment;
    this.teller = new Teller(enrolment);
  }

  @Override
  public void open(Map<String, Long> positions, Inbox inbox) {
    var started = new Listener(enrolment, positions, inbox);
    listener = started;
    started.start();
    teller.start(inbox);
  }

  @Override
  public void tell(Report report) {
    teller.tell(report);
  }

  @Override
  public void signal(Report report) {
    teller.signal(report);
  }

  @Override
  public Connection connection() {
    var started = listener;
    return started == null ? new Connection(false, "not started") : started.connection();
  }

  @Override
  public void close() {
    var started = listener;
    if (started != null) {
      started.close();
    }
    teller.close();
  }
}
