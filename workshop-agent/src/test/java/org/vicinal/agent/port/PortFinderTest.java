package org.vicinal.agent.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port is known by the name that stays, with what is behind it and who has it. */
class PortFinderTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void aComputer() throws IOException {
    root = folder.toRealPath();
    Files.createDirectories(root.resolve("sys/class/tty"));
    Files.createDirectories(root.resolve("dev/serial/by-id"));
    Files.createDirectories(root.resolve("proc/self"));
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  /** A converter in the second socket of the first hub, as the kernel shows it. */
  private void plugged(String name, String vendor, String product) throws IOException {
    var usb = "sys/devices/pci0000:00/usb1/1-2";
    write(usb + "/idVendor", vendor);
    write(usb + "/idProduct", product);
    write(usb + "/manufacturer", "QinHeng");
    write(usb + "/product", "USB Serial");
    var port = Files.createDirectories(root.resolve(usb + "/1-2:1.0/" + name));
    var driver = Files.createDirectories(root.resolve("sys/bus/usb-serial/drivers/ch341-uart"));
    Files.createSymbolicLink(port.resolve("driver"), driver);
    var terminal = Files.createDirectories(port.resolve("tty").resolve(name));
    Files.createSymbolicLink(terminal.resolve("device"), port);
    Files.createSymbolicLink(root.resolve("sys/class/tty").resolve(name), terminal);
    Files.createFile(root.resolve("dev").resolve(name));
  }

  private void linked(String name, String device) throws IOException {
    Files.createSymbolicLink(
        root.resolve("dev/serial/by-id").resolve(name), Path.of("../../" + device));
  }

  private FoundPort only() throws IOException {
    var ports = new PortFinder(root).list();
    assertThat(ports).hasSize(1);
    return ports.getFirst();
  }

  @Test
  void aBoardIsNamedByItsIdAndDescribed() throws IOException {
    plugged("ttyUSB0", "1a86", "7523");
    linked("usb-1a86_USB_Serial-if00-port0", "ttyUSB0");
    var port = only();
    assertThat(port.name()).endsWith("/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0");
    assertThat(port.device()).endsWith("/dev/ttyUSB0");
    assertThat(port.usb())
        .isEqualTo(new FoundPort.UsbIdentity("1a86", "7523", "QinHeng", "USB Serial", ""));
    assertThat(port.driver()).isEqualTo("ch341-uart");
    assertThat(port.hint()).contains("CH340");
    assertThat(port.usable()).isTrue();
    assertThat(port.why()).isEmpty();
  }

  @Test
  void whoHoldsItIsNamed() throws IOException {
    plugged("ttyUSB0", "1a86", "7523");
    write("proc/4711/comm", "octoprint");
    Files.createDirectories(root.resolve("proc/4711/fd"));
    Files.createSymbolicLink(root.resolve("proc/4711/fd/5"), root.resolve("dev/ttyUSB0"));
    var port = only();
    assertThat(port.holders()).containsExactly(new FoundPort.Holder(4711, "octoprint"));
    assertThat(port.usable()).isFalse();
    assertThat(port.why()).contains("in use by octoprint (process 4711)");
  }

  @Test
  void consolesAndEmptySlotsAreNoPorts() throws IOException {
    Files.createDirectories(root.resolve("sys/class/tty/tty1"));
    write("sys/class/tty/ttyS1/type", "0");
    Files.createDirectories(root.resolve("sys/class/tty/ttyS1/device"));
    assertThat(new PortFinder(root).list()).isEmpty();
  }

  @Test
  void aPortOnTheBoardItselfHasNoUsbIdentity() throws IOException {
    write("sys/class/tty/ttyS0/type", "4");
    Files.createDirectories(root.resolve("sys/class/tty/ttyS0/device"));
    Files.createFile(root.resolve("dev/ttyS0"));
    var port = only();
    assertThat(port.usb()).isNull();
    assertThat(port.name()).endsWith("/dev/ttyS0");
  }

  @Test
  void aDeviceThatIsMissingSaysWhatThatMeans() throws IOException {
    plugged("ttyUSB0", "0403", "6001");
    Files.delete(root.resolve("dev/ttyUSB0"));
    assertThat(only().why()).contains("Inside a container");
  }

  @Test
  void whoMayNotOpenItIsToldWhichGroup() throws IOException {
    plugged("ttyUSB0", "0403", "6001");
    Files.setPosixFilePermissions(
        root.resolve("dev/ttyUSB0"), PosixFilePermissions.fromString("---------"));
    org.junit.jupiter.api.Assumptions.assumeFalse(
        Files.isReadable(root.resolve("dev/ttyUSB0")), "root may open everything");
    assertThat(only().why()).contains("usermod -aG");
  }

  @Test
  void withoutTheKernelsListItSaysSo() {
    assertThatThrownBy(() -> new PortFinder(root.resolve("nowhere")).list())
        .hasMessageContaining("/sys mounted");
  }
}
