package org.vicinal.agent.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.AgentSettings;
import org.vicinal.messages.config.Configuration;
import picocli.CommandLine.Option;

/** The flags of an agent that runs. */
final class RunOptions {
  private static final String PREFIX = "VICINAL_AGENT_";
  private static final String CONFIG = "VICINAL_AGENT_CONFIG";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "workshop.yaml: machines, materials, prices")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of journal, files and enrolment.json (workshop-data)")
  private @Nullable String data;

  @Option(
      names = "--enrolment",
      paramLabel = "FILE",
      description = "what the coordinator gave for this workshop (DATA/enrolment.json)")
  private @Nullable String enrolment;

  @Option(
      names = "--attendant",
      paramLabel = "WHO",
      description = "person, or simulated with simulated machines only")
  private @Nullable String attendant;

  @Option(
      names = "--attendant-seconds",
      paramLabel = "S",
      description = "how long the simulated attendant takes (2)")
  private @Nullable String attendantSeconds;

  @Option(
      names = "--control-port",
      paramLabel = "N",
      description = "port of the agent's own page on loopback (the system chooses)")
  private @Nullable String controlPort;

  @Option(
      names = "--reserve-minutes",
      paramLabel = "N",
      description = "added to every promised date (15)")
  private @Nullable String reserveMinutes;

  AgentSettings settings() {
    return read(config, flags());
  }

  static AgentSettings read(@Nullable Path file, Map<String, String> flags) {
    var environment = new HashMap<>(System.getenv());
    var named = environment.remove(CONFIG);
    var from = file != null ? file : named != null ? Path.of(named) : null;
    return Configuration.read(AgentSettings.class, from, PREFIX, environment, flags);
  }

  private Map<String, String> flags() {
    var flags = new HashMap<String, String>();
    put(flags, "data", data);
    put(flags, "enrolment", enrolment);
    put(flags, "attendant", attendant);
    put(flags, "attendant-seconds", attendantSeconds);
    put(flags, "control-port", controlPort);
    put(flags, "reserve-minutes", reserveMinutes);
    return flags;
  }

  private static void put(Map<String, String> flags, String key, @Nullable String value) {
    if (value != null) {
      flags.put(key, value);
    }
  }
}
