package org.vicinal.coordinator.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.files.Grants;
import org.vicinal.coordinator.files.StoredFile;
import org.vicinal.coordinator.files.Upload;
import org.vicinal.coordinator.view.Quarantines;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code /files/{sha256}}: bytes in and out.
 *
 * <p>Who may not read a file gets the same 404 as for one that is not here: a digest is no
 * permission, and not a question that we answer either.
 */
final class FileHandler {
  private static final int CHUNK = 64 * 1024;
  private final FileStore files;
  private final Grants grants;
  private final Quarantines quarantines;
  private final Space space;
  private final HttpSettings settings;

  FileHandler(Edge edge, Space space) {
    this.files = edge.files();
    this.grants = edge.views().grants();
    this.quarantines = edge.views().quarantines();
    this.space = space;
    this.settings = edge.settings();
  }

  /** GET and HEAD; {@code Range} with one range. */
  Mono<ServerResponse> read(ServerRequest request, Caller caller) {
    var digest = digest(request);
    var file = readable(caller, digest);
    var range = range(request, file);
    var response =
        range.isPresent()
            ? ServerResponse.status(HttpStatus.PARTIAL_CONTENT)
                .header(HttpHeaders.CONTENT_RANGE, range.get().words(file.bytes()))
            : ServerResponse.ok();
    var part = range.orElse(new Part(0, file.bytes()));
    return response
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(part.length())
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .header("Content-Disposition", "attachment")
        .eTag("\"" + digest + "\"")
        .body(BodyInserters.fromDataBuffers(bytes(file, part)));
  }

  /**
   * The file, when it is here and the caller may read it; the same 404 otherwise. What a steward
   * has taken out of use says so to whoever might have read it.
   */
  StoredFile readable(Caller caller, Digest digest) {
    Held.demandKept(quarantines, digest);
    if (!files.published(digest) && !mayRead(caller, digest)) {
      throw notHere(digest);
    }
    Held.demandGiven(quarantines, digest, caller);
    return files.find(digest).orElseThrow(() -> notHere(digest));
  }

  /** PUT: 201 when it is new here, 200 when it was here before. */
  Mono<ServerResponse> write(ServerRequest request, Caller caller) throws IOException {
    var digest = digest(request);
    long limit = caller instanceof Caller.Guest ? settings.guestFileLimit() : settings.fileLimit();
    var owner = owner(caller);
    Held.demandKept(quarantines, digest);
    Held.demandGiven(quarantines, digest, caller);
    var announced = request.headers().contentLength();
    if (announced.isPresent() && announced.getAsLong() > limit) {
      throw Problem.of(
          HttpStatus.CONTENT_TOO_LARGE,
          "Expected a file of at most %,d bytes, but found %,d."
              .formatted(limit, announced.getAsLong()));
    }
    space.demand();
    return Mono.usingWhen(
        Mono.fromCallable(() -> files.receive(digest, owner, limit)),
        upload -> receive(request, upload),
        upload -> Mono.fromRunnable(() -> close(upload)).subscribeOn(Handling.THREADS));
  }

  private static Mono<ServerResponse> receive(ServerRequest request, Upload upload) {
    return request
        .bodyToFlux(DataBuffer.class)
        .publishOn(Handling.THREADS, 16)
        .concatMap(buffer -> Mono.fromCallable(() -> take(upload, buffer)), 1)
        .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
        .then(Mono.fromCallable(upload::finish))
        .flatMap(fresh -> stored(request, fresh));
  }

  private static int take(Upload upload, DataBuffer buffer) throws IOException {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    upload.write(bytes);
    return bytes.length;
  }

  private static Mono<ServerResponse> stored(ServerRequest request, boolean fresh) {
    var digest = digest(request).value();
    var response =
        fresh ? ServerResponse.created(URI.create("/api/v1/files/" + digest)) : ServerResponse.ok();
    return Handling.json(response, Map.of("sha256", digest));
  }

  private static void close(Upload upload) {
    try {
      upload.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean mayRead(Caller caller, Digest digest) {
    return switch (caller) {
      case Caller.Visitor visitor -> false;
      case Caller.Guest guest -> ofPerson(guest.person(), digest);
      case Caller.Customer customer -> ofPerson(customer.person(), digest);
      case Caller.Designer designer -> ofPerson(designer.person(), digest);
      case Caller.Workshop workshop -> grants.mayRead(workshop.workshop(), digest);
      case Caller.Steward steward -> ofPerson(steward.person(), digest);
    };
  }

  private boolean ofPerson(PersonId person, Digest digest) {
    return files.ownedBy(person, digest) || grants.mayRead(person, digest);
  }

  private static PersonId owner(Caller caller) {
    return switch (caller) {
      case Caller.Visitor visitor ->
          throw Problem.whoAreYou(
              "Expected a bearer token with the file. A guest's is guest.ORDER.SECRET.");
      case Caller.Guest guest -> guest.person();
      case Caller.Customer customer -> customer.person();
      case Caller.Designer designer -> designer.person();
      case Caller.Steward steward -> steward.person();
      case Caller.Workshop workshop ->
          throw Problem.forbidden(
              "A workshop's token reads files. Bring files with a token of the role customer or designer.");
    };
  }

  private static Flux<DataBuffer> bytes(StoredFile file, Part part) {
    var factory = DefaultDataBufferFactory.sharedInstance;
    Flux<DataBuffer> all =
        DataBufferUtils.readInputStream(() -> opened(file, part.from()), factory, CHUNK);
    return DataBufferUtils.takeUntilByteCount(all, part.length()).subscribeOn(Handling.THREADS);
  }

  private static InputStream opened(StoredFile file, long from) throws IOException {
    return file.open(from);
  }

  private static Optional<Part> range(ServerRequest request, StoredFile file) {
    var header = request.headers().firstHeader(HttpHeaders.RANGE);
    if (header == null) {
      return Optional.empty();
    }
    try {
      var ranges = HttpRange.parseRanges(header);
      if (ranges.size() != 1) {
        return Optional.empty(); // allowed by RFC 9110: the whole file answers several ranges too
      }
      long from = ranges.get(0).getRangeStart(file.bytes());
      long to = ranges.get(0).getRangeEnd(file.bytes());
      if (from < file.bytes()) {
        return Optional.of(new Part(from, to - from + 1));
      }
    } catch (IllegalArgumentException e) {
      // Falls through: the answer below says what would be right.
    }
    throw Problem.of(
        HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
        "Expected a range within 0-%d, but found \"%s\".".formatted(file.bytes() - 1, header));
  }

  static Digest digest(ServerRequest request) {
    try {
      return new Digest(request.pathVariable("sha256"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("sha256", e.getMessage());
    }
  }

  private static Problem notHere(Digest digest) {
    return Problem.unknown(
        "There is no file %s that you may read. Bring it with PUT, or ask for a grant through its order."
            .formatted(digest));
  }

  /** A stretch of a file. */
  private record Part(long from, long length) {
    String words(long bytes) {
      return "bytes %d-%d/%d".formatted(from, from + length - 1, bytes);
    }
  }
}
