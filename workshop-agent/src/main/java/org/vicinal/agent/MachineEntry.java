package org.vicinal.agent;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.machine.Attendance;
import org.vicinal.agent.machine.MachineLimits;
import org.vicinal.agent.machine.MachineSettings;
import org.vicinal.agent.machine.Spindle;
import org.vicinal.agent.simulation.Simulation;
import org.vicinal.agent.slicing.Slicing;
import org.vicinal.agent.workshop.MachineOffer;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.config.Nearest;
import org.vicinal.messages.fit.Ability;
import org.vicinal.messages.fit.HouseRules;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.fit.Supply;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Tolerance;
import org.vicinal.messages.work.Tooling;

/**
 * A machine as {@code workshop.yaml} describes it.
 *
 * @param port {@code /dev/serial/by-id/...}, another device, {@code tcp://host:port}, or {@code
 *     simulated:marlin}
 * @param baud bits per second; 115200 when nothing is said
 * @param controller {@code marlin}, {@code grbl} or {@code grblhal}
 * @param like a machine that the G-code library knows, such as {@code mk3s}: its speeds and limits
 * @param room x, y and z in mm
 * @param nozzleCelsius the hottest it may get; 0 without a nozzle
 * @param spindle {@code driven} by the controller when nothing is said, or {@code manual}
 * @param hour price of an hour, such as 3.00
 * @param setup price of setting up a lot
 * @param handlingMinutes what a person needs between two runs
 * @param powerSwitch where the switch is that cuts its power, in words; a stop from here is no
 *     emergency stop
 * @param smokeAlarm whether one hangs in the room
 * @param thermalProtection who has tested the firmware's thermal protection, and when
 * @param materials material to its price: per kilogram for a printer, per piece for a mill
 * @param obtainable material that is not here, to its price, with {@code obtainable-days}
 * @param obtainableDays how long it takes to get; 3 when nothing is said
 * @param nozzleMm the nozzle's bore, or the thinnest cutter
 * @param layerMm the finest layer
 * @param tolerance the class that the workshop says it holds, such as {@code ISO2768_M}
 * @param tools that are there, such as {@code 3.175 mm flat end mill}
 * @param slicing how models become programs for it; without it, only ready programs are made
 * @param finishes that the workshop adds, such as {@code sanded}
 */
