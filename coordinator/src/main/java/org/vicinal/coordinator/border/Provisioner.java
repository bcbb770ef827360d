package org.vicinal.coordinator.border;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.coordinator.workshop.WorkshopEvent;

/**
 * Follows the events of workshops and makes true at the broker what was decided, then says so:
 * {@code ConfirmProvisioned}, {@code ConfirmRemoved}. After a crash it does the last steps again.
 */
final class Provisioner implements GroupLoop.Work, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);
  private final Provisioning provisioning;
  private final Runnable changed;
  private final Sending sending;

  /**
   * A provisioner.
   *
   * @param changed called when there may be a new reports topic
   */
  Provisioner(Cluster cluster, Provisioning provisioning, Runnable changed) {
    this.provisioning = provisioning;
    this.changed = changed;
    this.sending = new Sending(cluster.producer("provisioner"));
  }

  @Override
  public void on(ConsumerRecord<byte[], byte[]> record) {
    if (!LogRecords.isRestored(record.headers())) {
      LogRecords.findEvent(record.key(), record.value()).ifPresent(this::follow);
    }
  }

  private void follow(Occurred<?> event) {
    if (event.event() instanceof WorkshopEvent workshop) {
      switch (workshop) {
        case WorkshopEvent.WorkshopEnrolled it -> {
          provisioning.provide(it.workshop());
          changed.run();
          say(event, new WorkshopCommand.ConfirmProvisioned(it.workshop()));
          LOG.info("Workshop {} has its topics, rights and credential", it.workshop());
        }
        case WorkshopEvent.WorkshopLeaving it -> {
          provisioning.remove(it.workshop());
          say(event, new WorkshopCommand.ConfirmRemoved(it.workshop()));
          LOG.info("Workshop {} has no credential and no rights any more", it.workshop());
        }
        case WorkshopEvent.RemovalDue it -> {
          provisioning.remove(it.workshop());
          say(event, new WorkshopCommand.ConfirmRemoved(it.workshop()));
        }
        case WorkshopEvent.WorkshopProvisioned _,
            WorkshopEvent.MachinesDescribed _,
            WorkshopEvent.WorkshopRevised _,
            WorkshopEvent.WorkshopRemoved _ -> {}
      }
    }
  }

  private void say(Occurred<?> because, WorkshopCommand command) {
    var id = because.id() + "/done";
    sending.send(LogRecords.command(new Submitted<>(id, new Asker.Coordinator(), command)));
  }

  @Override
  public boolean finish() {
    return sending.finish();
  }

  @Override
  public void close() {
    sending.close();
  }
}
