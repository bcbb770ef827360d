package org.vicinal.gcode.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.vicinal.gcode.Dialect;

/**
 * Which commands a printer's firmware knows, and which of them no stranger's program may use. The
 * lists are files beside the machines' profiles, one for each firmware, with their sources.
 */
final class PrinterVocabulary {
  private static final Map<Dialect, PrinterVocabulary> ALL = readAll();

  /** Why a command is on a list. */
  private enum Kind {
    MOVES(""),
    HARMLESS(""),
    MACROS(""),
    MOTORS(""),
    SETTINGS("writes or reloads the machine's settings"),
    CARD("touches the SD card"),
    STOPS("stops, resets or switches the machine"),
    STEPS("changes the steps per millimetre"),
    HEATERS("changes how heaters are regulated"),
    COLD("allows cold extrusion"),
    OFFSETS("changes offsets of the machine"),
    NETWORK("changes network or ports of the machine"),
    SET_UP("changes how the machine is set up");

    private final String harm;

    Kind(String harm) {
      this.harm = harm;
    }
  }

  private final Map<Kind, BitSet> codes = new EnumMap<>(Kind.class);

  private PrinterVocabulary(String text) {
    for (Kind kind : Kind.values()) {
      codes.put(kind, new BitSet());
    }
    for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
      int colon = line.indexOf(':');
      Kind kind = Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_'));
      for (String range : line.substring(colon + 2).split(" ", -1)) {
        add(range, kind);
      }
    }
  }

  /** {@code 28}, {@code 4-6} and, for G codes only, {@code 38.2-38.5}. */
  private void add(String range, Kind kind) {
    int dash = range.indexOf('-');
    int from = tenths(dash < 0 ? range : range.substring(0, dash));
    int to = dash < 0 ? from : tenths(range.substring(dash + 1));
    for (int code = from; code <= to; code += from % 10 == 0 ? 10 : 1) {
      at(kind).set(code);
    }
  }

  private static int tenths(String code) {
    return (int) Math.round(Double.parseDouble(code) * 10);
  }

  private BitSet at(Kind kind) {
    return codes.getOrDefault(kind, new BitSet());
  }

  /** The commands of a printer's firmware. */
  static PrinterVocabulary of(Dialect dialect) {
    PrinterVocabulary own = ALL.get(dialect);
    if (own == null) {
      throw new IllegalArgumentException("Expected a printer's dialect, found " + dialect + ".");
    }
    return own;
  }

  private static Map<Dialect, PrinterVocabulary> readAll() {
    var all = new EnumMap<Dialect, PrinterVocabulary>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      String file = "commands/" + dialect.name().toLowerCase(Locale.ROOT) + ".commands";
      try (InputStream in = Dialect.class.getResourceAsStream(file)) {
        if (in != null) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          all.put(dialect, new PrinterVocabulary(text));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  /** Whether the firmware does something by this G code. */
  boolean knowsGeneral(double code) {
    return has(Kind.MOVES, code);
  }

  /** Whether this M code is known and does no harm. */
  boolean isHarmless(double code) {
    return has(Kind.HARMLESS, Math.floor(code));
  }

  /** Whether this M code runs a macro or another file. */
  boolean runsMacro(double code) {
    return has(Kind.MACROS, Math.floor(code));
  }

  /** Whether this M code changes what the motors may draw. */
  boolean changesMotors(double code) {
    return has(Kind.MOTORS, Math.floor(code));
  }

  /** What this M code does that no stranger's program may do; empty if nothing. */
  String harm(double code) {
    for (Kind kind : Kind.values()) {
      if (!kind.harm.isEmpty() && has(kind, Math.floor(code))) {
        return kind.harm;
      }
    }
    return "";
  }

  private boolean has(Kind kind, double code) {
    int tenths = (int) Math.round(code * 10);
    return tenths >= 0 && at(kind).get(tenths);
  }
}
