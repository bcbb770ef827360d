package org.vicinal.coordinator.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.files.Photos;
import org.vicinal.coordinator.photo.Photo;
import org.vicinal.coordinator.photo.PhotoRefusal;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;
import reactor.core.publisher.Mono;

/** {@code /orders/{id}/photos}: for those who write to each other about the order. */
final class PhotoHandler {
  private final Views views;
  private final Photos photos;
  private final Space space;

  PhotoHandler(Edge edge, Space space) {
    this.views = edge.views();
    this.photos = edge.photos();
    this.space = space;
  }

  /** What is kept of a photo. */
  record Kept(Digest photo, int width, int height, int bytes) {}

  /** POST: a JPEG or PNG; kept small, upright and without place and device. */
  Mono<ServerResponse> bring(ServerRequest request, Caller caller) throws IOException {
    var order = Circle.of(request, caller, views).order().id();
    space.demand();
    return DataBufferUtils.join(request.bodyToFlux(DataBuffer.class), Photo.LARGEST_BYTES)
        .map(PhotoHandler::bytes)
        .defaultIfEmpty(new byte[0])
        .onErrorMap(DataBufferLimitException.class, e -> tooLarge())
        .publishOn(Handling.THREADS)
        .flatMap(bytes -> Mono.fromCallable(() -> keep(order, bytes)))
        .flatMap(kept -> Handling.json(ServerResponse.created(address(order, kept.photo())), kept));
  }

  /** GET .../{photo}. */
  Mono<ServerResponse> show(ServerRequest request, Caller caller) {
    var order = Circle.of(request, caller, views).order().id();
    Digest name;
    try {
      name = new Digest(request.pathVariable("photo"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("photo", e.getMessage());
    }
    byte[] jpeg =
        photos
            .find(order, name)
            .orElseThrow(
                () -> Problem.unknown("There is no photo %s of this order.".formatted(name)));
    return ServerResponse.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
        .eTag("\"" + name + "\"")
        .bodyValue(jpeg);
  }

  private Kept keep(OrderId order, byte[] bytes) throws InterruptedException {
    try {
      var photo = Photo.of(bytes);
      var jpeg = photo.jpeg();
      var name =
          photos
              .keep(order, jpeg)
              .orElseThrow(
                  () ->
                      Problem.of(
                          HttpStatus.CONFLICT,
                          "Expected at most %d photos of an order, and all are there."
                              .formatted(Photos.MOST)));
      return new Kept(name, photo.width(), photo.height(), jpeg.length);
    } catch (PhotoRefusal e) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, e.words());
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Problem tooLarge() {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "Expected a photo of at most %,d bytes.".formatted(Photo.LARGEST_BYTES));
  }

  private static URI address(OrderId order, Digest photo) {
    return URI.create("/api/v1/orders/%s/photos/%s".formatted(order, photo));
  }
}
