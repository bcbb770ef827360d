package org.vicinal.coordinator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.caller.Tokens;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coordinator token}: proves who somebody is, by whoever can read the data folder. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a bearer token. Whoever has it is that person; the name itself is kept nowhere.",
      "Works beside a running coordinator, and before the first start."
    })
final class TokenCommand implements Callable<Integer> {
  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "customer, designer, workshop or steward.")
  private String role = "";

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The person; for a workshop its id.")
  private String name = "";

  @Option(names = "--data", paramLabel = "DIR", description = "The coordinator's data folder.")
  private Path data = Path.of("vicinal-data");

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How long it is good (default: ${DEFAULT-VALUE}).")
  private int days = Tokens.DAYS;

  @Override
  public Integer call() {
    try {
      System.out.println(tokens(data).make(Role.of(role), name, days));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ConfigurationError(String.valueOf(e.getMessage()));
    }
  }

  /** The tokens of the coordinator with this data folder. */
  static Tokens tokens(Path data) {
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw new ConfigurationError("Expected a folder at " + data + ", but found a file.");
    }
    return Coordinator.tokens(new Vault(data.resolve("keys")), InstantSource.system());
  }
}
