package org.vicinal.agent.machine;

import java.net.URI;
import org.vicinal.agent.serial.JsscLine;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.serial.TcpLine;
import org.vicinal.agent.simulation.Simulation;

/** From the name of a port in the settings to the line that speaks to it. */
public final class Ports {

  private Ports() {}

  static SerialLine line(MachineSettings settings) {
    return line(settings.port(), settings.baud());
  }

  /**
   * A line that is not yet open.
   *
   * @param port a device path, {@code tcp://host:port} or {@code simulated:marlin}
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
    return new JsscLine(port, baud);
  }
}
