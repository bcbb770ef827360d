package org.vicinal.coordinator.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.vicinal.messages.place.Place;

/**
 * How the edge behaves.
 *
 * @param name of the community, for people
 * @param listen address to bind; loopback unless told otherwise
 * @param port 0 takes a free one
 * @param address what people and workshops type to get here; null when it follows from the two
 *     above
 * @param data the folder whose disk must have {@code minFree} bytes left for new orders
 * @param fileLimit bytes of one file
 * @param guestFileLimit bytes of one file from somebody without an account
 * @param board whether visitors see what is being made, without personal things
 * @param scaledDays whether rules may have days shorter than 24 hours: for demonstrations
 * @param places places that people here know by name, offered in the form
 */
public record HttpSettings(
    String name,
    String listen,
    int port,
    @org.jspecify.annotations.Nullable URI address,
    Path data,
    long minFree,
    long fileLimit,
    long guestFileLimit,
    boolean board,
    boolean scaledDays,
    Map<String, Place> places) {

  /** Where people get here, as far as that is known before the server listens. */
  public URI addressForPeople() {
    return address == null ? addressAt(port) : address;
  }

  /** Where people get here when the server listens on {@code boundPort}. */
  public URI addressAt(int boundPort) {
    var host = listen.equals("0.0.0.0") || listen.equals("::") ? "127.0.0.1" : listen;
    return URI.create(
        "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, boundPort));
  }
}
