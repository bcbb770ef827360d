package org.vicinal.coordinator.engine;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.vicinal.coordinator.border.Border;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.Flushes;

/** Looks at the parts of a running engine. */
final class EngineVitals implements Vitals {
  private static final int PATIENCE_MILLIS = 2_000;
  private final Cluster cluster;
  private final Admin admin;
  private final DecidingStreams deciders;
  private final Border border;
  private final Strays strays;

  EngineVitals(
      Cluster cluster, Admin admin, DecidingStreams deciders, Border border, Strays strays) {
    this.cluster = cluster;
    this.admin = admin;
    this.deciders = deciders;
    this.border = border;
    this.strays = strays;
  }

  @Override
  public Check broker() {
    try {
      int nodes =
          admin
              .describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
              .nodes()
              .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
              .size();
      return Check.well(nodes == 1 ? "1 broker answers" : nodes + " brokers answer");
    } catch (ExecutionException | TimeoutException e) {
      return Check.ill(
          "Expected an answer of %s within %d s, but none came. %s"
              .formatted(
                  cluster,
                  PATIENCE_MILLIS / 1_000,
                  cluster.alone()
                      ? "Look at the disk and at the log; a new start brings the broker back."
                      : "Start the brokers, or mend the network to them; what waits goes on by"
                          + " itself."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Check.ill("Interrupted while asking the broker.");
    }
  }

  @Override
  public Check deciders() {
    return deciders.check();
  }

  @Override
  public Check border() {
    return border
        .findTrouble()
        .map(Check::ill)
        .orElseGet(
            () ->
                border.hasCaughtUp()
                    ? Check.well("workshops are heard and told")
                    : Check.well("still reads what workshops said while it was away"));
  }

  @Override
  public List<Figure> figures() {
    var flushes = new Flushes();
    return List.of(
        new Figure(
            "commit.latency.milliseconds",
            "Mean time of a commit of the deciders' transactions",
            () -> deciders.worst("commit-latency-avg")),
        new Figure(
            "deciders.behind.records",
            "Commands appended and not yet read by the deciders here",
            () -> deciders.worst("records-lag-max")),
        new Figure(
            "deciders.processed.per.second",
            "Commands decided here in a second",
            () -> deciders.worst("process-rate")),
        new Figure(
            "border.behind.records",
            "Reports appended and not yet copied by the bridge here",
            border::behind),
        new Figure(
            "strays.records",
            "Records put aside since the start because they are not ours or no rule could bear"
                + " them",
            () -> strays.count() + border.strays()),
        new Figure(
            "flushes.count",
            "Flushes of the broker in this process since its start; NaN for a broker elsewhere",
            flushes::count),
        new Figure(
            "flush.p99.milliseconds",
            "How long those flushes took, the 99th of 100; NaN for a broker elsewhere",
            flushes::p99Millis));
  }
}
