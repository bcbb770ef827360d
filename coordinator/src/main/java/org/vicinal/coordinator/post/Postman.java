package org.vicinal.coordinator.post;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.border.Notices;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.engine.Commands;
import org.vicinal.coordinator.notice.Channel;
import org.vicinal.coordinator.notice.NoticeCommand;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDue;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Sentences;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.wiring.Matters;

/**
 * Takes notices out of the log to mail servers and webhooks, and says there how it went. Whoever
 * does not answer holds up nobody else.
 */
public final class Postman implements Notices, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int MOST_UNDERWAY = 1_000; // the others are tried again in some minutes
  private static final int TRIES = 3; // to say how it went
  private final Views views;
  private final Vault vault;
  private final URI page;
  private final InstantSource clock;
  private final @Nullable Mailer mailer;
  private final Webhooks webhooks;
  private final Leaving leaving;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Commands> commands = new CompletableFuture<>();
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Ready; nothing is sent before {@link #start}.
   *
   * @param page where people read about their orders
   */
  public Postman(PostSettings settings, Views views, Vault vault, URI page, InstantSource clock) {
    this.views = views;
    this.vault = vault;
    this.page = page;
    this.clock = clock;
    this.mailer = settings.mail() == null ? null : new Mailer(settings, settings.mail());
    this.leaving = new Leaving(vault.own("webhooks"));
    this.webhooks = new Webhooks(vault.own("webhooks"), settings.nearby());
  }

  /** Where it says how a notice went. */
  public void start(Commands to) {
    commands.complete(to);
  }

  /** Those it posts to. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** How receivers of mails end them. */
  public Leaving leaving() {
    return leaving;
  }

  /** Whether there is a mail server. */
  public boolean mails() {
    return mailer != null;
  }

  @Override
  public Optional<Submitted<?>> suggest(Occurred<?> event) {
    var matter = Matters.of(event);
    var order = matter.flatMap(it -> Matters.orderOf(event));
    if (order.flatMap(views::findNotices).filter(it -> !it.channels().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    return Sentences.of(event, views)
        .map(
            words ->
                new Submitted<>(
                    "notice/" + event.id(),
                    new Asker.Coordinator(),
                    new NoticeCommand.SuggestNotice(
                        order.orElseThrow(), event.id(), matter.orElseThrow(), words)));
  }

  @Override
  public void send(NoticeDue due) {
    if (underway.size() < MOST_UNDERWAY && underway.add(due.notice())) {
      hands.execute(() -> deliver(due));
    }
  }

  private void deliver(NoticeDue due) {
    try {
      say(due, outcome(due));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("A notice of order {} was not sent, and will be tried again", due.order(), e);
    } finally {
      underway.remove(due.notice());
    }
  }

  private NoticeCommand outcome(NoticeDue due) throws InterruptedException {
    try {
      var sealed = views.findNotices(due.order()).map(it -> it.sealed()).orElse("");
      var addresses =
          Addresses.open(vault, due.order(), sealed)
              .orElseThrow(() -> new Unsent("where to tell it has been forgotten", true));
      var title =
          views.findOrder(due.order()).map(OrderView::wish).map(it -> it.title()).orElse("Order");
      var mail = due.channel() == Channel.MAIL ? addresses.mail() : null;
      var end = mail == null ? null : leaving.address(page, due.order(), mail);
      deliver(new Letter(due, title, page, clock.instant(), end), addresses);
      return new NoticeCommand.NoteSent(due.order(), due.notice());
    } catch (Unsent e) {
      return new NoticeCommand.NoteUnsent(
          due.order(), due.notice(), due.attempt(), String.valueOf(e.getMessage()), e.forGood());
    }
  }

  private void deliver(Letter letter, Addresses to) throws Unsent, InterruptedException {
    boolean byMail = letter.due().channel() == Channel.MAIL;
    if (byMail && to.mail() != null) {
      if (mailer == null) {
        throw new Unsent("this coordinator has no mail server any more", false);
      }
      mailer.send(letter, to.mail());
    } else if (!byMail && to.webhook() != null) {
      webhooks.send(letter, to.webhook());
    } else {
      throw new Unsent("there is no address for it any more", true);
    }
  }

  /** When the log takes it at none of the tries, the same notice goes out again in some minutes. */
  private void say(NoticeDue due, NoticeCommand how) throws InterruptedException {
    var command =
        new Submitted<>(
            "post/%s/%d".formatted(due.notice(), due.attempt()), new Asker.Coordinator(), how);
    for (int i = 1; i <= TRIES; i++) {
      try {
        commands.get().ask(command).toCompletableFuture().get(1, TimeUnit.MINUTES);
        return;
      } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
        LOG.warn("How a notice of order {} went could not be noted: {}", due.order(), e.toString());
      }
    }
  }

  @Override
  public void close() {
    hands.shutdownNow();
    webhooks.close();
  }
}
