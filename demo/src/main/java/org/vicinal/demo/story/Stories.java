package org.vicinal.demo.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vicinal.demo.client.Refused;
import org.vicinal.demo.screen.Screen;
import org.vicinal.demo.town.Letterbox;
import org.vicinal.demo.town.Town;

/** The five, told side by side. */
public final class Stories {
  private static final List<Story> ALL =
      List.of(
          new AllWell(),
          new FirstPieceRefused(),
          new MachineBreaks(),
          new NobodyCollects(),
          new Mediated());

  private Stories() {}

  /** The names that {@code --story} takes, and what each is about. */
  public static List<String> names() {
    return ALL.stream().map(Story::name).toList();
  }

  /**
   * Tells those that are named.
   *
   * @return what did not go as it should, a sentence each
   */
  public static List<String> tell(List<String> names, Town town, Letterbox letterbox, Screen screen)
      throws IOException, InterruptedException {
    var complaints = new ArrayList<String>();
    var told = new ArrayList<Future<Optional<String>>>();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var story : ALL.stream().filter(it -> names.contains(it.name())).toList()) {
        var teller = new Teller(story.name(), town, letterbox, screen);
        teller.say(story.about());
        told.add(hands.submit(() -> play(story, teller)));
      }
      for (var one : told) {
        one.get().ifPresent(complaints::add);
      }
    } catch (ExecutionException e) {
      throw new IOException("A story broke off: " + e.getCause(), e);
    }
    return complaints;
  }

  private static Optional<String> play(Story story, Teller teller)
      throws IOException, InterruptedException {
    try {
      story.play(teller);
      teller.say("The end: %s.".formatted(story.end()));
      return Optional.empty();
    } catch (Teller.Otherwise | Refused e) {
      return Optional.of("The story \"%s\": %s".formatted(story.name(), e.getMessage()));
    }
  }
}
