package org.vicinal.demo.network;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicinal.agent.workshop.MachineOffer;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/** What is made in a simulation, and on what. */
final class Parts {
  static final FileRef HOOK = file("hook.gcode", Controller.MARLIN);
  static final FileRef TRAY = file("tray.nc", Controller.GRBL);
  static final Requirement PRINTED = printed(60);
  static final Requirement MILLED =
      new Requirement(
          Making.MILLING, "plywood", new Size(100, 100, 6), Set.of(Controller.GRBL), 0, 0, 8_000);

  private static final List<String> PRINT =
      around(
          "G28", List.of("G1 X10 Y10 Z1 F3000", "G1 X90", "G1 Y90", "G1 X10", "G1 Y10"), "G1 Z20");
  private static final List<String> MILL =
      around("M3S8000", List.of("G1X10Y10F2000", "G1X60", "G1Y60", "G1X10", "G1Y10"), "M5");

  private Parts() {}

  /** A program of half a minute: once around and around. */
  private static List<String> around(String first, List<String> round, String last) {
    var lines = new ArrayList<String>();
    lines.add(first);
    for (int i = 0; i < 4; i++) {
      lines.addAll(round);
    }
    lines.add(last);
    return List.copyOf(lines);
  }

  static Requirement printed(double width) {
    return new Requirement(
        Making.FFF, "PLA", new Size(width, 40, 20), Set.of(Controller.MARLIN), 215, 60, 0);
  }

  private static FileRef file(String name, Controller controller) {
    var digest = Digest.of(name.getBytes(StandardCharsets.UTF_8));
    return new FileRef(name, FileRef.Role.PROGRAM, digest, 200, controller);
  }

  /** The program's lines as they go out. */
  static List<String> program(Controller controller) {
    return controller == Controller.MARLIN ? PRINT : MILL;
  }

  static MachineOffer printer(String name, double width) {
    return new MachineOffer(
        new MachineProfile(
            new MachineId(name),
            Making.FFF,
            Controller.MARLIN,
            new Size(width, 210, 200),
            Set.of("PLA"),
            280,
            110,
            0),
        300,
        50,
        Map.of("pla", 2_500L),
        Duration.ofSeconds(30));
  }

  static MachineOffer router(String name) {
    return new MachineOffer(
        new MachineProfile(
            new MachineId(name),
            Making.MILLING,
            Controller.GRBL,
            new Size(300, 180, 45),
            Set.of("plywood"),
            0,
            0,
            10_000),
        600,
        200,
        Map.of("plywood", 150L),
        Duration.ofSeconds(60));
  }
}
