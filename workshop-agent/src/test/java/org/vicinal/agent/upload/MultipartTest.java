package org.vicinal.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes come in whatever pieces: the parts are those that were sent, or it is refused. */
class MultipartTest {
  private static final String BOUNDARY = "----WebKitFormBoundaryqT7gQ";

  @SuppressWarnings("ArrayRecordComponent") // compared by the test
  private record Sent(String name, byte[] bytes) {}

  private static long seed() {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    System.out.println("vicinal.seed=" + seed);
    return seed;
  }

  @Test
  void everyFormIsReadAsItWasSent() throws Exception {
    long seed = seed();
    var random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      var sent = parts(random);
      var read = read(form(sent), random);
      assertThat(read).as("seed %d, form %d", seed, i).hasSameSizeAs(sent);
      for (int part = 0; part < sent.size(); part++) {
        assertThat(read.get(part).name()).isEqualTo(sent.get(part).name());
        assertThat(read.get(part).bytes())
            .as("seed %d, form %d, part %d", seed, i, part)
            .isEqualTo(sent.get(part).bytes());
      }
    }
  }

  @Test
  void aFormThatIsCutOrDamagedIsRefusedOrReadToItsEnd() throws IOException {
    long seed = seed();
    var random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      var form = form(parts(random));
      var bad =
          random.nextBoolean()
              ? Arrays.copyOf(form, random.nextInt(form.length))
              : damaged(form, random);
      try {
        read(bad, random);
      } catch (Refusal e) {
        assertThat(e.status()).as("seed %d, form %d", seed, i).isEqualTo(400);
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static byte[] damaged(byte[] form, Random random) {
    var bad = form.clone();
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
    }
    return bad;
  }

  /** Contents that look like boundaries, and such that end in the middle of one. */
  private static List<Sent> parts(Random random) {
    var parts = new ArrayList<Sent>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      var bytes = new ByteArrayOutputStream();
      for (int piece = random.nextInt(5); piece > 0; piece--) {
        byte[] some = new byte[random.nextInt(random.nextInt(4) == 0 ? 200_000 : 300)];
        random.nextBytes(some);
        if (some.length > 0) {
          some[0] = 0; // or what was almost a boundary becomes one
        }
        bytes.writeBytes(some);
        var almost = "\r\n--" + BOUNDARY;
        bytes.writeBytes(
            almost.substring(0, random.nextInt(almost.length())).getBytes(StandardCharsets.UTF_8));
      }
      parts.add(new Sent("part" + i, bytes.toByteArray()));
    }
    return parts;
  }

  private static byte[] form(List<Sent> parts) {
    var form = new ByteArrayOutputStream();
    for (var part : parts) {
      form.writeBytes(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n"
              .formatted(BOUNDARY, part.name())
              .getBytes(StandardCharsets.UTF_8));
      form.writeBytes(part.bytes());
      form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private static List<Sent> read(byte[] form, Random random) throws IOException, Refusal {
    var pieces =
        new FilterInputStream(new ByteArrayInputStream(form)) {
          @Override
          public int read(byte[] target, int from, int length) throws IOException {
            return super.read(target, from, Math.min(length, 1 + random.nextInt(9_000)));
          }
        };
    var multipart = new Multipart("multipart/form-data; boundary=" + BOUNDARY, pieces);
    var parts = new ArrayList<Sent>();
    for (var part = multipart.next(); part.isPresent(); part = multipart.next()) {
      var bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 + random.nextInt(5_000)];
      for (int count = multipart.read(buffer); count >= 0; count = multipart.read(buffer)) {
        bytes.write(buffer, 0, count);
      }
      parts.add(new Sent(part.get().name(), bytes.toByteArray()));
    }
    return parts;
  }
}
