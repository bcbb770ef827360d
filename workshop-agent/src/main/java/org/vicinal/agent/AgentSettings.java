package org.vicinal.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.workshop.Publishing;
import org.vicinal.agent.workshop.WorkshopSettings;
import org.vicinal.messages.capacity.Closure;
import org.vicinal.messages.capacity.Hours;
import org.vicinal.messages.capacity.Opening;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.config.Nearest;
import org.vicinal.messages.fit.HouseRules;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Purpose;

/**
 * What {@code workshop.yaml}, the environment and the flags say. Absent values are null here and
 * have their defaults in the methods below.
 *
 * @param data the folder of journal, files and enrolment
 * @param enrolment the file with the coordinator's answer; {@code enrolment.json} in the data
 *     folder
 * @param currency of all prices, ISO 4217
 * @param reserveMinutes added to every promised date
 * @param attendant {@code person}, or {@code simulated} with simulated machines only
 * @param attendantSeconds how long the simulated attendant takes
 * @param controlPort of the agent's own page on loopback; 0 for one that the system chooses
 * @param zone of the opening hours, such as {@code Europe/Berlin}; the computer's own when nothing
 *     is said
 * @param hours when somebody is there, such as {@code Mon-Fri 09:00-18:00}; always, when nothing is
 *     said
 * @param closed days on which nobody is, such as {@code 2026-12-24..2027-01-02}
 * @param nights {@code run-on}, or {@code stop} where every run must end before we close
 * @param answer {@code by-itself}, or {@code ask-me}: then a person answers every call
 * @param terms what is asked beside the machines' rates
 * @param takes purposes beside ordinary use that this workshop makes things for
 * @param never purposes that it makes nothing for
 * @param promises purposes for which its bids promise fitness
 * @param certifications that it holds, such as {@code ISO 13485}
 * @param mostPieces of one part; no limit when nothing is said
 * @param slicer PrusaSlicer's program; the one on the PATH when nothing is said
 * @param publish what everybody may see beside the machines: {@code queues}, {@code rates}; both
 *     when nothing is said
 */
