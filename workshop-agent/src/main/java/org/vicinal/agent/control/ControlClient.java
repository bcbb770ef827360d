package org.vicinal.agent.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.workshop.SaidCall;
import org.vicinal.agent.workshop.WaitingCall;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.wire.Json;

/** Asks the agent that works in a data folder. */
public final class ControlClient {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(5); // a long program is read

  private final Access access;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private record Problem(String type, String title, int status, String detail) {}

  public ControlClient(Path folder) throws IOException {
    access = Access.read(folder);
  }

  /** The address of its page, with the key: as secret as the key. */
  public String page() {
    return access.url() + "/#key=" + access.token();
  }

  /** How everything is. */
  public AgentStatus status() throws IOException, InterruptedException {
    var response = send(request("/status").GET().build());
    return read(response, AgentStatus.class);
  }

  /**
   * Asks something of a machine.
   *
   * @param what {@code confirmation}, {@code stop}, {@code pause}, {@code resume}, {@code cancel}
   */
  public Answer ask(MachineId machine, String what, Map<String, String> said)
      throws IOException, InterruptedException {
    var body = HttpRequest.BodyPublishers.ofByteArray(Json.WIRE.write(said));
    return answer(send(request("/machines/" + machine + "/" + what).POST(body).build()));
  }

  /** The calls that were answered lately, the latest first. */
  public List<SaidCall> answers() throws IOException, InterruptedException {
    return List.of(read(send(request("/answers").GET().build()), SaidCall[].class));
  }

  /** The calls that wait for an answer. */
  public List<WaitingCall> calls() throws IOException, InterruptedException {
    return List.of(read(send(request("/calls").GET().build()), WaitingCall[].class));
  }

  /**
   * Says something about a call or a lot.
   *
   * @param about such as {@code calls/o-1.1} or {@code lots/o-1.1.0.1}
   * @param what such as {@code bid} or {@code late}
   */
  public Answer say(String about, String what, Map<String, Object> said)
      throws IOException, InterruptedException {
    var body = HttpRequest.BodyPublishers.ofByteArray(Json.WIRE.write(said));
    return answer(send(request("/" + about + "/" + what).POST(body).build()));
  }

  private static Answer answer(HttpResponse<byte[]> response) throws IOException {
    return response.statusCode() == 200
        ? Answer.DONE
        : new Answer.Refused(read(response, Problem.class).detail());
  }

  /** Has the configuration read again. */
  public Answer reread() throws IOException, InterruptedException {
    return answer(
        send(request("/configuration").POST(HttpRequest.BodyPublishers.noBody()).build()));
  }

  /**
   * Brings a program of one's own for a machine; refused where it does not fit.
   *
   * @param queue whether it is to be made; kept otherwise
   */
  public Answer bring(MachineId machine, Path program, boolean queue)
      throws IOException, InterruptedException {
    var boundary = "vicinal-" + java.util.UUID.randomUUID();
    var head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="print"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%3$s"\r
        \r
        """
            .formatted(boundary, queue, String.valueOf(program.getFileName()).replace("\"", "%22"));
    var body =
        HttpRequest.BodyPublishers.concat(
            HttpRequest.BodyPublishers.ofString(head),
            HttpRequest.BodyPublishers.ofFile(program),
            HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return sentence(
        send(
            door(machine, "")
                .timeout(LONG_PATIENCE)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build()));
  }

  /** The programs that were sent for a machine and are not queued. */
  public List<String> kept(MachineId machine) throws IOException, InterruptedException {
    var all = read(send(door(machine, "").GET().build()), KeptFiles.class);
    return all.files().stream().map(KeptFile::name).toList();
  }

  /** Puts a kept program into the queue. */
  public Answer queue(MachineId machine, String name) throws IOException, InterruptedException {
    var body = Json.WIRE.write(Map.of("command", "select", "print", true));
    return sentence(
        send(
            door(machine, name)
                .timeout(LONG_PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build()));
  }

  /** Throws a kept program away. */
  public Answer drop(MachineId machine, String name) throws IOException, InterruptedException {
    return sentence(send(door(machine, name).DELETE().build()));
  }

  private record KeptFile(String name) {}

  private record KeptFiles(List<KeptFile> files) {}

  /** The slicers' door answers in plain sentences. */
  private static Answer sentence(HttpResponse<byte[]> response) {
    return response.statusCode() < 300
        ? Answer.DONE
        : new Answer.Refused(new String(response.body(), StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder door(MachineId machine, String name) {
    var file =
        name.isEmpty()
            ? ""
            : "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return HttpRequest.newBuilder(
            URI.create(access.url() + "/machines/" + machine + "/api/files/local" + file))
        .header("Authorization", "Bearer " + access.token())
        .timeout(PATIENCE);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(access.url() + "/api/v1" + path))
        .header("Authorization", "Bearer " + access.token())
        .timeout(PATIENCE);
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new IOException(
          "Expected the agent (process %d) at %s, but it does not answer. Is it running?"
              .formatted(access.pid(), access.url()),
          e);
    }
  }

  private static <T> T read(HttpResponse<byte[]> response, Class<T> type) throws IOException {
    try {
      return Json.WIRE.read(response.body(), type);
    } catch (Json.Unreadable e) {
      throw new IOException("The agent gave an answer that is none: " + e.getMessage(), e);
    }
  }
}
