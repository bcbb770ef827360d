package org.vicinal.agent.firmware;

/** What GRBL's numbers mean, in words for the person who has to act. */
public final class GrblCodes {

  private GrblCodes() {}

  /**
   * {@code error:22, a feed rate is missing}.
   *
   * @param own the controller's own words, for numbers that are not known here; empty for none
   */
  public static String error(int code, String own) {
    String words = errorWords(code);
    return "error:" + code + ", " + (words.isEmpty() ? or(own, "the firmware's manual") : words);
  }

  private static String or(String own, String where) {
    return own.isEmpty() ? "which " + where + " explains" : "\"" + own + "\"";
  }

  private static String errorWords(int code) {
    return switch (code) {
      case 1 -> "a letter was expected";
      case 2 -> "a number could not be read";
      case 3 -> "the $ command is unknown";
      case 4 -> "a value is negative";
      case 5 -> "homing is switched off in the settings";
      case 7 -> "settings could not be read and were set anew";
      case 8 -> "the machine is not idle";
      case 9 -> "the machine is locked by an alarm or a jog";
      case 10 -> "soft limits need homing";
      case 11 -> "the line is longer than the firmware takes";
      case 12 -> "the step rate is too high";
      case 13 -> "the door is open";
      case 15 -> "the jog leaves the machine's travel";
      case 16 -> "the jog is not understood";
      case 20 -> "the command is not supported";
      case 21 -> "two words of one group are in the line";
      case 22 -> "a feed rate is missing";
      case 23 -> "a whole number is needed";
      case 24 -> "two commands of the line want axis words";
      case 25 -> "a word stands twice in the line";
      case 26 -> "axis words are missing";
      case 27 -> "the line number is not valid";
      case 28 -> "P or L is missing";
      case 30 -> "G53 needs G0 or G1";
      case 31 -> "axis words stand where none are used";
      case 32, 35 -> "the arc has no words in its plane";
      case 33 -> "the target is not valid";
      case 34 -> "the arc's radius is impossible";
      case 36 -> "words of the line are not used";
      case 37 -> "the tool length offset is not for this axis";
      case 38 -> "the tool's number is too big";
      case 6 -> "the step pulse is too short";
      case 14 -> "the stored line is too long";
      case 17 -> "laser mode needs a spindle with PWM";
      case 18 -> "its reset input is pressed";
      case 29 -> "G59.1 to G59.3 are not there";
      case 39 -> "a value is out of range";
      case 40 -> "it waits for a tool change";
      case 41 -> "the spindle does not turn";
      case 42 -> "the plane is not allowed here";
      case 43 -> "the feed is too high";
      case 44 -> "the speed is out of range";
      case 45 -> "a limit switch is pressed";
      case 46 -> "it must be homed first";
      case 47 -> "no tool has been named (M61)";
      case 49 -> "its own test has failed";
      case 50 -> "the emergency stop is pressed; release it";
      case 51 -> "a motor driver reports a fault";
      case 52, 53 -> "the setting is not possible here";
      case 79 -> "only a reset is read now";
      default -> "";
    };
  }

  /**
   * {@code ALARM:1, a limit switch was hit; the position is lost}.
   *
   * @param hal whether grblHAL says it, whose numbers from 10 on mean other things
   * @param own the controller's own words, as for errors
   */
  public static String alarm(int code, boolean hal, String own) {
    String words = hal && code >= 10 ? halWords(code) : alarmWords(code);
    return "ALARM:" + code + ", " + (words.isEmpty() ? or(own, hal ? "$EA" : "its manual") : words);
  }

  /** Whether only a reset is read after this alarm. */
  public static boolean frozen(int code, boolean hal) {
    boolean critical = code == 10 || code == 17 || code == 20;
    return code == 1 || code == 2 || (hal && critical);
  }

  private static String halWords(int code) {
    return switch (code) {
      case 10 -> "the emergency stop is pressed; release it";
      case 11 -> "it must be homed first";
      case 12 -> "a limit switch is pressed; move the axis off it by hand, switched off";
      case 13 -> "the probe was touched while it must not be";
      case 14 -> "the spindle did not come to speed";
      case 15 -> "the two motors of an axis could not be squared; the position is lost";
      case 16 -> "its own test has failed";
      case 17 -> "a motor driver reports a fault; switch it off and look";
      case 18 -> "homing is configured wrongly";
      case 19 -> "the spindle's Modbus does not answer";
      case 20 -> "an input and output expander has failed";
      case 21 -> "its stored settings could not be read";
      case 22 -> "its input buffer overflowed";
      default -> "";
    };
  }

  private static String alarmWords(int code) {
    return switch (code) {
      case 1 -> "a limit switch was hit; the position is lost";
      case 2 -> "a move would leave the machine's travel";
      case 3 -> "it was reset while moving; the position is lost";
      case 4 -> "the probe was already touching";
      case 5 -> "the probe did not touch";
      case 6, 7, 8, 9, 10 -> "homing did not succeed; the position is lost";
      default -> "";
    };
  }
}
