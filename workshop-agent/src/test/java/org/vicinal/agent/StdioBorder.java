package org.vicinal.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.vicinal.agent.network.Border;
import org.vicinal.messages.config.Configuration;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.wire.Json;

/**
 * An agent whose coordinator is whoever holds its standard input and output: a line in is a call or
 * an instruction, a line out is a report. Everything told counts as delivered unless {@code deaf}.
 */
final class StdioBorder implements Border {
  private final boolean deaf;
  private volatile Inbox inbox = new Nobody();

  private StdioBorder(boolean deaf) {
    this.deaf = deaf;
  }

  /** Arguments: the configuration, the enrolment, and {@code deaf} for a broker that is away. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("logback.configurationFile", "agent-logback.xml");
    var settings =
        Configuration.read(
            AgentSettings.class, Path.of(arguments[0]), "NO_SUCH_", Map.of(), Map.of());
    var enrolment = Json.WIRE.read(Files.readAllBytes(Path.of(arguments[1])), Enrolment.class);
    var border = new StdioBorder(arguments.length > 2);
    var agent = Agent.start(settings, enrolment, "test", border);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    agent.close();
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                }));
    border.listen();
  }

  private void listen() throws Exception {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var bytes = line.substring(2).getBytes(StandardCharsets.UTF_8);
      if (line.startsWith("c ")) {
        inbox.call("calls", 0, Json.WIRE.read(bytes, Call.class));
      } else {
        inbox.instruction("instructions", 0, Json.WIRE.read(bytes, Instruction.class));
      }
    }
  }

  @Override
  public void open(Map<String, Long> positions, Inbox to) {
    inbox = to;
  }

  @Override
  public synchronized void tell(Report report) {
    say(report);
    if (!deaf) {
      inbox.delivered(report.sequence(), Instant.now());
    }
  }

  @Override
  public synchronized void signal(Report report) {
    say(report);
  }

  private static void say(Report report) {
    System.out.println(new String(Json.WIRE.write(report), StandardCharsets.UTF_8));
    System.out.flush();
  }

  @Override
  public Connection connection() {
    return new Connection(!deaf, "standard input and output");
  }

  @Override
  public void close() {}

  /** Before the border is open. */
  private static final class Nobody implements Inbox {
    @Override
    public void call(String partition, long offset, Call call) {}

    @Override
    public void instruction(String partition, long offset, Instruction instruction) {}

    @Override
    public void delivered(long sequence, Instant appendedAt) {}
  }
}