public record AgentSettings(
    @Nullable String data,
    @Nullable String enrolment,
    @Nullable String currency,
    @Nullable Integer reserveMinutes,
    @Nullable String attendant,
    @Nullable Double attendantSeconds,
    @Nullable Integer controlPort,
    @Nullable String zone,
    @Nullable List<String> hours,
    @Nullable List<String> closed,
    @Nullable String nights,
    @Nullable String answer,
    @Nullable TermsEntry terms,
    @Nullable List<String> takes,
    @Nullable List<String> never,
    @Nullable List<String> promises,
    @Nullable List<String> certifications,
    @Nullable Integer mostPieces,
    @Nullable String slicer,
    @Nullable List<String> publish,
    @Nullable List<MachineEntry> machines) {
  private static final int RESERVE_MINUTES = 15;
  private static final double ATTENDANT_SECONDS = 2;
  private static final List<String> ATTENDANTS = List.of("person", "simulated");
  private static final List<String> NIGHTS = List.of("run-on", "stop");
  private static final List<String> PUBLISHED = List.of("queues", "rates");
  private static final List<String> ANSWERS = List.of("by-itself", "ask-me");

  public AgentSettings {
    machines = machines == null ? List.of() : List.copyOf(machines);
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "currency: expected three capitals (ISO 4217) such as EUR, found \"" + currency + "\".");
    }
    if (attendant != null && !ATTENDANTS.contains(attendant)) {
      throw new IllegalArgumentException(
          "attendant: expected person or simulated, found \"%s\". Did you mean %s?"
              .formatted(attendant, Nearest.of(attendant, ATTENDANTS)));
    }
    if (reserveMinutes != null && reserveMinutes < 0) {
      throw new IllegalArgumentException("reserve-minutes: expected 0 or more.");
    }
    if (attendantSeconds != null && !(attendantSeconds >= 0)) {
      throw new IllegalArgumentException("attendant-seconds: expected 0 or more.");
    }
    oneOf("nights", nights, NIGHTS);
    oneOf("answer", answer, ANSWERS);
    rules(takes, never, certifications, mostPieces); // fails when they cannot be
    purposes("promises", promises);
    for (var what : publish == null ? List.<String>of() : publish) {
      oneOf("publish", what, PUBLISHED);
    }
    openingHours(zone, hours, closed, nights); // fails when they cannot be read
    var names = machines.stream().map(MachineEntry::name).toList();
    var twice =
        names.stream()
            .filter(name -> !name.isEmpty() && names.indexOf(name) != names.lastIndexOf(name))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException(
          "machines: expected each name once, found twice: " + twice);
    }
  }

  private static void oneOf(String key, @Nullable String value, List<String> known) {
    if (value != null && !known.contains(value)) {
      throw new IllegalArgumentException(
          "%s: expected %s, found \"%s\". Did you mean %s?"
              .formatted(key, String.join(" or ", known), value, Nearest.of(value, known)));
    }
  }

  private static Hours openingHours(
      @Nullable String zone,
      @Nullable List<String> hours,
      @Nullable List<String> closed,
      @Nullable String nights) {
    try {
      return new Hours(
          zone == null ? ZoneId.systemDefault().getId() : zone,
          hours == null ? List.of() : hours.stream().map(Opening::parse).toList(),
          closed == null ? List.of() : closed.stream().map(Closure::parse).toList(),
          !"stop".equals(nights));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("hours: " + e.getMessage(), e);
    }
  }

  private static Set<Purpose> purposes(String key, @Nullable List<String> words) {
    var known = Arrays.stream(Purpose.values()).map(AgentSettings::word).toList();
    for (var word : words == null ? List.<String>of() : words) {
      oneOf(key, word, known);
    }
    return Arrays.stream(Purpose.values())
        .filter(purpose -> words != null && words.contains(word(purpose)))
        .collect(Collectors.toSet());
  }

  private static String word(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static HouseRules rules(
      @Nullable List<String> takes,
      @Nullable List<String> never,
      @Nullable List<String> certifications,
      @Nullable Integer mostPieces) {
    return new HouseRules(
        purposes("takes", takes),
        purposes("never", never),
        certifications == null ? Set.of() : Set.copyOf(certifications),
        mostPieces == null ? 0 : mostPieces);
  }

  /** The machines, none when nothing was said. */
  public List<MachineEntry> listMachines() {
    return machines == null ? List.of() : machines;
  }

  /** The data folder. */
  public Path dataFolder() {
    return Path.of(data == null ? "workshop-data" : data);
  }

  /** The file of the enrolment. */
  public Path enrolmentFile() {
    return enrolment == null ? dataFolder().resolve("enrolment.json") : Path.of(enrolment);
  }

  /** Whether people are simulated, and after what time they come. */
  public boolean simulatedAttendant() {
    return "simulated".equals(attendant);
  }

  /** How long the simulated attendant takes. */
  public Duration attendantDelay() {
    double seconds = attendantSeconds == null ? ATTENDANT_SECONDS : attendantSeconds;
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** The port of the agent's own page. */
  public int chosenControlPort() {
    return controlPort == null ? 0 : controlPort;
  }

  /**
   * What the workshop's rules need of all this.
   *
   * @param slicer whether programs can be made of models here, where a machine has its profiles
   */
  public WorkshopSettings forWorkshop(WorkshopId workshop, String version, boolean slicer) {
    var house = rules(takes, never, certifications, mostPieces);
    var asked = terms == null ? TermsEntry.NONE : terms;
    var money = currency == null ? "EUR" : currency;
    return new WorkshopSettings(
        workshop,
        version,
        money,
        Duration.ofMinutes(reserveMinutes == null ? RESERVE_MINUTES : reserveMinutes),
        listMachines().stream().map(entry -> entry.offer(house, slicer, money)).toList(),
        openingHours(zone, hours, closed, nights),
        new Publishing(
            publish == null || publish.contains("queues"),
            publish == null || publish.contains("rates")),
        asked.trade(purposes("promises", promises), "ask-me".equals(answer), money));
  }

  /** Fails when something is missing that nothing can be done without. */
  public AgentSettings checked() {
    if (listMachines().isEmpty()) {
      throw new ConfigurationError(
          "Expected at least one machine under \"machines\" in the configuration (--config FILE),"
              + " but found none.");
    }
    listMachines().forEach(MachineEntry::checkComplete);
    return this;
  }
}
