package org.vicinal.agent.machine;

import java.net.URI;
import org.vicinal.agent.serial.JsscLine;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.serial.TcpLine;
import org.vicinal.agent.simulation.Simulation;

/** From the name of a port in the settings to the line that speaks to it. */
public final class Ports {

  private static final String KEEP = "?dtr=keep";
  private static final String DOWN = "?dtr=down";

  private Ports() {}

  private static SerialLine device(String port, int baud) {
    if (port.endsWith(KEEP)) {
      return new JsscLine(without(port, KEEP), baud, JsscLine.Lines.KEPT);
    }
    return port.endsWith(DOWN)
        ? new JsscLine(without(port, DOWN), baud, JsscLine.Lines.DOWN)
        : new JsscLine(port, baud);
  }

  private static String without(String port, String end) {
    return port.substring(0, port.length() - end.length());
  }

  static SerialLine line(MachineSettings settings) {
    return line(settings.port(), settings.baud());
  }

  /**
   * A line that is not yet open.
   *
   * @param port a device path, {@code tcp://host:port} or {@code simulated:marlin}; behind a path
   *     {@code ?dtr=keep} for a board that the next opening shall not reset, {@code ?dtr=down} for
   *     one that wants DTR and RTS low
   * @param baud bits per second, where that means something
   */
  public static SerialLine line(String port, int baud) {
    if (port.startsWith(Simulation.PREFIX)) {
      return Simulation.parse(port).line();
    }
    if (port.startsWith("tcp://")) {
      URI address = URI.create(port);
      return new TcpLine(address.getHost(), address.getPort());
    }
    return device(port, baud);
  }
}
