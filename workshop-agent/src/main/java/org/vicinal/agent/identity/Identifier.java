package org.vicinal.agent.identity;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.serial.SerialLine.Heard;

/** Finds out who is behind a port, at which rate. Blocks for some seconds; one thread. */
public final class Identifier {

  /** The rates that firmwares are built for, the most usual first. */
  public static final List<Integer> USUAL_RATES =
      List.of(115_200, 250_000, 57_600, 230_400, 500_000, 1_000_000, 9600);

  private static final Duration BOOT = Duration.ofMillis(2500);
  private static final Duration REST = Duration.ofMillis(600);
  private static final Duration KNOCK = Duration.ofMillis(1500);

  private final IntFunction<SerialLine> lines;
  private final Consumer<String> progress;

  /** Who it is, and the rate at which it spoke. */
  public record Found(Identity identity, int baud) {}

  /**
   * @param lines a new line at a rate
   * @param progress hears what is being tried, for people
   */
  public Identifier(IntFunction<SerialLine> lines, Consumer<String> progress) {
    this.lines = lines;
    this.progress = progress;
  }

  /**
   * Tries these rates in turn.
   *
   * @throws IOException when nobody answered, saying for every rate what was found there
   */
  public Found identify(List<Integer> rates) throws IOException {
    var misses = new ArrayList<String>();
    for (int rate : rates) {
      progress.accept("Listening at %d baud ...".formatted(rate));
      var line = lines.apply(rate);
      try {
        if (line.open() instanceof Heard.Lost lost) {
          misses.add("%d baud: %s".formatted(rate, lost.why()));
          continue;
        }
        var with = new Conversation(line);
        var identity = question(with);
        if (identity.isPresent()) {
          return new Found(identity.get(), rate);
        }
        misses.add("%d baud: %s".formatted(rate, miss(with)));
      } finally {
        line.close();
      }
    }
    throw new IOException(
        "Expected a firmware to answer, but none did.\n  %s\nIs the machine switched on, and does nobody else have the port (vicinal agent ports)? A machine that is printing from its own card may be busy."
            .formatted(String.join("\n  ", misses)));
  }

  private static String miss(Conversation with) {
    if (!with.lost().isEmpty()) {
      return with.lost();
    }
    if (with.isNoise()) {
      return "bytes that are no text: another rate, or a bad cable";
    }
    return with.isSilent() ? "silence" : "text, but no firmware that is known here";
  }

  private static Optional<Identity> question(Conversation with) {
    var boot = with.listen(BOOT, line -> isGrbl(line) || line.equals("start"));
    if (boot.ended() && isGrbl(boot.lines().getLast())) {
      return grbl(with, boot.lines().getLast());
    }
    if (boot.ended()) {
      with.listen(REST, line -> false); // the rest of its greeting
      return MarlinQuestions.ask(with);
    }
    return with.isNoise() || !with.lost().isEmpty() ? Optional.empty() : knock(with);
  }

  /** A board that did not start with the port: a half line is ended, then both are tried. */
  private static Optional<Identity> knock(Conversation with) {
    with.ask("", REST);
    var state = GrblQuestions.state(with);
    if (state.isPresent()) {
      return Optional.of(GrblQuestions.ask(with, "", state.get()));
    }
    with.ask("", KNOCK); // ends the line that our question mark has begun
    return MarlinQuestions.ask(with);
  }

  private static Optional<Identity> grbl(Conversation with, String banner) {
    with.listen(Duration.ofMillis(100), line -> false); // [MSG:'$H'|'$X' to unlock]
    return GrblQuestions.state(with).map(state -> GrblQuestions.ask(with, banner, state));
  }

  private static boolean isGrbl(String line) {
    return line.startsWith("Grbl ") || line.startsWith("GrblHAL ");
  }
}
