package org.vicinal.agent.simulation.grbl;

import java.util.List;
import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.agent.simulation.board.Waiting.On;

/** GRBL's own commands, those that begin with a dollar. */
final class GrblSystem {
  private static final String HELP =
      "[HLP:$$ $# $G $I $N $x=val $Nx=line $J=line $SLP $C $X $H ~ ! ? ctrl-x]";

  private final GrblController grbl;
  private final GrblMachine machine;
  private final GrblProgram program;
  private final GrblSwitches switches;
  private final GrblMoves moves;
  private final String[] startup = {"", ""};
  private Runnable afterAnswer = () -> {};
  private int error;

  GrblSystem(GrblController grbl, GrblMachine machine, GrblProgram program, GrblSwitches switches) {
    this.grbl = grbl;
    this.machine = machine;
    this.program = program;
    this.switches = switches;
    this.moves = new GrblMoves(grbl, machine);
  }

  int error() {
    return error;
  }

  List<String> startup() {
    return List.of(startup);
  }

  /** The line has been answered; some commands do the rest only now. */
  void answered() {
    Runnable rest = afterAnswer;
    afterAnswer = () -> {};
    rest.run();
  }

  Waiting begin(String text) {
    error = 0;
    afterAnswer = () -> {};
    boolean resting = grbl.resting() || grbl.locked();
    boolean frozen = grbl.frozen(); // only grblHAL still reads then, and takes only questions
    return switch (text) {
      case "$" -> tell(HELP);
      case "$G" -> tell(machine.modes.report());
      case "$$" -> resting ? list(machine.settings.list()) : refuse(8);
      case "$#" -> resting ? list(machine.offsets.list()) : refuse(8);
      case "$N" ->
          resting ? list("$N0=" + startup[0] + "\r\n$N1=" + startup[1] + "\r\n") : refuse(8);
      case "$I", "$I+" -> resting ? identify(text) : refuse(8);
      case "$C" -> grbl.checking() || grbl.resting() ? grbl.toggleCheck() : refuse(8);
      case "$X" -> frozen ? refuse(79) : grbl.unlock();
      case "$H" -> frozen ? refuse(79) : resting ? home() : refuse(8);
      case "$SLP" -> resting ? sleep() : refuse(8);
      case "$RST=$", "$RST=#", "$RST=*" -> resting ? restore() : refuse(8);
      case "$HELP", "$EA", "$EE", "$ES" -> switches.hal() ? enumerate(text) : refuse(3);
      default -> assign(text, resting && !frozen);
    };
  }

  private Waiting tell(String line) {
    grbl.voice().say(line);
    return Waiting.OVER;
  }

  private Waiting tellAll(String... lines) {
    for (String line : lines) {
      grbl.voice().say(line);
    }
    return Waiting.OVER;
  }

  private Waiting list(String lines) {
    grbl.voice().sayRaw(lines);
    return Waiting.OVER;
  }

  private Waiting refuse(int code) {
    error = code;
    return Waiting.OVER;
  }

  private Waiting identify(String text) {
    if (!switches.hal()) {
      return text.equals("$I")
          ? list("[VER:1.1h.20190830:]\r\n" + options("V") + "]\r\n")
          : refuse(3);
    }
    return list(
        "[VER:1.1f.20260818:]\r\n"
            + options("VNMSL")
            + ",3,0]\r\n[AXS:3:XYZ]\r\n[NEWOPT:ENUMS,RT"
            + (switches.twinsOnly() ? "-" : "+")
            + (switches.homing() ? ",HOME" : "")
            + ",TC,SED]\r\n[FIRMWARE:grblHAL]\r\n[SIGNALS:HS]\r\n[DRIVER:Simulated]\r\n"
            + "[BOARD:Simulated by Vicinal]\r\n");
  }

  private String options(String flags) {
    return "[OPT:%s,%d,%d".formatted(flags, switches.blocks(), switches.receiveBytes());
  }

  private Waiting enumerate(String text) {
    return switch (text) {
      case "$EA" ->
          tellAll(
              "[ALARMCODE:1||Hard limit has been triggered.]",
              "[ALARMCODE:2||Soft limit alarm.]",
              "[ALARMCODE:3||Reset while in motion.]",
              "[ALARMCODE:10||EStop asserted.]");
      case "$EE" ->
          tellAll(
              "[ERRORCODE:1||G-code words consist of a letter and a value.]",
              "[ERRORCODE:9||G-code locked out during alarm or jog state.]");
      case "$ES" -> tellAll("[SETTING:481|1|Autoreport interval|ms|6|###0|100|1000|1|0]");
      default -> tell(HELP);
    };
  }

  private Waiting home() {
    return machine.settings.on(22) ? grbl.home() : refuse(5);
  }

  private Waiting sleep() {
    grbl.sleep();
    return Waiting.forThe(On.PERSON);
  }

  /** Defaults come back, and after the answer the controller restarts by itself. */
  private Waiting restore() {
    grbl.voice().say("[MSG:Restoring defaults]");
    afterAnswer = grbl::restart;
    return Waiting.until(grbl.writeEeprom(grbl.clock()));
  }

  private Waiting assign(String text, boolean resting) {
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
      return Waiting.until(grbl.writeEeprom(grbl.clock()));
    }
    if (text.startsWith("$N0=") || text.startsWith("$N1=")) {
      return startupLine(text);
    }
    return setting(text, equals);
  }

  private Waiting startupLine(String text) {
    String line = text.substring(4);
    if (grbl.locked()) {
      return refuse(8);
    }
    int wrong = line.isEmpty() ? 0 : program.judge(line);
    if (wrong != 0) {
      return refuse(wrong);
    }
    startup[text.charAt(2) - '0'] = line;
    return Waiting.until(grbl.writeEeprom(grbl.clock()));
  }

  private Waiting setting(String text, int equals) {
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
    machine.settingsChanged();
    return Waiting.until(grbl.writeEeprom(grbl.clock()));
  }

  private Waiting jog(String text) {
    if (grbl.locked()) {
      return refuse(9);
    }
    if (!grbl.resting() && !grbl.jogging()) {
      return refuse(8);
    }
    GrblBlock block = GrblBlock.parse(text, switches.hal());
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

  /** Units and distance of a jog hold for it alone. */
  private Waiting jogTo(GrblBlock block) {
    GrblModes modes = machine.modes;
    boolean inches = modes.inches;
    modes.inches = block.units >= 0 ? block.units == 20 : inches;
    boolean relative = block.distance >= 0 ? block.distance == 91 : modes.relative;
    double[] to = machine.target(block, block.machineSpace, relative);
    double feed = block.value('F') * modes.unit();
    modes.inches = inches;
    GrblMoves.Planned planned = moves.jog(to, feed);
    return planned.error() == 0 ? planned.waiting() : refuse(planned.error());
  }
}
