package org.vicinal.agent.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Heading;
import org.vicinal.agent.machine.Jog;
import org.vicinal.agent.machine.Stock;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.wire.Json;

/** From the path of a request to what is answered; {@code docs/api-agent.md} has the list. */
final class Routes {
  private static final int PATIENCE_SECONDS = 10;
  private static final int CONSOLE_MOST = 1000;
  private static final String ACTS =
      "confirmation, stop, pause, resume, cancel, home, unlock, outline, console, jog, drive or release";

  private final Desk desk;

  /** What a person says with a request. */
  record Said(
      @Nullable String who,
      @Nullable String what,
      @Nullable String line,
      @Nullable Double x,
      @Nullable Double y,
      @Nullable Double z,
      @Nullable Double feed,
      @Nullable String stock,
      @Nullable String zero,
      @Nullable Boolean skip,
      @Nullable Boolean beyond) {
    static final Said NOTHING =
        new Said(null, null, null, null, null, null, null, null, null, null, null);

    String someone() {
      return who == null || who.isBlank() ? "somebody here" : who;
    }
  }

  Routes(Desk desk) {
    this.desk = desk;
  }

  /**
   * @param path what follows {@code /api/v1/}, split at slashes
   * @param query what follows the question mark, empty without one
   */
  Told get(List<String> path, String query) {
    return switch (path.size()) {
      case 1 ->
          switch (path.getFirst()) {
            case "status" -> Told.json(desk.status());
            case "machines" -> Told.json(desk.status().machines());
            case "calls" -> Told.json(desk.calls());
            case "answers" -> Told.json(desk.answers());
            case "shelf" -> Told.json(desk.status().shelf());
            case "queue" -> Told.json(desk.status().queue());
            default -> nowhere();
          };
      case 2 -> machine(path, line -> Told.json(line));
      case 3 ->
          switch (path.get(2)) {
            case "temperatures" ->
                machine(path, line -> Told.json(new Readings(line.reading(), sensors(line))));
            case "console" -> machine(path, line -> console(line.name(), query));
            case "picture" -> machine(path, line -> picture(line.name()));
            default -> nowhere();
          };
      default -> nowhere();
    };
  }

  private record Readings(String reading, List<Sensor> sensors) {}

  private static List<Sensor> sensors(AgentStatus.MachineLine line) {
    return Sensor.listOf(line.reading());
  }

  private Told machine(
      List<String> path, java.util.function.Function<AgentStatus.MachineLine, Told> tell) {
    if (!path.getFirst().equals("machines")) {
      return nowhere();
    }
    return desk.status().machines().stream()
        .filter(line -> line.name().equals(path.get(1)))
        .findFirst()
        .map(tell)
        .orElseGet(() -> unknown(path.get(1)));
  }

  private Told unknown(String name) {
    var names = desk.status().machines().stream().map(AgentStatus.MachineLine::name).toList();
    return Told.problem(404, "Expected one of %s, but found \"%s\".".formatted(names, name));
  }

