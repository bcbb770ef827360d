package org.vicinal.demo.town;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of an installation, with the launcher's flags. */
enum Program {
  COORDINATOR("coordinator", "org.vicinal.coordinator.cli.CoordinatorMain", "384m"),
  AGENT("workshop-agent", "org.vicinal.agent.cli.AgentMain", "96m"),
  SIMULATE("workshop-agent", "org.vicinal.agent.simulation.SimulateMain", "32m");

  private static final String VERSION = "0.1.0-SNAPSHOT";
  private final String module;
  private final String main;
  private final String heap;

  Program(String module, String main, String heap) {
    this.module = module;
    this.main = main;
    this.heap = heap;
  }

  /**
   * Java, its flags, and the program; its own class path comes first, {@link WithParent} starts it.
   */
  List<String> command() {
    var words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heap,
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow")); // Kafka unmaps its files by it
    var own = System.getenv("VICINAL_JAVA_OPTIONS");
    if (own != null && !own.isBlank()) {
      words.addAll(List.of(own.strip().split(" +")));
    }
    words.addAll(
        List.of(
            "-cp",
            jar(module) + File.pathSeparator + Installation.classesOfDemo(),
            WithParent.class.getName(),
            main));
    return words;
  }

  private static Path jar(String module) {
    return Installation.home()
        .resolve(module)
        .resolve("target")
        .resolve(module + "-" + VERSION + ".jar");
  }
}
