package org.vicinal.agent.firmware;

/** What GRBL's numbers mean, in words for the person who has to act. */
public final class GrblCodes {

  private GrblCodes() {}

  /** {@code error:22, a feed rate is missing}. */
  public static String error(int code) {
    return "error:" + code + ", " + errorWords(code);
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
      default -> "which the firmware's manual explains";
    };
  }

  /** {@code ALARM:1, a limit switch was hit; the position is lost}. */
  public static String alarm(int code) {
    return "ALARM:" + code + ", " + alarmWords(code);
  }

  private static String alarmWords(int code) {
    return switch (code) {
      case 1 -> "a limit switch was hit; the position is lost";
      case 2 -> "a move would leave the machine's travel";
      case 3 -> "it was reset while moving; the position is lost";
      case 4 -> "the probe was already touching";
      case 5 -> "the probe did not touch";
      case 6, 7, 8, 9, 10 -> "homing did not succeed; the position is lost";
      default -> "which the firmware's manual explains";
    };
  }
}
