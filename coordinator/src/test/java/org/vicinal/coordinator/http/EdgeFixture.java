package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.caller.Guests;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.caller.Tokens;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.engine.Backup;
import org.vicinal.coordinator.engine.Vitals;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.files.Photos;
import org.vicinal.coordinator.notice.NoticeEvent;
import org.vicinal.coordinator.post.PostSettings;
import org.vicinal.coordinator.post.Postman;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.wiring.InMemoryCoordinator;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Size;

/** The whole edge over the deciders in memory: real HTTP, no Kafka. */
final class EdgeFixture implements AutoCloseable {
  static final Place TOWN = new Place(51.4545, -0.9781);
  static final String SECRET = "s".repeat(43);
  private final InMemoryCoordinator core = InMemoryCoordinator.empty();
  private final Map<String, AtomicInteger> sequences =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final HttpServer server;
  private int told;
  final Views views = new Views(CommunityRules.usual());
  final Tokens tokens;
  final FileStore files;
  private final Postman postman;
  final WebTestClient web;
  final Edge edge;

  EdgeFixture(Path data) {
    this(data, true, 0);
  }

  EdgeFixture(Path data, boolean board, long minFree) {
    this(data, board, minFree, PostSettings.NONE);
  }

  /** With notices that go out by {@code post}. */
  EdgeFixture(Path data, boolean board, long minFree, PostSettings post) {
    var vault = new Vault(data.resolve("keys"));
    tokens = new Tokens(vault.own("token"), Instant::now);
    files = new FileStore(data.resolve("files"), vault);
    var settings =
        new HttpSettings(
            "Reading",
            "127.0.0.1",
            0,
            null,
            data,
            minFree,
            1_000_000,
            100_000,
            board,
            false,
            Map.of("Town hall", TOWN));
    postman =
        new Postman(post, views, vault, java.net.URI.create("http://127.0.0.1"), Instant::now);
    Enrolments enrolments =
        (workshop, place) ->
            CompletableFuture.completedFuture(
                new Enrolments.Credential("127.0.0.1:9092", workshop.value(), "hush", List.of(3)));
    edge =
        new Edge(
            this::ask,
            enrolments,
            new NoBackup(),
            new Well(),
            views,
            files,
            new Photos(data.resolve("files").resolve("photos"), vault),
            vault,
            tokens,
            Instant::now,
            postman,
            settings);
    postman.start(this::ask);
    server = HttpServer.start(edge);
    views.caughtUp();
    web =
        WebTestClient.bindToServer()
            .baseUrl(server.address().toString())
            .responseTimeout(java.time.Duration.ofSeconds(30))
            .build();
  }

  /** An engine that is well. */
  private record Well() implements Vitals {
    @Override
    public Check broker() {
      return new Check(true, "1 broker answers");
    }

    @Override
    public Check deciders() {
      return new Check(true, "commands are decided");
    }

    @Override
    public Check border() {
      return new Check(true, "workshops are heard and told");
    }

    @Override
    public List<Figure> figures() {
      return List.of(new Figure("strays.records", "Put aside", () -> 3));
    }
  }

  /** As {@code name} with a token of {@code role}. */
  WebTestClient as(Role role, String name) {
    return bearer(tokens.make(role, name, 1));
  }

  /** As the guest of {@code order}. */
  WebTestClient guest(String order) {
    return bearer(Guests.token(new OrderId(order), SECRET));
  }

  WebTestClient bearer(String token) {
    return web.mutate().defaultHeader("Authorization", "Bearer " + token).build();
  }

  java.net.URI address() {
    return server.address();
  }

  /** Puts a file as {@code client}. */
  static String put(WebTestClient client, byte[] bytes) {
    var digest = Digest.of(bytes).value();
    client
        .put()
        .uri("/api/v1/files/" + digest)
        .header("Content-Type", "application/octet-stream")
        .bodyValue(bytes)
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
    return digest;
  }

