package org.vicinal.gcode.meaning;

import java.util.LinkedHashMap;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Planner;

/**
 * GRBL, grblHAL and LinuxCNC: a line is a set of modal words, executed in RS-274's order and not as
 * written. A line with an error moves nothing, as on the machine.
 */
final class MillInterpreter extends Interpreter {
  private final MillBlock block = new MillBlock();
  private final Coordinates where = new Coordinates();
  private final CannedCycle cycle = new CannedCycle();
  private final double[] target = new double[3];
  private final double[] offset = new double[3];
  private final double[] turn = new double[3];

  private double unit = 1;
  private boolean relative;
  private boolean absoluteCenter;
  private boolean inverseTime;
  private boolean unitStated;
  private boolean perRevolution;
  private double feed;
  private int motion;
  private int plane = 17;
  private boolean returnToR;
  private boolean diameter;
  private boolean spindleOn;
  private double spindle;
  private int pendingTool = -1;
  private boolean cutWithoutSpindle;
  private final Spline spline = new Spline();
  private boolean broken;
  private final Parameters parameters = new Parameters();
  private final Flow flow = new Flow(parameters);
  private String shown = "";

  MillInterpreter(WordReader words, Dialect dialect, MachineLimits machine, Planner planner) {
    super(words, dialect, machine, planner);
    motion = dialect == Dialect.LINUXCNC ? 800 : 0;
    returnToR = dialect == Dialect.LINUXCNC;
  }

  @Override
  protected void line() {
    if (dialect == Dialect.LINUXCNC && (flow.isCollecting() || beginsWithO())) {
      collect();
      return;
    }
    broken = false;
    block.clear();
    if (words.oddColumn() != 0) {
      oddLine();
      return;
    }
    for (int i = 0; i < words.count() && !broken; i++) {
      word(i);
    }
    if (!broken && !block.isEmpty()) {
      execute();
    }
  }

  private void oddLine() {
    int c = words.oddByte();
    if (c == '$' && words.oddColumn() == 1) {
      setting();
      return;
    }
    boolean expression = c == '#' || c == '[' || c == '=' || c == '<' || c == '|';
    if (expression && dialect == Dialect.LINUXCNC) {
      computed(words.lineNumber(), Expression.plain(words.text(0, words.length())));
    } else if (expression) {
      error(
          Rule.EXPRESSION,
          words.oddColumn(),
          "Expected plain numbers, found a parameter or an expression, which "
              + dialect
              + " is not asked to compute here. Export the program without");
    } else {
      String shown = c > ' ' && c < 0x7f ? "'" + (char) c + "'" : "the byte 0x%02x".formatted(c);
      error(
          c < ' ' ? Rule.CONTROL_BYTE : Rule.UNEXPECTED_BYTE,
          words.oddColumn(),
          "Expected a word such as X10, found " + shown);
    }
  }

  private boolean beginsWithO() {
    int first = words.count() > 0 && words.letter(0) == 'N' ? 1 : 0;
    return words.count() > first && words.letter(first) == 'O';
  }

  private void collect() {
    if (flow.isFull()) {
      error(
          Rule.EXPRESSION,
          0,
          "Expected at most " + Flow.MOST_LINES + " lines in a program with O words");
    } else {
      flow.add(words.lineNumber(), words.text(0, words.length()));
    }
  }

  /** Executes a line of words whose numbers must be computed. */
  private void computed(long number, String plain) {
    broken = false;
    block.clear();
    try {
      var settings = new LinkedHashMap<String, Double>();
      var line = new Expression(plain, parameters);
      line.takeIf("/");
      while (!line.atEnd() && !broken) {
        char letter = line.take();
        if (letter == '#') {
          String name = line.takeIf("<") ? line.name('>') : "#" + Math.round(line.value());
          if (!line.takeIf("=")) {
            throw new ExpressionRefusal("'=' after a parameter");
          }
          settings.put(name, line.value());
        } else if (letter >= 'a' && letter <= 'z') {
          take(0, letter - 32, line.value());
        } else {
          throw new ExpressionRefusal("a word such as X10, found '" + letter + "'");
        }
      }
      settings.forEach(this::set);
      if (!broken && !block.isEmpty()) {
        execute();
      }
    } catch (ExpressionRefusal e) {
      error(Rule.EXPRESSION, 0, e.text() + " in line " + number);
    }
    for (int axis = 0; axis < 3; axis++) {
      parameters.setNumber(5420 + axis, (where.at[axis] - where.offset(axis)) / unit);
    }
  }

