package org.vicinal.agent.upload;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.control.AgentStatus.MachineLine;
import org.vicinal.agent.control.Desk;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.workshop.Check;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.wire.Json;

/** What a slicer brings or wants done: a program comes in, is checked, and is queued or kept. */
final class Intake {
  private static final int PATIENCE_SECONDS = 30;
  private static final int COMMAND_BYTES = 16 * 1024;
  private static final String WHO = "slicer";

  private final Desk desk;
  private final Counter counter;
  private final Reception reception;
  private final Kept kept;

  /** A command that comes as JSON. */
  private record Command(
      @Nullable String command, @Nullable Boolean print, @Nullable String action) {}

  Intake(Desk desk, Counter counter, Reception reception, Kept kept) {
    this.desk = desk;
    this.counter = counter;
    this.reception = reception;
    this.kept = kept;
  }

  /** A form with a program: queued where it says {@code print=true}, kept otherwise. */
  Reply receive(Headers headers, InputStream body, MachineLine machine)
      throws IOException, Refusal {
    var type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
    var form = reception.take(type, length(headers.getFirst("Content-Length")), body);
    var sent = form.sent();
    try {
      var id = new MachineId(machine.name());
      boolean print = form.says("print");
      var check = checked(id, sent);
      if (print) {
        agree(counter.take(id, sent, check, WHO));
      } else {
        kept.put(id, sent);
      }
      return Reply.json(201, OctoPrintWords.received(machine, sent.name(), print))
          .at(OctoPrintWords.resource(machine, sent.name()));
    } finally {
      Reception.discard(sent);
    }
  }

  private static long length(@Nullable String header) {
    return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : -1;
  }

  private Check.Passed checked(MachineId machine, Sent sent) throws Refusal {
    return switch (counter.check(machine, sent.file(), sent.name())) {
      case Check.Passed passed -> passed;
      case Check.Unfit unfit ->
          throw new Refusal(422, "Not for " + machine + ": " + unfit.reason());
      case Check.Pending _ ->
          throw new Refusal(503, "It could not be checked just now. Send it again.");
    };
  }

  private static void agree(CompletableFuture<Answer> asked) throws Refusal {
    try {
      if (asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof Answer.Refused refused) {
        throw new Refusal(409, refused.reason());
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new Refusal(
          503, "The workshop did not answer. Look into its queue before you send it again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "The agent is ending.");
    }
  }

  /** Cura, and people: what was kept goes into the queue. */
  Reply select(MachineLine machine, String name, InputStream body) throws IOException, Refusal {
    var command = command(body);
    if (!"select".equals(command.command())) {
      throw new Refusal(400, "Expected the command select.");
    }
    var sent = find(machine, name);
    if (Boolean.TRUE.equals(command.print())) {
      var id = new MachineId(machine.name());
      agree(counter.take(id, sent, checked(id, sent), WHO));
      Files.deleteIfExists(sent.file());
    }
    return Reply.nothing();
  }

  /** What was kept is thrown away. */
  Reply drop(MachineLine machine, String name) throws IOException, Refusal {
    find(machine, name);
    kept.drop(new MachineId(machine.name()), name);
    return Reply.nothing();
  }

  /** A program that is kept for this machine. */
  Sent find(MachineLine machine, String name) throws IOException, Refusal {
    return kept.find(new MachineId(machine.name()), name)
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "Expected a program that is kept for %s, but \"%s\" is not."
                        .formatted(machine.name(), name)));
  }

  /** Cura's buttons. OctoPrint's pause without an action is a switch. */
  Reply act(MachineLine machine, InputStream body) throws IOException, Refusal {
    var command = command(body);
    var held = OctoPrintWords.state(machine).equals("Paused");
    var act =
        switch (String.valueOf(command.command())) {
          case "cancel" -> Desk.Act.CANCEL;
          case "pause" ->
              "resume".equals(command.action()) || (held && !"pause".equals(command.action()))
                  ? Desk.Act.RESUME
                  : Desk.Act.PAUSE;
          default ->
              throw new Refusal(
                  409,
                  "Expected pause or cancel: a run begins by itself when its turn has come and"
                      + " somebody has said that the bed is clear.");
        };
    agree(desk.act(new MachineId(machine.name()), act, WHO));
    return Reply.nothing();
  }

  private static Command command(InputStream body) throws IOException, Refusal {
    try {
      return Json.WIRE.read(body.readNBytes(COMMAND_BYTES), Command.class);
    } catch (Json.Unreadable e) {
      throw new Refusal(400, "Expected {\"command\": ...}: " + e.getMessage());
    }
  }
}
