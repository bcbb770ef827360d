package org.vicinal.agent.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A serial port.
 *
 * @param name the path to write into a configuration: below {@code /dev/serial/by-id} where the
 *     system has made one, because it stays when ports are numbered anew
 * @param device the path that the kernel chose, such as {@code /dev/ttyUSB0}
 * @param driver the kernel's driver, empty where none is named
 * @param usb what the board on the other end of a USB cable says it is
 * @param holders the processes that have it open, as far as this user may see
 * @param usable whether it can be opened now
 * @param why what stands in the way and what to do; empty where nothing does
 * @param hint what is known of boards with this USB id; empty where nothing is
 */
public record FoundPort(
    String name,
    String device,
    String driver,
    @Nullable UsbIdentity usb,
    List<Holder> holders,
    boolean usable,
    String why,
    String hint) {

  /**
   * What a USB device tells about itself; texts it does not tell are empty.
   *
   * @param vendor four hexadecimal digits, as is {@code product}
   */
  public record UsbIdentity(
      String vendor, String product, String maker, String title, String serial) {

    /** Vendor and product as {@code 1a86:7523}. */
    public String id() {
      return vendor + ":" + product;
    }

    /** Maker and title, for people. */
    public String words() {
      return (maker + " " + title).strip();
    }
  }

  /** A process that has the port open. */
  public record Holder(long pid, String program) {}

  public FoundPort {
    holders = List.copyOf(holders);
  }
}