  private void set(String name, double value) {
    if (name.startsWith("#")) {
      parameters.setNumber(Integer.parseInt(name.substring(1)), value);
    } else {
      parameters.setNamed(name, value);
    }
  }

  private void runFlow() {
    try {
      flow.run(
          line -> {
            findings.at(line.number());
            shown = line.shown();
            if (!line.plain().isEmpty() && !line.plain().startsWith("%")) {
              computed(line.number(), line.plain());
            }
            return !hasEnded();
          });
    } catch (ExpressionRefusal e) {
      findings.at(flow.here().number());
      shown = flow.here().shown();
      error(Rule.EXPRESSION, 0, e.text());
    }
  }

  private String text() {
    String line = shown.isEmpty() ? words.text() : shown;
    return line.length() > 120 ? line.substring(0, 120) + "..." : line;
  }

  private void setting() {
    String line = text();
    if (line.equals("$H") || line.equals("$H ")) {
      tally.homings++;
      planner.stop();
    } else {
      error(
          Rule.FORBIDDEN_COMMAND,
          1,
          "Expected nothing that changes the machine's settings or state, found a '$' command. Remove it");
    }
  }

  private void error(Rule rule, int column, String text) {
    broken = true;
    if (findings.wants(rule)) {
      findings.add(rule, column, text + ": " + text());
    }
  }

  private void word(int i) {
    int letter = words.letter(i);
    if (words.kind(i) != WordReader.NUMBER) {
      boolean bare = words.kind(i) == WordReader.BARE;
      error(
          bare ? Rule.MISSING_VALUE : Rule.BAD_NUMBER,
          words.column(i),
          "Expected a number after "
              + (char) letter
              + ", found "
              + (bare ? "none" : "something else"));
      return;
    }
    take(words.column(i), letter, words.value(i));
  }

  private void take(int column, int letter, double value) {
    if (letter == 'G' || letter == 'M') {
      code(column, letter, value);
    } else if (letter == 'O') {
      error(
          Rule.EXPRESSION,
          column,
          "Expected no subroutine or loop (O word), found one. Export the program without");
    } else if (letter == 'N') {
      return; // a line number
    } else if (!MillCommands.knowsLetter(dialect, letter)) {
      error(
          Rule.UNSUPPORTED_COMMAND,
          column,
          "Expected a word of " + dialect + ", found " + (char) letter);
    } else if (Math.abs(value) > 1e7) {
      error(
          Rule.NUMBER_RANGE, column, "Expected a number that a machine can reach, found " + value);
    } else if (!block.put(letter, value)) {
      error(Rule.REPEATED_WORD, column, "Expected " + (char) letter + " once, found it twice");
    }
  }

