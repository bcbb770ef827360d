package org.vicinal.agent.simulation;

import org.vicinal.agent.simulation.Waiting.On;

/** GRBL's own commands, those that begin with a dollar. */
final class GrblSystem {
  private final SimulatedGrbl grbl;
  private final GrblMachine machine;
  private final String[] startup = {"", ""};
  private int error;

  GrblSystem(SimulatedGrbl grbl, GrblMachine machine) {
    this.grbl = grbl;
    this.machine = machine;
  }

  int error() {
    return error;
  }

  Waiting begin(String text, long now) {
    error = 0;
    boolean resting = grbl.resting() || grbl.locked();
    return switch (text) {
      case "$" -> tell("[HLP:$$ $# $G $I $N $x=val $Nx=line $J=line $SLP $C $X $H ~ ! ? ctrl-x]");
      case "$G" -> tell(machine.modes.report());
      case "$$" -> resting ? list(machine.settings.list()) : refuse(8);
      case "$#" -> resting ? list(machine.parameters()) : refuse(8);
      case "$N" ->
          resting ? list("$N0=" + startup[0] + "\r\n$N1=" + startup[1] + "\r\n") : refuse(8);
      case "$I" ->
          resting
              ? list("[VER:1.1h.20190830:]\r\n[OPT:V,15," + grbl.receiveBytes() + "]\r\n")
              : refuse(8);
      case "$C" -> grbl.toggleCheck();
      case "$X" -> grbl.unlock();
      case "$H" -> resting ? home() : refuse(8);
      case "$SLP" -> resting ? sleep() : refuse(8);
      case "$RST=$", "$RST=#", "$RST=*" -> resting ? restore(now) : refuse(8);
      default -> assign(text, now, resting);
    };
  }

  private Waiting tell(String line) {
    grbl.say(line);
    return Waiting.OVER;
  }

  private Waiting list(String lines) {
    grbl.sayRaw(lines);
    return Waiting.OVER;
  }

  private Waiting refuse(int code) {
    error = code;
    return Waiting.OVER;
  }

  private Waiting home() {
    if (!machine.settings.on(22)) {
      return refuse(5);
    }
    return grbl.home();
  }

  private Waiting sleep() {
    grbl.sleep();
    return Waiting.forThe(On.PERSON);
  }

  private Waiting restore(long now) {
    grbl.say("[MSG:Restoring defaults]");
    return Waiting.until(grbl.writeEeprom(now));
  }

  private Waiting assign(String text, long now, boolean resting) {
    int equals = text.indexOf('=');
    if (text.startsWith("$J=")) {
      return jog(text.substring(3));
    }
    if (equals < 0) {
      return refuse(3);
    }
    if (!resting) {
      return refuse(8);
    }
    if (text.startsWith("$I=")) {
      return Waiting.until(grbl.writeEeprom(now));
    }
    if (text.startsWith("$N0=") || text.startsWith("$N1=")) {
      startup[text.charAt(2) - '0'] = text.substring(4);
      return Waiting.until(grbl.writeEeprom(now));
    }
    return setting(text, equals, now);
  }

  private Waiting setting(String text, int equals, long now) {
    int number;
    double value;
    try {
      number = Integer.parseInt(text.substring(1, equals));
      value = Double.parseDouble(text.substring(equals + 1));
    } catch (NumberFormatException e) {
      return refuse(2);
    }
    if (!machine.settings.knows(number)) {
      return refuse(3);
    }
    if (value < 0) {
      return refuse(4);
    }
    if (number == 20 && value != 0 && !machine.settings.on(22)) {
      return refuse(10);
    }
    machine.settings.set(number, value);
    return Waiting.until(grbl.writeEeprom(now));
  }

  private Waiting jog(String text) {
    if (grbl.locked()) {
      return refuse(9);
    }
    if (!grbl.resting() && !grbl.jogging()) {
      return refuse(8);
    }
    GrblBlock block = GrblBlock.parse(text);
    if (block.error != 0) {
      return refuse(block.error);
    }
    if (block.motion >= 0 || block.nonModal >= 0 || block.flow >= 0 || block.spindle >= 0) {
      return refuse(16);
    }
    if (!block.hasAxis()) {
      return refuse(26);
    }
    if (!block.has('F') || block.value('F') == 0) {
      return refuse(22);
    }
    return jogTo(block);
  }

  private Waiting jogTo(GrblBlock block) {
    GrblModes kept = machine.modes;
    boolean inches = kept.inches;
    double feed = kept.feed;
    kept.inches = block.units >= 0 ? block.units == 20 : inches;
    boolean relative = block.distance >= 0 ? block.distance == 91 : kept.relative;
    double[] to = machine.target(block, block.machineSpace, relative);
    kept.feed = block.value('F') * kept.unit();
    double length = GrblMachine.distance(machine.planner.target(), to);
    double seconds = machine.seconds(to, length, false);
    double jogFeed = kept.feed;
    kept.inches = inches;
    kept.feed = feed;
    if (machine.settings.on(20) && machine.outside(to)) {
      return refuse(15);
    }
    return Waiting.forThe(On.ROOM)
        .then(
            now -> {
              machine.planner.add(to, grbl.nanos(seconds), jogFeed, now);
              grbl.beginJog();
              return Waiting.OVER;
            });
  }
}
