package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vicinal.coordinator.broker.Finding;
import org.vicinal.messages.wire.Json;

/** Asks the coordinator of a data folder how it is. */
record RunningLook(Path data) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  List<Finding> findings() {
    var address = DataFolder.addressIn(data);
    if (address == null) {
      return List.of(Finding.doubtful("No coordinator has been started here yet."));
    }
    var request =
        HttpRequest.newBuilder(URI.create(address).resolve("/actuator/health"))
            .timeout(PATIENCE)
            .build();
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return read(http.send(request, BodyHandlers.ofByteArray()).body());
    } catch (IOException | RuntimeException e) {
      return List.of(
          Finding.bad(
              "Expected a coordinator at %s, but nobody answers there (%s). Start it: ./vicinal coordinator --data %s"
                  .formatted(address, e.getClass().getSimpleName(), data)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of(Finding.bad("Interrupted while asking the coordinator."));
    }
  }

  private static List<Finding> read(byte[] body) {
    var found = new ArrayList<Finding>();
    for (var part : Json.WIRE.mapper().readTree(body).path("components").properties()) {
      var words = part.getValue().path("details").path("says").asString("");
      if (words.isEmpty()) {
        continue; // Spring Boot's own, of which there is nothing to say
      }
      var says = part.getKey() + ": " + words;
      found.add(
          switch (part.getValue().path("status").asString("")) {
            case "UP" -> Finding.well(says);
            case "LIMITED" -> Finding.doubtful(says);
            default -> Finding.bad(says);
          });
    }
    return found;
  }
}