  private void code(int column, int letter, double value) {
    int tenths = (int) Math.round(value * 10);
    boolean exact = Math.abs(value * 10 - tenths) < 1e-6;
    Rule rule = Rule.UNSUPPORTED_COMMAND;
    if (letter == 'G' && exact && MillCommands.knowsGeneral(dialect, tenths)) {
      rule = block.putGeneral(tenths);
    } else if (letter == 'M'
        && exact
        && tenths % 10 == 0
        && MillCommands.knowsMiscellaneous(dialect, tenths / 10)) {
      rule = block.putMiscellaneous(tenths / 10);
    }
    if (rule == Rule.UNSUPPORTED_COMMAND) {
      error(
          rule,
          column,
          "Expected a command of "
              + dialect
              + ", found "
              + (char) letter
              + number(value)
              + ", on which it stops. Choose another post-processor");
    } else if (rule == Rule.SAME_GROUP) {
      error(
          rule,
          column,
          "Expected one command of a kind in a line, found "
              + (char) letter
              + number(value)
              + " beside another");
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** In the order of RS-274, whatever the order in the line. */
  private void execute() {
    if (!consistent()) {
      return;
    }
    feedMode();
    if (block.has('F') && !inverseTime) {
      feed =
          block.value('F')
              * (block.code(MillBlock.UNITS) == 200
                      || (block.code(MillBlock.UNITS) == MillBlock.NONE && unit > 1)
                  ? 25.4
                  : 1);
      tally.maxFeed = Math.max(tally.maxFeed, feed);
    }
    spindleSpeed();
    tool();
    spindleDirection();
    if (block.code(MillBlock.NON_MODAL) == 40) {
      dwell();
    }
    modes();
    nonModal();
    if (!broken) {
      motion();
    }
    if (!broken) {
      unusedWords();
    }
    stop();
  }

  /** GRBL stops at words that nothing in the line uses. */
  private void unusedWords() {
    boolean arc = motion == 20 || motion == 30;
    int nonModal = block.code(MillBlock.NON_MODAL);
    boolean moved = block.hasAxis();
    if (dialect == Dialect.GRBL) {
      boolean center = block.has('I') || block.has('J') || block.has('K') || block.has('R');
      boolean value = block.has('P') || block.has('L');
      if ((center && !(arc && moved)) || (value && nonModal != 40 && nonModal != 100)) {
        error(
            Rule.UNUSED_WORD,
            0,
            "Expected only words that the line uses, found one too many (I, J, K, R, P or L)");
      }
    }
  }

  private boolean consistent() {
    int nonModal = block.code(MillBlock.NON_MODAL);
    int wanted = block.code(MillBlock.MOTION);
    boolean nonModalAxes =
        nonModal == 100 || nonModal == 280 || nonModal == 300 || nonModal == 920 || nonModal == 520;
    boolean lengthAxes = block.code(MillBlock.TOOL_LENGTH) == 431;
    if (wanted != MillBlock.NONE
        && wanted != 800
        && (nonModalAxes || (lengthAxes && block.hasAxis()))) {
      error(
          Rule.AXIS_CONFLICT,
          0,
          "Expected one command that uses the axes, found two. Give each its own line");
    } else if (block.has('F') && block.value('F') < 0) {
      error(Rule.NEGATIVE_VALUE, 0, "Expected a feed above 0, found F" + number(block.value('F')));
    } else if (block.has('S') && block.value('S') < 0) {
      error(
          Rule.NEGATIVE_VALUE,
          0,
          "Expected a spindle speed of at least 0, found S" + number(block.value('S')));
    } else if (nonModal == 40 && !block.has('P')) {
      error(Rule.MISSING_VALUE, 0, "Expected P with the seconds of G4, found none");
    } else if (nonModal == 40 && block.value('P') < 0) {
      error(Rule.NEGATIVE_VALUE, 0, "Expected at least 0 seconds for G4");
    } else if (block.machineCoordinates && relativeAfter() && dialect == Dialect.LINUXCNC) {
      error(Rule.AXIS_CONFLICT, 0, "Expected G90 beside G53, found G91");
    }
    return !broken;
  }

  private boolean relativeAfter() {
    int code = block.code(MillBlock.DISTANCE);
    return code == 910 || (code == MillBlock.NONE && relative);
  }

  private void feedMode() {
    int code = block.code(MillBlock.FEED_MODE);
    if (code != MillBlock.NONE) {
      if (inverseTime && code == 940) {
        feed = 0;
      }
      inverseTime = code == 930;
      perRevolution = code == 950;
    }
  }

  private void spindleSpeed() {
    if (!block.has('S')) {
      return;
    }
    if (spindleOn && block.value('S') != spindle && !planner.limits().laser) {
      planner.stop();
    }
    spindle = block.value('S');
    if (spindle > machine.spindleRpm() && findings.wants(Rule.SPINDLE_ABOVE_LIMIT)) {
      findings.add(
          Rule.SPINDLE_ABOVE_LIMIT,
          0,
          "Expected at most %.0f rpm on %s, found S%.0f: it will turn slower. Lower S or the feed: %s"
              .formatted(machine.spindleRpm(), machine.name(), spindle, text()));
    }
    tally.spindleMax = Math.max(tally.spindleMax, spindle);
  }

  private void tool() {
    if (block.has('T')) {
      pendingTool = (int) Math.clamp(block.value('T'), 0, 100_000);
      tally.tools.set(pendingTool);
    }
    if (block.code(MillBlock.TOOL_CHANGE) == 6) {
      planner.stop();
      tally.toolChanges++;
      spindleOn = false;
      if (findings.wants(Rule.WAITS_FOR_PERSON)) {
        findings.add(
            Rule.WAITS_FOR_PERSON,
            0,
            "The tool is changed here; that time is not counted: " + text());
      }
    }
  }

  private void spindleDirection() {
    int code = block.code(MillBlock.SPINDLE);
    if (code != MillBlock.NONE) {
      boolean on = code == 3 || code == 4;
      if (on != spindleOn || !planner.limits().laser) {
        planner.stop();
      }
      spindleOn = on;
    }
    if (spindleOn && machine.spindleRpm() <= 0 && findings.wants(Rule.NO_SPINDLE)) {
      findings.add(
          Rule.NO_SPINDLE,
          0,
          "Expected no M3 or M4, since "
              + machine.name()
              + " has no spindle that it can switch: "
              + text());
    }
    if (block.code(MillBlock.COOLANT) != MillBlock.NONE) {
      planner.stop();
    }
  }

  private void dwell() {
    double seconds = block.value('P');
    if (seconds >= 100 && findings.wants(Rule.DWELL_UNIT)) {
      findings.add(
          Rule.DWELL_UNIT,
          0,
          "P counts seconds here; found so many that milliseconds may be meant. Divide by 1000: "
              + text());
    }
    if (dialect.realtimeBytes()) {
      seconds = Math.ceil(seconds * 20 - 1e-9) * 0.05;
    }
    tally.dwellSeconds += seconds;
    planner.stop();
  }

  private void modes() {
    int code = block.code(MillBlock.PLANE);
    if (code != MillBlock.NONE) {
      plane = code / 10;
      arc.plane(plane);
    }
    code = block.code(MillBlock.UNITS);
    if (code != MillBlock.NONE) {
      unit = code == 200 ? 25.4 : 1;
      unitStated = true;
    }
    toolLength(block.code(MillBlock.TOOL_LENGTH));
    code = block.code(MillBlock.COORDINATES);
    if (code != MillBlock.NONE) {
      where.select(code < 591 ? (code - 540) / 10 : 6 + code - 591);
    }
    code = block.code(MillBlock.DISTANCE);
    relative = code == MillBlock.NONE ? relative : code == 910;
    code = block.code(MillBlock.ARC_DISTANCE);
    absoluteCenter = code == MillBlock.NONE ? absoluteCenter : code == 901;
    code = block.code(MillBlock.RETURN);
    returnToR = code == MillBlock.NONE ? returnToR : code == 990;
    code = block.code(MillBlock.DIAMETER);
    diameter = code == MillBlock.NONE ? diameter : code == 70;
  }

  private void toolLength(int code) {
    if (code == 431) {
      for (int axis = 0; axis < 3; axis++) {
        if (block.has('X' + axis)) {
          where.toolLength(axis, block.value('X' + axis) * unit);
        }
      }
    } else if (code == 490) {
      for (int axis = 0; axis < 3; axis++) {
        where.toolLength(axis, 0);
      }
    }
  }

  private void nonModal() {
    int code = block.code(MillBlock.NON_MODAL);
    switch (code) {
      case 100 -> setCoordinates();
      case 280, 300 -> goToStored(code == 280 ? 0 : 1);
      case 281, 301 -> {
        writesSettings("G28.1 and G30.1 store a position");
        where.store(code == 281 ? 0 : 1);
      }
      case 920 -> {
        if (!block.hasAxis()) {
          error(Rule.AXIS_MISSING, 0, "Expected an axis beside G92, found none");
        }
        for (int axis = 0; axis < 3; axis++) {
          if (block.has('X' + axis)) {
            where.here(axis, block.value('X' + axis) * unit);
          }
        }
      }
      case 921, 922, 923 -> where.shiftCommand(code);
      default -> {
        // dwell is done, and nothing else acts here
      }
    }
  }

  private void writesSettings(String what) {
    if (dialect.realtimeBytes() && findings.wants(Rule.FORBIDDEN_COMMAND)) {
      findings.add(
          Rule.FORBIDDEN_COMMAND,
          0,
          "Expected nothing that is kept in the machine after the job; "
              + what
              + ". Remove it: "
              + text());
    }
  }

  private void setCoordinates() {
    int kind = (int) block.value('L', 0);
    int number = (int) block.value('P', -1);
    if (!block.has('P') || !block.has('L') || number < 0 || number > 9) {
      error(Rule.MISSING_VALUE, 0, "Expected G10 with L2 or L20 and P0 to P9");
      return;
    }
    if (kind != 2 && kind != 20) {
      if (dialect != Dialect.LINUXCNC) {
        error(Rule.UNSUPPORTED_COMMAND, 0, "Expected G10 L2 or L20, found L" + kind);
      }
      return; // tool tables: their lengths are not in the program
    }
    writesSettings("G10 stores a coordinate system");
    int system = number == 0 ? where.selected() : number - 1;
    for (int axis = 0; axis < 3; axis++) {
      if (block.has('X' + axis)) {
        double value = block.value('X' + axis) * unit;
        where.setSystem(
            system,
            axis,
            kind == 2
                ? value
                : where.at[axis] - value - where.shift(axis) - where.toolLength(axis));
      }
    }
  }

  private void goToStored(int which) {
    boolean any = block.hasXyz();
    if (any) {
      target();
      line(target, true);
    }
    for (int axis = 0; axis < 3; axis++) {
      target[axis] = !any || block.has('X' + axis) ? where.stored(which, axis) : where.at[axis];
    }
    line(target, true);
  }

  private void target() {
    for (int axis = 0; axis < 3; axis++) {
      int letter = 'X' + axis;
      if (!block.has(letter)) {
        target[axis] = where.at[axis];
      } else {
        double value = block.value(letter) * unit;
        if (axis == 0 && diameter) {
          value /= 2;
        }
        if (relative && !block.machineCoordinates) {
          target[axis] = where.at[axis] + value;
        } else {
          target[axis] = block.machineCoordinates ? value : value + where.offset(axis);
        }
      }
    }
  }

  private void motion() {
    int wanted = block.code(MillBlock.MOTION);
    int nonModal = block.code(MillBlock.NON_MODAL);
    boolean axesTaken =
        nonModal == 100
            || nonModal == 280
            || nonModal == 300
            || nonModal == 920
            || block.code(MillBlock.TOOL_LENGTH) == 431;
    if (wanted != MillBlock.NONE) {
      motion = wanted;
      if (wanted < 730) {
        cycle.forget();
      }
    }
    if (axesTaken
        || (!block.hasAxis() && (wanted == MillBlock.NONE || wanted < 20 || wanted == 800))) {
      return;
    }
    target();
    switch (motion) {
      case 0 -> line(target, true);
      case 10 -> {
        if (feedReady()) {
          line(target, false);
        }
      }
      case 20, 30 -> {
        if (feedReady()) {
          arc(motion == 20);
        }
      }
      case 382, 383, 384, 385 -> probe();
      case 800 ->
          error(
              Rule.AXIS_CONFLICT,
              0,
              "Expected a motion such as G1 for the axis words, found none in force");
      default -> special();
    }
  }

  private void special() {
    if (Spline.isSpline(motion)) {
      boolean again = block.code(MillBlock.MOTION) == MillBlock.NONE;
      if (feedReady() && !spline.run(motion, block, target, again, this)) {
        error(
            Rule.ARC_CENTER,
            0,
            "Expected the control points of the curve (I, J and for G5 also P, Q), found too few");
      }
    } else if (cycle.isCycle(motion)) {
      if (feedReady() && !cycle.run(motion, block, this)) {
        error(
            Rule.MISSING_VALUE,
            0,
            "Expected a drilling cycle with R, Z and for pecking Q, of at most some million moves, found another");
      }
    } else {
      error(
          Rule.UNSUPPORTED_COMMAND,
          0,
          "G" + number(motion / 10.0) + " is not understood here, so nobody can say where it goes");
    }
  }

  private boolean feedReady() {
    boolean ready = inverseTime ? block.value('F', 0) > 0 : feed > 0;
    if (!ready) {
      error(
          Rule.NO_FEED,
          0,
          inverseTime
              ? "Expected F in every line of G93, found none"
              : "Expected a feed (F) before the first cut, found none");
    }
    return ready;
  }

  private void probe() {
    planner.stop();
    tally.homings++;
    if (findings.wants(Rule.NOT_COUNTED)) {
      findings.add(
          Rule.NOT_COUNTED, 0, "The machine probes here; where it stops is not known: " + text());
    }
  }

  /** A straight move in machine millimetres; LinuxCNC's turning axes go along. */
  void line(double[] to, boolean rapid) {
    double turned = turned();
    double length =
        Math.sqrt(
            square(to[0] - where.at[0])
                + square(to[1] - where.at[1])
                + square(to[2] - where.at[2]));
    double rate = feedFor(length > 0 ? length : turned) / 60;
    tally.line(to[0], to[1], to[2], 0, !rapid);
    planner.line(to[0], to[1], to[2], turned, rate, rapid);
    System.arraycopy(to, 0, where.at, 0, 3);
    if (!rapid) {
      checkSpindle();
    }
  }

  private static double square(double value) {
    return value * value;
  }

  private double turned() {
    double most = 0;
    for (int axis = 0; axis < 3; axis++) {
      if (block.has('A' + axis)) {
        double to = relative ? turn[axis] + block.value('A' + axis) : block.value('A' + axis);
        most = Math.max(most, Math.abs(to - turn[axis]));
        turn[axis] = to;
      }
    }
    return most;
  }

  /** Millimetres per minute; one over minutes under G93. */
  private double feedFor(double length) {
    if (inverseTime) {
      return block.value('F', 0) * length;
    }
    return perRevolution ? feed * spindle : feed;
  }

  private void checkSpindle() {
    if (!spindleOn && !cutWithoutSpindle && machine.spindleRpm() > 0) {
      cutWithoutSpindle = true;
      findings.add(
          Rule.SPINDLE_OFF,
          0,
          "Expected the spindle on (M3 S...) before the first cut, found it off. Start it by hand or add M3: "
              + text());
    }
  }

  private void arc(boolean clockwise) {
    System.arraycopy(where.at, 0, arc.from, 0, 3);
    System.arraycopy(target, 0, arc.to, 0, 3);
    boolean inPlane = block.has('X' + arc.axis0) || block.has('X' + arc.axis1);
    boolean centered = block.has('I' + arc.axis0) || block.has('I' + arc.axis1);
    if (!inPlane && (dialect.realtimeBytes() || !centered)) {
      error(
          Rule.AXIS_MISSING,
          0,
          "Expected the end of the arc in its plane (G" + plane + "), found none");
      return;
    }
    if (block.has('P') && dialect == Dialect.GRBL) {
      error(Rule.UNUSED_WORD, 0, "Expected no P beside an arc, found one; GRBL turns at most once");
      return;
    }
    String wrong;
    if (block.has('R')) {
      wrong = ArcRules.centerFromRadius(arc, block.value('R') * unit, clockwise);
    } else if (!centered) {
      wrong = "Expected a centre (I, J, K) or a radius (R), found neither";
    } else {
      center();
      wrong = ArcRules.mismatch(arc);
    }
    if (!wrong.isEmpty()) {
      error(block.has('R') || centered ? Rule.ARC_RADIUS : Rule.ARC_CENTER, 0, wrong);
      return;
    }
    arc.extrusion = 0;
    arc.derive(clockwise, (int) Math.clamp(block.value('P', 1), 1, 10_000));
    tally.arc(arc);
    double rate = inverseTime ? block.value('F', 0) * arc.length() : feedFor(0);
    planner.arc(arc, rate / 60);
    System.arraycopy(arc.to, 0, where.at, 0, 3);
    checkSpindle();
  }

  private void center() {
    for (int axis = 0; axis < 3; axis++) {
      double value = block.value('I' + axis, 0) * unit;
      offset[axis] = absoluteCenter ? value + where.offset(axis) : where.at[axis] + value;
    }
    arc.center0 = offset[arc.axis0];
    arc.center1 = offset[arc.axis1];
  }

  private void stop() {
    int code = block.code(MillBlock.STOP);
    if (code == MillBlock.NONE || broken) {
      return;
    }
    planner.stop();
    if (code == 2 || code == 30) {
      markEnd();
      spindleOn = false;
      relative = false;
      inverseTime = false;
      arc.plane(17);
      where.select(0);
      motion = 10;
    } else {
      tally.pauses++;
      if (findings.wants(Rule.WAITS_FOR_PERSON)) {
        findings.add(
            Rule.WAITS_FOR_PERSON,
            0,
            "The machine waits here until a person goes on; that time is not counted: " + text());
      }
    }
  }

  double unit() {
    return unit;
  }

  boolean relative() {
    return relative;
  }

  boolean returnToR() {
    return returnToR;
  }

  Coordinates where() {
    return where;
  }

  int planeAxis(int index) {
    return index == 0 ? arc.axis0 : index == 1 ? arc.axis1 : arc.axis2;
  }

  void dwellFor(double seconds) {
    tally.dwellSeconds += Math.max(0, seconds);
    planner.stop();
  }

  @Override
  protected void end() {
    if (flow.isCollecting()) {
      runFlow();
    }
  }

  @Override
  protected void finish() {
    WholeProgram.checkMill(tally, machine, findings);
    WholeProgram.checkUnits(tally, unit > 1, unitStated, findings);
  }
}
