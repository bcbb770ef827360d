package org.vicinal.coordinator.http;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.picture.Picture;
import org.vicinal.messages.id.Digest;
import reactor.core.publisher.Mono;

/**
 * {@code GET /files/{sha256}/picture}: what a model looks like, to whoever may read the file.
 *
 * <p>Pictures are drawn when somebody asks, one at a time, and a few are kept: a digest never
 * changes its look.
 */
final class PictureHandler {
  private static final int USUAL = 320;
  private static final int SMALLEST = 16;
  private static final int KEPT = 200; // of about 20 kB
  private final FileHandler files;
  private final Semaphore drawing = new Semaphore(1);
  private final Map<String, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  PictureHandler(FileHandler files) {
    this.files = files;
  }

  Mono<ServerResponse> show(ServerRequest request, Caller caller)
      throws IOException, InterruptedException {
    var digest = FileHandler.digest(request);
    var file = files.readable(caller, digest);
    int side = side(request);
    var name = digest + "-" + side;
    var known = find(name);
    if (known == null) {
      drawing.acquire();
      try {
        known = find(name);
        if (known == null) {
          known = Picture.of("", Changes.bytes(file), side).png();
          keep(name, known);
        }
      } catch (MeshRefusal e) {
        throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, e.words());
      } finally {
        drawing.release();
      }
    }
    return ServerResponse.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate())
        .eTag("\"" + name + "\"")
        .bodyValue(known);
  }

  private byte @org.jspecify.annotations.Nullable [] find(String name) {
    synchronized (kept) {
      return kept.get(name);
    }
  }

  private void keep(String name, byte[] png) {
    synchronized (kept) {
      kept.put(name, png);
    }
  }

  private static int side(ServerRequest request) {
    var text = request.queryParam("size").orElse(String.valueOf(USUAL));
    try {
      int side = Integer.parseInt(text);
      if (side >= SMALLEST && side <= Picture.LARGEST) {
        return side;
      }
    } catch (NumberFormatException e) {
      // the same sentence as for a number out of range
    }
    throw Problem.field(
        "size",
        "a whole number of pixels from %d to %d".formatted(SMALLEST, Picture.LARGEST),
        text);
  }

  /** Where the picture of a file is, for those who show designs. */
  static String address(Digest digest) {
    return "/api/v1/files/" + digest + "/picture";
  }
}
