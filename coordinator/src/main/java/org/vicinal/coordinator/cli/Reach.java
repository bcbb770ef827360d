package org.vicinal.coordinator.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.caller.Role;
import picocli.CommandLine.Option;

/** How a subcommand reaches the running coordinator, as its steward. */
final class Reach {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The coordinator's data folder: tells its address and makes the token.")
  private Path data = Path.of("vicinal-data");

  @Option(
      names = "--coordinator",
      paramLabel = "URL",
      description = "Its address, when the folder is not here.")
  private @Nullable URI coordinator;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "A steward's, when the folder is not here.")
  private @Nullable String token;

  ApiClient client() {
    var told = DataFolder.addressIn(data);
    var address =
        coordinator != null
            ? coordinator
            : URI.create(told == null ? "http://127.0.0.1:8080" : told);
    return new ApiClient(address, token != null ? token : steward());
  }

  private String steward() {
    return TokenCommand.tokens(data).make(Role.STEWARD, "command line", 1);
  }
}
