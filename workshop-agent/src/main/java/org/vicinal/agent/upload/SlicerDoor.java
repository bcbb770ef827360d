package org.vicinal.agent.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.vicinal.agent.control.Access;
import org.vicinal.agent.control.AgentStatus;
import org.vicinal.agent.control.AgentStatus.MachineLine;
import org.vicinal.agent.control.Desk;
import org.vicinal.messages.id.MachineId;

/**
 * Each machine as an OctoPrint host of its own, below {@code /machines/NAME/}: a slicer adds {@code
 * api/version} and so on to the address it was given.
 *
 * <p>PrusaSlicer, SuperSlicer and OrcaSlicer ask {@code GET api/version} (wanting {@code api}, and
 * a {@code text} that begins with OctoPrint) and send {@code POST api/files/local} with the fields
 * {@code print}, {@code path} and {@code file}; a status from 400 is shown with the body as it is
 * (src/slic3r/Utils/OctoPrint.cpp there). Cura's plugin asks {@code settings}, {@code version},
 * {@code login}, {@code printerprofiles}, polls {@code printer} and {@code job}, and sends {@code
 * path}, {@code file}, then {@code select} and {@code print}; or, where it waits for an analysis,
 * {@code {"command": "select", "print": true}} afterwards. It shows 100 characters of an error in
 * plain text (OctoPrintOutputDevice.py there). So errors are one sentence of plain text.
 *
 * <p>Nothing starts because a slicer says {@code print=true}: the program is checked and queued,
 * and runs when its turn has come and somebody has said that the bed is clear.
 */
public final class SlicerDoor implements HttpHandler {
  /** Where the door stands on the agent's server. */
  public static final String PATH = "/machines/";

  private static final int FORBIDDEN = 403;
  private static final long STRANGERS_BYTES = 1 << 20; // of somebody without the key

  private final long largest;
  private final Desk desk;
  private final Access access;
  private final SlicerKey key;
  private final Kept kept;
  private final Intake intake;

  /**
   * @param data the agent's folder, in which {@code sent} is the door's
   * @param access of the agent's own page and command line, whose token opens this door too
   */
  public SlicerDoor(Desk desk, Counter counter, Path data, Access access) throws IOException {
    this(desk, counter, data, access, Reception.USUAL);
  }

  SlicerDoor(Desk desk, Counter counter, Path data, Access access, Reception.Limits limits)
      throws IOException {
    this.access = access;
    this.largest = limits.largest();
    this.desk = desk;
    this.key = SlicerKey.of(data);
    this.kept = new Kept(data.resolve("sent").resolve("kept"));
    var reception = new Reception(data.resolve("sent").resolve("coming"), limits);
    this.intake = new Intake(desk, counter, reception, kept);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var reply = reply(exchange);
      // a slicer that still sends hears the sentence only when it was let to finish
      drain(exchange, reply.status() == FORBIDDEN ? STRANGERS_BYTES : largest);
      if (!reply.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      }
      if (!reply.location().isEmpty()) {
        exchange.getResponseHeaders().set("Location", reply.location());
      }
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private static void drain(HttpExchange exchange, long most) throws IOException {
    byte[] rest = new byte[64 * 1024];
    long left = most;
    while (left > 0) {
      int count = exchange.getRequestBody().read(rest);
      if (count < 0) {
        return;
      }
      left -= count;
    }
  }

  private Reply reply(HttpExchange exchange) {
    var path = exchange.getRequestURI().getPath().substring(PATH.length());
    int slash = path.indexOf('/');
    var name = slash < 0 ? path : path.substring(0, slash);
    var asked = slash < 0 ? "" : path.substring(slash + 1);
    boolean get = exchange.getRequestMethod().equals("GET");
    try {
      if (asked.isEmpty() && get) {
        return Reply.sentence(303, "The workshop's page")
            .at("/"); // OrcaSlicer shows the host's page
      }
      if (!allowed(exchange)) {
        throw new Refusal(
            FORBIDDEN, "Expected the key that `./vicinal agent slicer` prints as X-Api-Key.");
      }
      var machine = machine(name);
      return get ? told(machine, asked) : posted(exchange, machine, asked);
    } catch (Refusal e) {
      return Reply.sentence(e.status(), e.sentence());
    } catch (IOException e) {
      return Reply.sentence(500, "The program did not come in: " + e.getMessage());
    }
  }

  private boolean allowed(HttpExchange exchange) {
    var given = exchange.getRequestHeaders().getFirst("Authorization");
    return key.is(exchange.getRequestHeaders().getFirst("X-Api-Key"))
        || (given != null
            && MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                ("Bearer " + access.token()).getBytes(StandardCharsets.UTF_8)));
  }