public record MachineEntry(
    String name,
    String port,
    @Nullable Integer baud,
    String controller,
    @Nullable String like,
    List<Double> room,
    @Nullable Integer nozzleCelsius,
    @Nullable Integer bedCelsius,
    @Nullable Integer spindleRpm,
    @Nullable String spindle,
    @Nullable Double hour,
    @Nullable Double setup,
    @Nullable Double handlingMinutes,
    @Nullable String powerSwitch,
    @Nullable Boolean smokeAlarm,
    @Nullable String thermalProtection,
    Map<String, Double> materials,
    @Nullable Map<String, Double> obtainable,
    @Nullable Integer obtainableDays,
    @Nullable Double nozzleMm,
    @Nullable Double layerMm,
    @Nullable String tolerance,
    @Nullable List<String> tools,
    @Nullable List<String> finishes,
    @Nullable Slicing slicing) {
  private static final int USUAL_DAYS = 3;
  private static final List<String> TOLERANCES =
      Arrays.stream(Tolerance.values()).map(Enum::name).toList();
  private static final List<String> CONTROLLERS =
      Firmware.ALL.stream().map(Firmware::name).toList();
  private static final int USUAL_BAUD = 115_200;
  private static final double USUAL_HANDLING_MINUTES = 5;

  /**
   * Judges what is there; what is missing is judged last, so that a mistyped key is named first.
   */
  public MachineEntry {
    name = name == null ? "" : name;
    port = port == null ? "" : port;
    controller = controller == null ? "" : controller;
    room = room == null ? List.of() : List.copyOf(room);
    materials = materials == null ? Map.of() : Map.copyOf(materials);
    obtainable = obtainable == null ? Map.of() : Map.copyOf(obtainable);
    tools = tools == null ? List.of() : List.copyOf(tools);
    finishes = finishes == null ? List.of() : List.copyOf(finishes);
    if (tolerance != null && !TOLERANCES.contains(tolerance)) {
      throw new IllegalArgumentException(
          "machine %s: tolerance: expected one of %s, found \"%s\". Did you mean %s?"
              .formatted(name, TOLERANCES, tolerance, Nearest.of(tolerance, TOLERANCES)));
    }
    if (obtainableDays != null && (obtainableDays < 0 || obtainableDays > 365)) {
      throw new IllegalArgumentException(
          "machine %s: obtainable-days: expected 0 to 365, found %d."
              .formatted(name, obtainableDays));
    }
    if (!name.isEmpty()) {
      new MachineId(name);
    }
    if (!controller.isEmpty() && Firmware.find(controller).isEmpty()) {
      throw new IllegalArgumentException(
          "machine %s: expected a controller of %s, found \"%s\". Did you mean %s?"
              .formatted(name, CONTROLLERS, controller, Nearest.of(controller, CONTROLLERS)));
    }
    if (port.startsWith(Simulation.PREFIX)) {
      try {
        Simulation.parse(port);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "machine %s: port: %s".formatted(name, e.getMessage()), e);
      }
    }
    if (like != null && org.vicinal.gcode.MachineLimits.find(like).isEmpty()) {
      var known = org.vicinal.gcode.MachineLimits.listNames();
      throw new IllegalArgumentException(
          "machine %s: like: expected one of %s, found \"%s\". Did you mean %s?"
              .formatted(name, known, like, Nearest.of(like, known)));
    }
    if (spindle != null) {
      Spindle.parse(spindle);
    }
    if (!room.isEmpty() && (room.size() != 3 || room.stream().anyMatch(side -> !(side > 0)))) {
      throw new IllegalArgumentException(
          "machine %s: expected room: [x, y, z] in mm, found %s.".formatted(name, room));
    }
  }

  /** Fails when something is missing that a machine cannot do without. */
  void checkComplete() {
    require("name", "such as mk3", !name.isEmpty());
    require("port", "such as /dev/ttyUSB0", !port.isEmpty());
    require("controller", "one of " + CONTROLLERS, !controller.isEmpty());
    require("room", "[x, y, z] in mm", !room.isEmpty());
    require("materials", "at least one, such as PLA: 25.00", !materials.isEmpty());
    if (slicing != null) {
      checkSlicing(slicing);
    }
  }

  /** A profile for every material would be too much to ask; for none, something is wrong. */
  private void checkSlicing(Slicing profiles) {
    if (making() != Making.FFF) {
      throw new ConfigurationError(
          "machine \"%s\": expected slicing: of a printer only, found it at one with %s."
              .formatted(name, controller));
    }
    ConfigurationError last = null;
    for (var material : materials.keySet().stream().sorted().toList()) {
      try {
        profiles.profile(material);
        return;
      } catch (ConfigurationError e) {
        last = e;
      }
    }
    if (last != null) {
      throw new ConfigurationError("machine \"%s\": %s".formatted(name, last.getMessage()));
    }
  }

  private void require(String key, String example, boolean there) {
    if (!there) {
      throw new ConfigurationError(
          "machine \"%s\": expected %s, %s, but found none.".formatted(name, key, example));
    }
  }

  MachineId id() {
    return new MachineId(name);
  }

  private Firmware firmware() {
    return Firmware.find(controller).orElseThrow();
  }

  Controller family() {
    if (firmware().reprap()) {
      return Controller.REPRAPFIRMWARE;
    }
    return Arrays.stream(Controller.values())
        .filter(value -> value.name().equalsIgnoreCase(controller))
        .findFirst()
        .orElseThrow();
  }

  private Making making() {
    return firmware().numbered() ? Making.FFF : Making.MILLING;
  }

  MachineProfile profile(HouseRules house, boolean slicer) {
    return new MachineProfile(
        id(),
        making(),
        family(),
        new Size(room.get(0), room.get(1), room.get(2)),
        materials.keySet(),
        orZero(nozzleCelsius),
        orZero(bedCelsius),
        orZero(spindleRpm),
        ability(slicer && slicing != null),
        new Supply(Set.copyOf(obtain().keySet()), List.of()),
        house);
  }

  private Ability ability(boolean slices) {
    var there = new TreeSet<>(tools == null ? Set.of() : tools);
    there.removeIf(Tooling.SLICER::equalsIgnoreCase); // said by whether it can, not by hand
    if (slices) {
      there.add(Tooling.SLICER);
    }
    return new Ability(
        Set.of(),
        0,
        nozzleMm == null ? 0 : nozzleMm,
        layerMm == null ? 0 : layerMm,
        0,
        tolerance == null ? Tolerance.UNSTATED : Tolerance.valueOf(tolerance),
        Tolerance.UNSTATED,
        0,
        there,
        finishes == null ? Set.of() : Set.copyOf(finishes));
  }

  private Map<String, Double> obtain() {
    return obtainable == null ? Map.of() : obtainable;
  }

  MachineOffer offer(HouseRules house, boolean slicer, String currency) {
    var prices = new LinkedHashMap<String, Long>();
    var awaited = new LinkedHashMap<String, Duration>();
    var days = Duration.ofDays(obtainableDays == null ? USUAL_DAYS : obtainableDays);
    obtain()
        .forEach(
            (what, price) -> {
              prices.put(what.toLowerCase(Locale.ROOT), minor(price, currency));
              awaited.put(what.toLowerCase(Locale.ROOT), days);
            });
    materials.forEach(
        (what, price) -> {
          prices.put(what.toLowerCase(Locale.ROOT), minor(price, currency));
          awaited.remove(what.toLowerCase(Locale.ROOT)); // it is here
        });
    double minutes = handlingMinutes == null ? USUAL_HANDLING_MINUTES : handlingMinutes;
    return new MachineOffer(
        profile(house, slicer),
        minor(hour, currency),
        minor(setup, currency),
        prices,
        Duration.ofSeconds(Math.round(minutes * 60)),
        awaited);
  }

  /** How it is driven, and who must be near it. */
  public MachineSettings settings() {
    return new MachineSettings(
        name,
        port,
        baud == null ? USUAL_BAUD : baud,
        firmware(),
        MachineLimits.box(room.get(0), room.get(1), room.get(2)),
        attendance(),
        spindle == null ? Spindle.DRIVEN : Spindle.parse(spindle));
  }

  private Attendance attendance() {
    if (smokeAlarm == null || !smokeAlarm) {
      return Attendance.HOURLY;
    }
    boolean signed = thermalProtection != null && !thermalProtection.isBlank();
    return signed ? Attendance.SMOKE_ALARM_AND_TESTED : Attendance.SMOKE_ALARM;
  }

  private static long minor(@Nullable Double price, String currency) {
    return price == null ? 0 : Price.minorUnits(currency, BigDecimal.valueOf(price));
  }

  private static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  /** Whether a machine that works as {@code other} says can go on so: only its offer differs. */
  boolean isDrivenAs(MachineEntry other) {
    return settings().equals(other.settings()) && limitsText().equals(other.limitsText());
  }

  /** What a program must keep to here, in the G-code library's words. */
  org.vicinal.gcode.MachineLimits limits() {
    return org.vicinal.gcode.MachineLimits.parse(limitsText(), "workshop.yaml");
  }

  private String limitsText() {
    var text = new StringBuilder();
    if (like != null) {
      text.append("like: ").append(like).append('\n');
    } else {
      text.append("dialect: ").append(controller).append('\n');
      text.append("x: 0 ").append(room.get(0)).append('\n');
      text.append("y: 0 ").append(room.get(1)).append('\n');
      text.append("z: 0 ").append(room.get(2)).append('\n');
    }
    text.append("name: ").append(name).append('\n');
    text.append("nozzle-celsius: ").append(orZero(nozzleCelsius)).append('\n');
    text.append("bed-celsius: ").append(orZero(bedCelsius)).append('\n');
    text.append("spindle-rpm: ").append(orZero(spindleRpm)).append('\n');
    return text.toString();
  }
}
