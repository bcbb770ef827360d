package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.Digest;

/** A program or model of one's own, brought before it is named. */
final class BroughtFile {
  private BroughtFile() {}

  /** Brings it; what the body of a request says of it. */
  static Map<String, Object> bring(ApiClient client, String what, @Nullable String material)
      throws IOException, InterruptedException {
    var file = Path.of(what);
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationError(
          "Expected a release design@version or a file, but found neither at \"" + what + "\".");
    }
    if (material == null) {
      throw new ConfigurationError(
          "Expected --material NAME: a file does not tell what it is to be made of.");
    }
    var digest = digest(file);
    client.putFile("files/" + digest, file);
    return Map.of(
        "files",
        List.of(Map.of("name", String.valueOf(file.getFileName()), "digest", digest.value())));
  }

  /** Whose work it is. */
  static Map<String, Object> origin(@Nullable String source, @Nullable String licence) {
    if (source == null) {
      throw new ConfigurationError(
          "Expected --origin own, or --origin ADDRESS --licence SPDX: a brought file names whose"
              + " work it is.");
    }
    var origin = new LinkedHashMap<String, Object>();
    origin.put("source", source);
    if (licence != null) {
      origin.put("licence", licence);
    }
    return origin;
  }

  static Digest digest(Path file) throws IOException {
    var running = Digest.sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), running)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return Digest.of(running);
  }
}
