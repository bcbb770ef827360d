package org.vicinal.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.wire.Json;

/** A real agent in a process of its own, spoken to over its standard input and output. */
final class AgentInProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Writer in;
  private final LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  final List<Report> heard = new ArrayList<>();

  AgentInProcess(Path config, Path enrolment, String... more) throws IOException {
    var command = new ArrayList<>(java("-cp", System.getProperty("java.class.path")));
    command.add(StdioBorder.class.getName());
    command.add(config.toString());
    command.add(enrolment.toString());
    command.addAll(List.of(more));
    process =
        new ProcessBuilder(command)
            .redirectError(
                ProcessBuilder.Redirect.appendTo(config.resolveSibling("agent.log").toFile()))
            .start();
    in = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8)));
  }

  static List<String> java(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of(arguments));
    return command;
  }

  private void read(BufferedReader out) {
    try (out) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        reports.add(Json.WIRE.read(line.getBytes(StandardCharsets.UTF_8), Report.class));
      }
    } catch (IOException e) {
      // the process has ended
    } catch (Json.Unreadable e) {
      throw new IllegalStateException(e);
    }
  }

  void send(Call call) throws IOException {
    send("c ", call);
  }

  void send(Instruction instruction) throws IOException {
    // written as what it is read as, so that its kind is named
    in.write(
        "i " + Json.WIRE.mapper().writerFor(Instruction.class).writeValueAsString(instruction));
    in.write('\n');
    in.flush();
  }

  private void send(String mark, Object record) throws IOException {
    in.write(mark + new String(Json.WIRE.write(record), StandardCharsets.UTF_8) + "\n");
    in.flush();
  }

  <T extends Seen> T await(Class<T> kind) throws InterruptedException {
    return await(kind, _ -> true);
  }

  /** The next report of this kind that is as wanted. */
  <T extends Seen> T await(Class<T> kind, Predicate<T> wanted) throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var report = reports.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (report == null) {
        throw new AssertionError(
            "Expected %s, but heard only %s".formatted(kind.getSimpleName(), heard));
      }
      heard.add(report);
      if (kind.isInstance(report.seen()) && wanted.test(kind.cast(report.seen()))) {
        return kind.cast(report.seen());
      }
    }
  }

  <T extends Seen> List<T> heard(Class<T> kind) {
    return heard.stream().map(Report::seen).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** As a power cut or the kernel would: no handler runs. */
  void killNow() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As a service manager would. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Expected the agent to end when asked to.");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static String log(Path config) throws IOException {
    var log = config.resolveSibling("agent.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }
}
