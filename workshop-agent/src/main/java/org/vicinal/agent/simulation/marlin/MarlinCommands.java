package org.vicinal.agent.simulation.marlin;

import java.util.Locale;
import java.util.Set;
import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.agent.simulation.board.Waiting.On;
import org.vicinal.gcode.time.Limits;

/** What Marlin's commands do, and what they say besides ok. */
final class MarlinCommands {

  /** Taken without anything that the model shows. */
  private static final Set<String> SILENT =
      Set.of(
          "M17", "M18", "M73", "M75", "M76", "M77", "M84", "M85", "M106", "M107", "M108", "M117",
          "M120", "M121", "M200", "M206", "M211", "M300", "M301", "M304", "M413", "M420", "M486",
          "M500", "M501", "M502", "M572", "M592", "M808", "M851", "M876", "M900", "M907", "M999");

  private final Board board;
  private final Voice voice;
  private final Printer printer;
  private final Reports reports;
  private final LineNumbers numbers;
  private final MarlinSwitches switches;
  private final MotionCommands motion;
  private String answer = "";
  private String doing = "idle";

  /** What commands do to the board itself. */
  interface Board {
    long now();

    void kill();

    void goOn();
  }

  MarlinCommands(
      Board board,
      Voice voice,
      Printer printer,
      Reports reports,
      LineNumbers numbers,
      MarlinSwitches switches,
      MotionCommands motion) {
    this.board = board;
    this.voice = voice;
    this.printer = printer;
    this.reports = reports;
    this.numbers = numbers;
    this.switches = switches;
    this.motion = motion;
  }

  /** What goes into the line of the ok; once. */
  String takeAnswer() {
    String taken = answer;
    answer = "";
    return taken;
  }

  /** Begins a command and says what it waits for. */
  Waiting begin(String text) {
    MarlinWords words = MarlinWords.parse(text);
    char letter = words.command().isEmpty() ? ' ' : words.command().charAt(0);
    if (letter == 'G') {
      MotionCommands.Begun begun = motion.begin(words);
      return begun.known() ? begun.waiting() : unknown(text);
    }
    return letter == 'M' ? machine(text, words) : letter == 'T' ? Waiting.OVER : unknown(text);
  }

  private Waiting machine(String text, MarlinWords words) {
    return switch (words.command()) {
      case "M104", "M109", "M140", "M190" -> heat(words);
      case "M0", "M1", "M600", "M25", "M226" -> paused();
      case "M400" -> Waiting.forThe(On.REST);
      case "M410" -> quickStop();
      default -> {
        if (!report(words) && !limit(words) && !SILENT.contains(words.command())) {
          yield unknown(text);
        }
        yield Waiting.OVER;
      }
    };
  }

  private Waiting heat(MarlinWords words) {
    boolean bed = words.command().equals("M140") || words.command().equals("M190");
    int most = bed ? switches.maxBed() : switches.maxHotend();
    double target = Math.clamp(words.value('S', words.value('R', 0)), 0, most);
    double before = bed ? printer.bed.celsius() : printer.hotend.celsius();
    if (bed) {
      printer.aimBed(target);
    } else {
      printer.aimHotend(target);
    }
    boolean waits = words.command().equals("M109") || words.command().equals("M190");
    boolean coolsOnly = words.has('S') && before > target + 1;
    if (!waits || coolsOnly) {
      return Waiting.OVER;
    }
    return Waiting.forThe(bed ? On.BED : On.HOTEND);
  }

  private Waiting paused() {
    if (switches.hostActions()) {
      voice.say("//action:paused");
    }
    return Waiting.forThe(On.REST).then(now -> Waiting.forThe(On.PERSON));
  }

  private Waiting quickStop() {
    motion.quickStop(board.now());
    return motion.atRest(() -> 1);
  }

  /** Commands that make it say something; whether this was one. */
  private boolean report(MarlinWords words) {
    double seconds = Math.clamp(words.value('S', 0), 0, 60);
    switch (words.command()) {
      case "M105" -> answer = printer.temperatures();
      case "M110" -> {
        if (!switches.reprap()) {
          numbers.renumber((long) words.value('N', 0));
        }
      }
      case "M112" -> board.kill();
      case "M113" -> reports.busyEvery(words.value('S', 2));
      case "M114" -> voice.say(printer.position());
      case "M115" -> Identity.tell(voice, switches);
      case "M118" -> voice.say("echo:" + words.command());
      case "M119" -> voice.say("Reporting endstop status\nx_min: open\ny_min: open\nz_min: open");
      case "M154" -> reports.positionEvery(seconds, board.now());
      case "M155" -> reports.temperaturesEvery(switches.autoReport() ? seconds : 0, board.now());
      case "M503" -> Identity.settings(voice, printer.limits);
      case "M27" ->
          voice.say(doing.equals("idle") ? "Not SD printing" : "SD printing byte 1200/90000");
      case "M409" -> status();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** RepRapFirmware's object model, as far as a host asks; Marlin has none. */
  private void status() {
    if (switches.reprap()) {
      voice.say("{\"key\":\"state.status\",\"flags\":\"\",\"result\":\"%s\"}".formatted(doing));
    } else {
      voice.say("echo:Unknown command: \"M409\"");
    }
  }

  /** What else it is at: RepRapFirmware's word; to Marlin anything but idle is its card. */
  void at(String status) {
    doing = status;
  }

  /** Commands that change what the planner may do; whether this was one. */
  private boolean limit(MarlinWords words) {
    Limits limits = printer.limits;
    switch (words.command()) {
      case "M92" -> axes(words, limits.stepsPerMm, 0.1);
      case "M201" -> axes(words, limits.acceleration, 1);
      case "M203" -> axes(words, limits.speed, 0.1);
      case "M205" -> axes(words, limits.jerk, 0.01);
      case "M204" -> accelerations(words, limits);
      case "M220" -> printer.head.feedPercent(words.value('S', 100));
      case "M221" -> limits.flow = Math.clamp(words.value('S', 100) / 100, 0.1, 10);
      case "M82", "M83" -> printer.head.absoluteExtruder(words.command().equals("M82"));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void axes(MarlinWords words, double[] values, double least) {
    for (int axis = 0; axis < 4; axis++) {
      values[axis] = Math.max(least, words.value("XYZE".charAt(axis), values[axis]));
    }
  }

  private static void accelerations(MarlinWords words, Limits limits) {
    double both = words.value('S', 0);
    limits.printAcceleration = positive(words.value('P', both), limits.printAcceleration);
    limits.travelAcceleration = positive(words.value('T', both), limits.travelAcceleration);
    limits.retractAcceleration = positive(words.value('R', 0), limits.retractAcceleration);
  }

  private static double positive(double value, double otherwise) {
    return value > 0 ? value : otherwise;
  }

  private Waiting unknown(String text) {
    if (switches.reprap()) {
      boolean command = text.matches("(?s)[GMT][0-9].*");
      voice.say(
          command
              ? "Warning: %s: Command is not supported".formatted(text)
              : "Error: Bad command: %s".formatted(text));
      return Waiting.OVER;
    }
    voice.say(String.format(Locale.ROOT, "echo:Unknown command: \"%s\"", text));
    return Waiting.OVER;
  }

  /** A command that acts as it arrives; empty for none. */
  void emergency(String command) {
    switch (command) {
      case "M108", "M876" -> board.goOn();
      case "M112" -> board.kill();
      case "M410" -> motion.quickStop(board.now());
      default -> {
        // none
      }
    }
  }
}
