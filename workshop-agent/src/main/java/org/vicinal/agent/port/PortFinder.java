package org.vicinal.agent.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicinal.agent.port.FoundPort.Holder;
import org.vicinal.agent.port.FoundPort.UsbIdentity;

/** Looks for serial ports in the files of a Linux system. Opens none of them. */
public final class PortFinder {
  private final Path root;

  /**
   * @param root of the file system; {@code /} but in tests
   */
  public PortFinder(Path root) {
    this.root = root;
  }

  /** All ports with hardware behind them, in the order of their devices' names. */
  public List<FoundPort> list() throws IOException {
    var terminals = root.resolve("sys/class/tty");
    if (!Files.isDirectory(terminals)) {
      throw new IOException(
          "Expected serial ports to be listed in %s, but there is no such folder. This works on Linux with /sys mounted."
              .formatted(terminals));
    }
    var stable = stableNames();
    var holders = new Holders(root.resolve("proc"));
    var found = new ArrayList<FoundPort>();
    for (var terminal : children(terminals)) {
      if (isPort(terminal)) {
        found.add(describe(terminal, stable, holders));
      }
    }
    found.sort(Comparator.comparing(FoundPort::device));
    return List.copyOf(found);
  }

  /**
   * Consoles and pseudo-terminals have no device; slots of the kernel without a chip are type 0.
   */
  private static boolean isPort(Path terminal) throws IOException {
    return Files.exists(terminal.resolve("device"))
        && !read(terminal.resolve("type")).equals("0")
        && !Files.exists(terminal.resolve("active")); // the kernel's console
  }

  private FoundPort describe(Path terminal, Map<Path, String> stable, Holders holders)
      throws IOException {
    var device = root.resolve("dev").resolve(String.valueOf(terminal.getFileName()));
    var hardware = terminal.resolve("device").toRealPath();
    var usb = UsbTree.identityAbove(hardware, root.resolve("sys"));
    var real = Files.exists(device) ? device.toRealPath() : device;
    var held = holders.of(real);
    var why = obstacle(device, held);
    return new FoundPort(
        stable.getOrDefault(real, device.toString()),
        device.toString(),
        driver(hardware),
        usb.orElse(null),
        held,
        why.isEmpty(),
        why,
        usb.map(UsbIdentity::id).map(KnownBoards::hint).orElse(""));
  }

  private static String driver(Path hardware) throws IOException {
    var driver = hardware.resolve("driver");
    return Files.exists(driver) ? String.valueOf(driver.toRealPath().getFileName()) : "";
  }

  private static String obstacle(Path device, List<Holder> held) {
    if (!Files.exists(device)) {
      return "the kernel has it, but %s is missing. Inside a container the device must be handed in."
          .formatted(device);
    }
    if (!held.isEmpty()) {
      return held.stream()
              .map(holder -> "%s (process %d)".formatted(holder.program(), holder.pid()))
              .collect(Collectors.joining(", ", "it is in use by ", ". "))
          + "End that program first.";
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      return "this user may not open it. Join its group (%s) and log in again."
          .formatted(groupOf(device));
    }
    return "";
  }

  private static String groupOf(Path device) {
    try {
      var group = Files.getAttribute(device, "posix:group");
      return "sudo usermod -aG %s %s".formatted(group, System.getProperty("user.name"));
    } catch (IOException | UnsupportedOperationException e) {
      return "ls -l %s names it".formatted(device);
    }
  }

  /** Device to the name below {@code by-id}, or below {@code by-path} where the board has no id. */
  private Map<Path, String> stableNames() throws IOException {
    var names = new java.util.HashMap<Path, String>();
    for (var folder : List.of("by-id", "by-path")) {
      var links = root.resolve("dev/serial").resolve(folder);
      if (Files.isDirectory(links)) {
        for (var link : children(links)) {
          if (Files.exists(link)) {
            names.putIfAbsent(link.toRealPath(), link.toString());
          }
        }
      }
    }
    return names;
  }

  static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }

  /** The text of a small file of the kernel's; empty when there is none. */
  static String read(Path file) throws IOException {
    return Files.isReadable(file) ? Files.readString(file).strip() : "";
  }
}
