package org.vicinal.agent.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.port.FoundPort.UsbIdentity;

/** The kernel's tree of devices, climbed from a port to the USB device that it is a part of. */
final class UsbTree {

  private UsbTree() {}

  /** The first folder upwards with an {@code idVendor}, but not out of {@code top}. */
  static Optional<UsbIdentity> identityAbove(Path hardware, Path top) throws IOException {
    Path end = top.toRealPath();
    for (@Nullable Path at = hardware; at != null && at.startsWith(end); at = at.getParent()) {
      if (Files.exists(at.resolve("idVendor"))) {
        return Optional.of(
            new UsbIdentity(
                PortFinder.read(at.resolve("idVendor")),
                PortFinder.read(at.resolve("idProduct")),
                PortFinder.read(at.resolve("manufacturer")),
                PortFinder.read(at.resolve("product")),
                PortFinder.read(at.resolve("serial"))));
      }
    }
    return Optional.empty();
  }
}
