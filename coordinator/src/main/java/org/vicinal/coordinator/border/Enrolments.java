package org.vicinal.coordinator.border;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/** The workshops' credentials, each shown once. */
public interface Enrolments {
  /**
   * Gives {@code workshop} a new secret, with its topics and rights where they are not there yet.
   * An earlier secret ends. Ask for {@code EnrolWorkshop} first: nothing is checked here.
   *
   * @param place decides which partitions of the calls it reads
   */
  CompletionStage<Credential> secretOnce(WorkshopId workshop, Place place);

  /**
   * What a workshop shows to the broker.
   *
   * @param bootstrapServers {@code host:port} by commas
   * @param callPartitions of the calls around its place
   */
  record Credential(
      String bootstrapServers, String user, String secret, List<Integer> callPartitions) {
    public Credential {
      callPartitions = List.copyOf(callPartitions);
    }

    /** Without the secret: for logs. */
    @Override
    public String toString() {
      return "Credential of " + user + " at " + bootstrapServers;
    }
  }
}
