package org.vicinal.agent.machine;

import java.net.URI;
import org.vicinal.agent.serial.JsscLine;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.serial.TcpLine;
import org.vicinal.agent.simulation.Simulation;

/** From the name of a port in the settings to the line that speaks to it. */
final class Ports {

  private Ports() {}

  static SerialLine line(MachineSettings settings) {
    String port = settings.port();
    if (port.startsWith(Simulation.PREFIX)) {
      return Simulation.parse(port).line();
    }
    if (port.startsWith("tcp://")) {
      URI address = URI.create(port);
      return new TcpLine(address.getHost(), address.getPort());
    }
    return new JsscLine(port, settings.baud());
  }
}