  private MachineLine machine(String name) throws Refusal {
    var machines = desk.status().machines();
    return machines.stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "Expected one of %s in the address, but found \"%s\"."
                        .formatted(machines.stream().map(MachineLine::name).toList(), name)));
  }

  private Reply told(MachineLine machine, String asked) throws IOException, Refusal {
    return switch (asked) {
      case "api/version" -> Reply.json(200, OctoPrintWords.version());
      case "api/server" -> Reply.json(200, OctoPrintWords.server());
      case "api/settings" -> Reply.json(200, OctoPrintWords.settings(machine));
      case "api/printerprofiles" -> Reply.json(200, OctoPrintWords.profiles(machine));
      case "api/currentuser" -> Reply.json(200, OctoPrintWords.user());
      case "api/printer" -> {
        if (OctoPrintWords.state(machine).equals("Offline")) {
          throw new Refusal(409, machine.name() + " is not there: " + machine.why());
        }
        yield Reply.json(200, OctoPrintWords.printer(machine));
      }
      case "api/job" -> Reply.json(200, OctoPrintWords.job(machine, title(machine)));
      case "api/files", "api/files/local" -> {
        var names = kept.list(new MachineId(machine.name()));
        yield Reply.json(200, Map.of("files", names.stream().map(OctoPrintWords::file).toList()));
      }
      default -> {
        if (!asked.startsWith(OctoPrintWords.FILES)) {
          throw nowhere(asked);
        }
        var sent = intake.find(machine, asked.substring(OctoPrintWords.FILES.length()));
        yield Reply.json(200, OctoPrintWords.file(sent.name()));
      }
    };
  }

  private Reply posted(HttpExchange exchange, MachineLine machine, String asked)
      throws IOException, Refusal {
    var method = exchange.getRequestMethod();
    if (method.equals("DELETE") && asked.startsWith(OctoPrintWords.FILES)) {
      return intake.drop(machine, asked.substring(OctoPrintWords.FILES.length()));
    }
    if (!method.equals("POST")) {
      throw new Refusal(405, "Expected GET, POST, or DELETE of a file.");
    }
    var body = exchange.getRequestBody();
    return switch (asked) {
      case "api/files/local" -> intake.receive(exchange.getRequestHeaders(), body, machine);
      case "api/login" -> Reply.json(200, OctoPrintWords.user());
      case "api/job" -> intake.act(machine, body);
      case "api/files/sdcard" ->
          throw new Refusal(404, "This workshop sends programs itself. Switch \"SD card\" off.");
      default -> {
        if (!asked.startsWith(OctoPrintWords.FILES)) {
          throw nowhere(asked);
        }
        yield intake.select(machine, asked.substring(OctoPrintWords.FILES.length()), body);
      }
    };
  }

  private String title(MachineLine machine) {
    var run = machine.run();
    return run == null
        ? ""
        : desk.status().queue().stream()
            .filter(line -> line.lot().equals(run.lot()))
            .map(AgentStatus.LotLine::title)
            .findFirst()
            .orElse("");
  }

  private static Refusal nowhere(String asked) {
    return new Refusal(
        404,
        "Expected api/version, settings, printer, job, printerprofiles or files/local of an"
            + " OctoPrint host, but found \"%s\".".formatted(asked));
  }
}
