package org.vicinal.coordinator.border;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/** The whole border at work: bridge, outgoing post and provisioner, a thread each. */
public final class Border implements Enrolments, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Border.class);
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final List<GroupLoop> loops = new ArrayList<>();
  private final Cluster cluster;
  private final CallCells cells = new CallCells();
  private final Provisioning provisioning;
  private final ReportTopics topics;
  private final Bridge bridge;
  private final GroupLoop bridging;
  private final BridgeProgress others;
  private final ExecutorService requests;

  /**
   * Starts.
   *
   * @param keys folder of the keys
   * @param signalEvery at most one signal per run in this time
   * @param notices for customers
   */
  public Border(
      Cluster cluster,
      Admin admin,
      TopicPlan plan,
      Path keys,
      Duration signalEvery,
      Notices notices) {
    this.cluster = cluster;
    requests = part(Executors.newVirtualThreadPerTaskExecutor());
    provisioning = new Provisioning(admin, plan, new Secrets(keys.resolve("workshops")));
    topics = part(new ReportTopics(plan));
    bridge = part(new Bridge(cluster, signalEvery));
    others = part(new BridgeProgress(admin, plan, !cluster.alone()));
    bridging = loop(GroupLoop.start(cluster, BridgeProgress.GROUP, topics, bridge));
    var post = part(new OutgoingPost(cluster, plan, cells, notices));
    loop(GroupLoop.start(cluster, "outgoing", Border::eventsAndAnswers, post));
    var provisioner = part(new Provisioner(cluster, provisioning, topics::renew));
    loop(GroupLoop.start(cluster, "provisioner", Border::events, provisioner));
  }

  private static Set<String> events() {
    return Set.of(TopicPlan.EVENTS);
  }

  private static Set<String> eventsAndAnswers() {
    return Set.of(TopicPlan.EVENTS, TopicPlan.ANSWERS);
  }

  private GroupLoop loop(GroupLoop loop) {
    loops.add(loop);
    return part(loop);
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  /** Whether everything that workshops said before our start has been copied, here or elsewhere. */
  public boolean hasCaughtUp() {
    return cluster.alone() ? bridging.hasCaughtUp() : others.reached();
  }

  /** Why a part of it does not get on; empty when all do. */
  public Optional<String> findTrouble() {
    return loops.stream().flatMap(loop -> loop.findTrouble().stream()).findFirst();
  }

  /** Reports appended and not yet copied here, of the worst topic; NaN while it is not known. */
  public double behind() {
    return bridging.behind();
  }

  /** How many records of workshops since the start were no reports. */
  public long strays() {
    return bridge.strays();
  }

  @Override
  public CompletionStage<Credential> secretOnce(WorkshopId workshop, Place place) {
    return CompletableFuture.supplyAsync(
        () -> {
          var secret = provisioning.provideAnew(workshop);
          topics.renew();
          return new Credential(
              cluster.forWorkshops(), workshop.value(), secret, cells.partitionsAround(place));
        },
        requests);
  }

  /** Lets {@code workshop} in with the secret that it has: after a restore. */
  public void readmit(WorkshopId workshop) {
    provisioning.provide(workshop);
    topics.renew();
  }

  @Override
  public void close() {
    loops.forEach(GroupLoop::end); // each waits half a second for its last fetch: all at once
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) { // what closing may throw; the others must be closed all the same
        LOG.warn("A part of the border did not stop well", e);
      }
    }
  }
}
