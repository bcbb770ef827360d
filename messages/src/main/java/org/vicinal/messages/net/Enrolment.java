package org.vicinal.messages.net;

import java.util.List;
import org.vicinal.messages.id.WorkshopId;

/**
 * What a workshop needs to take part, as the coordinator answers it once: the agent's {@code
 * enrolment.json}. Whoever holds it is the workshop.
 *
 * @param bootstrapServers of the broker, {@code host:port} by commas
 * @param user of the broker; SCRAM-SHA-512
 * @param secret of {@code user}; shown nowhere else and never again
 * @param callPartitions of {@link org.vicinal.messages.wire.Topics#CALLS} to read
 * @param coordinatorUrl where files are, such as {@code http://127.0.0.1:8080}
 * @param token bearer token for files and for the workshop's own page of the API
 */
public record Enrolment(
    WorkshopId workshop,
    String bootstrapServers,
    String user,
    String secret,
    List<Integer> callPartitions,
    String coordinatorUrl,
    String token) {
  public Enrolment {
    callPartitions = List.copyOf(callPartitions);
  }

  /** Without the secrets: for logs. */
  @Override
  public String toString() {
    return "Enrolment of " + workshop + " at " + coordinatorUrl + ", broker " + bootstrapServers;
  }
}
