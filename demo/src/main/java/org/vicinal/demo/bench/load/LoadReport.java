package org.vicinal.demo.bench.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.bench.Usage;
import org.vicinal.demo.town.Town;

/** What a run came to. */
final class LoadReport {
  private final Town town;
  private final Admin admin;
  private final LogSize before;
  private final double flushesBefore;
  private final Usage.Spent spentBefore;
  private final long begun;

  LoadReport(Town town, Admin admin) throws IOException, InterruptedException {
    this.town = town;
    this.admin = admin;
    this.before = LogSize.of(admin);
    this.flushesBefore = flushes();
    this.spentBefore = Usage.spent(town.child("coordinator"));
    this.begun = System.nanoTime();
  }

  void end(List<Journey.Times> done, long lost, String limits)
      throws IOException, InterruptedException {
    double seconds = (System.nanoTime() - begun) / 1e9;
    var spent = Usage.spent(town.child("coordinator"));
    long orders = Math.max(1, done.size());
    System.out.printf("limits: %s; coordinator, broker and load on the same machine%n", limits);
    System.out.printf(
        "%-38s %.0f orders/s (%d in %.1f s, %d lost); wanted 500%n",
        "placed to accepted", done.size() / seconds, done.size(), seconds, lost);
    times("  placed to answered", done, Journey.Times::answered);
    times("  placed to called, all five", done, Journey.Times::called);
    times("  placed to awarded", done, Journey.Times::awarded);
    times("  placed to accepted", done, Journey.Times::accepted);
    System.out.printf("%-38s %s%n", "records", LogSize.of(admin).since(before, orders));
    System.out.printf(
        "%-38s %.2f an order%n", "flushes to the disk", (flushes() - flushesBefore) / orders);
    System.out.printf(
        "%-38s %.2f ms of processor an order, %d MB%n",
        "coordinator with its broker",
        1000 * (spent.seconds() - spentBefore.seconds()) / orders,
        spent.residentBytes() / 1_000_000);
  }

  private double flushes() throws IOException, InterruptedException {
    return town.coordinatorFor(Role.STEWARD, "bench")
        .text("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith("vicinal_flushes_count"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static void times(
      String what, List<Journey.Times> done, ToDoubleFunction<Journey.Times> step) {
    double[] sorted = done.stream().mapToDouble(step).toArray();
    if (sorted.length == 0) {
      return;
    }
    Arrays.sort(sorted);
    System.out.printf(
        "%-38s p50 %7.1f ms   p99 %7.1f ms   worst %7.1f ms%n",
        what,
        sorted[sorted.length / 2],
        sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)],
        sorted[sorted.length - 1]);
  }
}
