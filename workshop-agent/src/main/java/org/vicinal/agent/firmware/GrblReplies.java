package org.vicinal.agent.firmware;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what GRBL and grblHAL say. Total: any text is some reply. */
public final class GrblReplies {

  private GrblReplies() {}

  /** The meaning of one line without its end. */
  public static Reply parse(String raw) {
    String line = raw.strip();
    if (line.equals("ok")) {
      return new Reply.Ok(-1, -1, -1, false, line);
    }
    if (line.startsWith("error:")) {
      int code = number(line, 6);
      return code < 0 ? new Reply.Text(line) : new Reply.Rejected(code);
    }
    if (line.startsWith("ALARM:")) {
      return new Reply.Alarm(Math.max(0, number(line, 6)));
    }
    if (line.startsWith("<") && line.endsWith(">")) {
      return status(line.substring(1, line.length() - 1));
    }
    if (line.startsWith("Grbl ") || line.startsWith("GrblHAL ")) {
      return new Reply.Started(line);
    }
    if (line.startsWith("$")) {
      return setting(line);
    }
    return line.startsWith("[") ? bracketed(line) : new Reply.Text(line);
  }

  private static Reply setting(String line) {
    int equals = line.indexOf('=');
    int number = equals < 0 ? -1 : number(line.substring(0, equals), 1);
    String value = equals < 0 ? "" : line.substring(equals + 1);
    return number < 0 || !value.chars().allMatch(c -> c >= ' ' && c <= '~') // damaged on the way
        ? new Reply.Text(line)
        : new Reply.Setting(number, value);
  }

  private static boolean offset(String line) {
    return line.matches("\\[(G5[4-9](\\.[1-3])?|G28|G30|G92|TLO):[-0-9.,]*]");
  }

  private static Reply bracketed(String line) {
    if (line.startsWith("[VER:")) {
      return new Reply.Named(line);
    }
    if (line.startsWith("[GC:")) {
      return new Reply.ModalState(line);
    }
    if (offset(line)) {
      int colon = line.indexOf(':');
      return new Reply.Offset(
          line.substring(1, colon), line.substring(colon + 1, line.length() - 1));
    }
    if (line.startsWith("[OPT:") && line.endsWith("]")) {
      String[] parts = line.substring(5, line.length() - 1).split(",", -1);
      if (parts.length >= 3) {
        return new Reply.Buffers(number(parts[1], 0), number(parts[2], 0));
      }
    }
    if (line.startsWith("[NEWOPT:") && line.endsWith("]")) {
      return new Reply.Options(List.of(line.substring(8, line.length() - 1).split(",", -1)));
    }
    if (line.equals("[FIRMWARE:grblHAL]")) {
      return new Reply.Options(List.of(Firmware.GRBLHAL.name()));
    }
    return meaning(line);
  }

  /** {@code [ALARMCODE:1||Hard limit has been triggered.]}, with a short name between the bars. */
  private static Reply meaning(String line) {
    boolean alarm = line.startsWith("[ALARMCODE:");
    int bar = line.indexOf('|');
    int last = line.lastIndexOf('|');
    if (!(alarm || line.startsWith("[ERRORCODE:")) || bar < 0 || !line.endsWith("]")) {
      return new Reply.Text(line);
    }
    int code = number(line.substring(0, bar), 11);
    String text = line.substring(last + 1, line.length() - 1).strip();
    return code < 0 || text.isEmpty() ? new Reply.Text(line) : new Reply.Meaning(alarm, code, text);
  }

  private static Reply status(String inside) {
    String[] parts = inside.split("\\|", -1);
    int colon = parts[0].indexOf(':');
    String state = colon < 0 ? parts[0] : parts[0].substring(0, colon);
    int detail = colon < 0 ? -1 : number(parts[0], colon + 1);
    Map<String, String> fields = new HashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int at = parts[i].indexOf(':');
      if (at > 0) {
        fields.put(parts[i].substring(0, at), parts[i].substring(at + 1));
      }
    }
    return new Reply.Status(new StatusReport(state, detail, fields));
  }

  /** The number that is the rest of the text, -1 where it is none. */
  private static int number(String text, int from) {
    if (from >= text.length() || text.length() - from > 6) {
      return -1;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(text, from, text.length(), 10);
  }
}