  private Told picture(String machine) {
    try {
      return desk.picture(new MachineId(machine))
          .map(png -> new Told(200, "image/png", png))
          .orElseGet(() -> Told.problem(404, "%s makes nothing just now.".formatted(machine)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Told.problem(503, "The agent is ending.");
    }
  }

  private Told console(String machine, String query) {
    var since = query.replaceFirst("^since=", "");
    if (!query.isEmpty() && !since.matches("[0-9]{1,18}")) {
      return Told.problem(400, "Expected since=NUMBER, the number of the last line you have.");
    }
    long number = query.isEmpty() ? 0 : Long.parseLong(since);
    return Told.json(desk.console(new MachineId(machine), number, CONSOLE_MOST));
  }

  Told post(List<String> path, byte[] body) {
    if (path.equals(List.of("configuration"))) {
      return told(desk.reread());
    }
    if (path.size() != 3) {
      return nowhere();
    }
    try {
      if (path.getFirst().equals("calls") || path.getFirst().equals("lots")) {
        return word(path, body.length == 0 ? Word.NOTHING : Json.WIRE.read(body, Word.class));
      }
      if (!path.getFirst().equals("machines")) {
        return nowhere();
      }
      var machine = new MachineId(path.get(1));
      return act(
          machine, path.get(2), body.length == 0 ? Said.NOTHING : Json.WIRE.read(body, Said.class));
    } catch (IllegalArgumentException | Json.Unreadable e) {
      return Told.problem(400, String.valueOf(e.getMessage()));
    }
  }

  private Told word(List<String> path, Word word) {
    boolean call = path.getFirst().equals("calls");
    var say = call ? word.ofCall(path.get(1), path.get(2)) : word.ofLot(path.get(1), path.get(2));
    return say != null
        ? told(desk.say(say, word.someone()))
        : Told.problem(
            404,
            "Expected %s, found \"%s\"."
                .formatted(call ? Word.OF_CALLS : Word.OF_LOTS, path.get(2)));
  }

  private Told act(MachineId machine, String what, Said said) {
    return switch (what) {
      case "confirmation" -> {
        if (said.what() == null || said.what().isBlank()) {
          yield Told.problem(400, "Expected what was seen in \"what\", such as \"bed is clear\".");
        }
        if (said.stock() != null) {
          var stock = Stock.parse(said.stock(), said.zero() == null ? "corner" : said.zero());
          yield told(desk.confirm(machine, said.someone(), said.what(), stock));
        }
        yield told(desk.confirm(machine, said.someone(), said.what()));
      }
      case "outline" -> told(desk.outline(machine, is(said.skip()), said.someone()));
      case "console" -> {
        if (said.line() == null || said.line().isBlank()) {
          yield Told.problem(400, "Expected a line for the machine in \"line\", such as \"M115\".");
        }
        yield told(desk.say(machine, said.line(), said.someone()));
      }
      case "drive" ->
          told(
              desk.drive(
                  machine,
                  new Heading(or(said.x()), or(said.y()), or(said.z()), feed(said)),
                  said.someone()));
      case "release" -> told(desk.release(machine));
      case "jog" ->
          told(
              desk.jog(
                  machine,
                  new Jog(said.x(), said.y(), said.z(), said.feed(), is(said.beyond())),
                  said.someone()));
      default -> named(machine, what, said);
    };
  }

  private static boolean is(@Nullable Boolean said) {
    return said != null && said;
  }

  private static double or(@Nullable Double share) {
    return share == null ? 0 : share;
  }

  private static double feed(Said said) {
    return said.feed() == null ? 1000 : said.feed();
  }

  private Told named(MachineId machine, String what, Said said) {
    for (var act : Desk.Act.values()) {
      if (act.name().toLowerCase(Locale.ROOT).equals(what)) {
        return told(desk.act(machine, act, said.someone()));
      }
    }
    return Told.problem(404, "Expected %s, found \"%s\".".formatted(ACTS, what));
  }

  private static Told told(CompletableFuture<Answer> asked) {
    try {
      return switch (asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        case Answer.Done _ -> Told.json(Map.of("done", true));
        case Answer.Refused refused -> Told.problem(409, refused.reason());
      };
    } catch (TimeoutException e) {
      return Told.problem(503, "The machine has not answered in %d s.".formatted(PATIENCE_SECONDS));
    } catch (ExecutionException e) {
      return Told.problem(500, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Told.problem(503, "The agent is ending.");
    }
  }

  private static Told nowhere() {
    return Told.problem(
        404,
        "Expected GET /metrics, /api/v1/status, machines, machines/NAME, queue, calls or"
            + " events, or POST /api/v1/machines/NAME/ and "
            + ACTS
            + ", /api/v1/calls/JOB/ and "
            + Word.OF_CALLS
            + ", or /api/v1/lots/LOT/ and "
            + Word.OF_LOTS
            + ".");
  }
}