  /** Lets a workshop in, with one printer. */
  void workshop(String id, Place place) {
    var workshop = new WorkshopId(id);
    submit(
        new Asker.Steward(tokens.person("sam")),
        new WorkshopCommand.EnrolWorkshop(workshop, "The shop in " + id, place));
    submit(new Asker.Coordinator(), new WorkshopCommand.ConfirmProvisioned(workshop));
    report(id, new Seen.Presence("0.1.0", List.of(printer())));
  }

  static MachineProfile printer() {
    return new MachineProfile(
        new MachineId("mk3"),
        Making.FFF,
        Controller.MARLIN,
        new Size(250, 210, 210),
        java.util.Set.of("PLA"),
        300,
        120,
        0);
  }

  /** The workshop says this, as from its topic. */
  synchronized void report(String workshop, Seen seen) {
    int sequence = sequences.computeIfAbsent(workshop, id -> new AtomicInteger()).incrementAndGet();
    var id = new WorkshopId(workshop);
    var answer = core.report(id, new Report(id, 1, sequence, Instant.now(), seen), Instant.now());
    tell();
    if (answer.isPresent() && answer.get().rejection() != null) {
      throw new AssertionError(answer.get().rejection().reason());
    }
  }

  /** Everything that stands in the log, as JSON. */
  synchronized String log() {
    return core.log().stream()
        .map(it -> new String(org.vicinal.coordinator.wiring.Nouns.write(it), UTF_8))
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  /** {@code customer} orders a hook for 4.00 EUR, and {@code workshop} has made it; the lot. */
  String makeAnOrder(WebTestClient customer, String order, String workshop) {
    placeOrder(customer, order, Bodied.order(put(customer, Bodied.PRINT)));
    var job = new JobId(order + "-1");
    var lot = new LotId(job, 0, 1);
    var price = new Price("EUR", List.of(new Price.Line("machine and material", 400)));
    var soon = Instant.now().plusSeconds(3_600);
    report(workshop, new Seen.Bid(job, 1, new MachineId("mk3"), 1, 900, soon, price));
    report(workshop, new Seen.Acceptance(lot));
    report(workshop, new Seen.LotMade(lot, 1));
    return lot.toString();
  }

  /** Places an order, and it is taken. */
  void placeOrder(WebTestClient customer, String order, Map<String, Object> body) {
    customer
        .put()
        .uri("/api/v1/orders/" + order)
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isCreated();
  }

  private void submit(Asker by, org.vicinal.coordinator.decide.Command command) {
    var answer =
        ask(new Submitted<>(java.util.UUID.randomUUID().toString(), by, command))
            .toCompletableFuture()
            .join();
    if (answer.rejection() != null) {
      throw new AssertionError(answer.rejection().reason());
    }
  }

  private synchronized CompletionStage<Answer> ask(Submitted<?> command) {
    var answer = core.ask(command, Instant.now());
    if (command.command() instanceof WorkshopCommand.EnrolWorkshop it
        && answer.rejection() == null) {
      core.ask(
          new Submitted<>(
              command.commandId() + "-provisioned",
              new Asker.Coordinator(),
              new WorkshopCommand.ConfirmProvisioned(it.workshop())),
          Instant.now());
    }
    tell();
    return CompletableFuture.completedFuture(answer);
  }

  private void tell() {
    for (var log = core.log(); told < log.size(); log = core.log()) {
      for (var event : log.subList(told, log.size())) {
        told++;
        views.on(event);
        if (event.event() instanceof NoticeEvent.NoticeDue due) {
          postman.send(due);
        } else {
          postman.suggest(event).ifPresent(command -> core.ask(command, Instant.now()));
        }
      }
    }
  }

  @Override
  public void close() {
    server.close();
    postman.close();
  }

  private static final class NoBackup implements Backup {
    @Override
    public Summary exportTo(Path folder) {
      return new Summary(folder, 7, 3, 0);
    }

    @Override
    public Summary importFrom(Path folder) throws IOException {
      throw new IOException("Expected an empty coordinator, but found 7 events.");
    }
  }
}
