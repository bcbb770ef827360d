package org.vicinal.coordinator.sheet;

import java.util.EnumSet;
import java.util.Set;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.fit.Shortfall;

/** Families of reasons, with the letter that stands for each in a file of labels. */
enum Reason {
  PROCESS('P'),
  PROGRAM('G'),
  MATERIAL('M'),
  SIZE('S'),
  HEAT('H'),
  SPINDLE('R'),
  NOZZLE('N'),
  FINENESS('F'),
  LAYER('L'),
  FEED('E'),
  AXES('A'),
  TOOL('T'),
  TOLERANCE('O'),
  ROUGHNESS('U'),
  FINISH('I'),
  PIECES('Q'),
  PURPOSE('W'),
  CERTIFICATE('C');

  final char letter;

  Reason(char letter) {
    this.letter = letter;
  }

  /** The families of {@code fit}'s reasons; empty for a yes. */
  static Set<Reason> of(Fit fit) {
    var reasons = EnumSet.noneOf(Reason.class);
    if (fit instanceof Fit.Misfit misfit) {
      misfit.shortfalls().forEach(shortfall -> reasons.add(of(shortfall)));
    }
    return reasons;
  }

  private static Reason of(Shortfall shortfall) {
    return switch (shortfall.what()) {
      case "process" -> PROCESS;
      case "program" -> PROGRAM;
      case "bed width (x)", "bed depth (y)", "height (z)", "room", "size of the part" -> SIZE;
      case "nozzle", "heated bed" -> HEAT;
      case "spindle" -> SPINDLE;
      case "nozzle bore" -> NOZZLE;
      case "finest tool", "tool for the inner radius" -> FINENESS;
      case "layer" -> LAYER;
      case "feed" -> FEED;
      case "axes" -> AXES;
      case "tool" -> TOOL;
      case "roughness" -> ROUGHNESS;
      case "finish" -> FINISH;
      case "pieces" -> PIECES;
      case "purpose" -> PURPOSE;
      case "certificate" -> CERTIFICATE;
      default -> shortfall.what().contains("tolerance ±") ? TOLERANCE : MATERIAL;
    };
  }

  /** The reasons that {@code letters} stand for. */
  static Set<Reason> read(String letters) {
    var reasons = EnumSet.noneOf(Reason.class);
    for (var reason : values()) {
      if (letters.indexOf(reason.letter) >= 0) {
        reasons.add(reason);
      }
    }
    return reasons;
  }
}
