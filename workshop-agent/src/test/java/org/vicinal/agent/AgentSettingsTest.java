package org.vicinal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.workshop.WorkshopSettings;
import org.vicinal.messages.config.Configuration;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Tolerance;

/** What a workshop's people write down about themselves. */
class AgentSettingsTest {
  private static final String MACHINE =
      """
      machines:
        - name: mk3
          port: simulated:marlin
          controller: marlin
          room: [250, 210, 210]
          materials: {PLA: 25.00}
      """;
  @TempDir private Path folder;

  @Test
  void termsAndRulesReachBidsAndPresence() throws IOException {
    var workshop =
        read(
            """
            answer: ask-me
            takes: [food]
            never: [child-under-three]
            promises: [food]
            certifications: [ISO 9001]
            most-pieces: 20
            terms:
              in: hours
              hand-work: 20.00
              delivery: 4.00
            """
                + MACHINE
                + """
                    obtainable: {PETG: 28.00}
                    obtainable-days: 5
                    tolerance: ISO2768_M
                    finishes: [sanded]
                """);
    assertThat(workshop.trade().asksPeople()).isTrue();
    assertThat(workshop.trade().unit()).isEqualTo(Price.Unit.HOURS);
    assertThat(workshop.trade().handWork()).isEqualTo(2000);
    assertThat(workshop.trade().delivery()).isEqualTo(400);
    assertThat(workshop.trade().promises()).containsExactly(Purpose.FOOD);
    var machine = workshop.machines().getFirst();
    assertThat(machine.awaited()).isEqualTo(Map.of("petg", Duration.ofDays(5)));
    assertThat(machine.materials()).isEqualTo(Map.of("pla", 2500L, "petg", 2800L));
    var profile = machine.profile();
    assertThat(profile.supply().obtainable()).containsExactly("PETG");
    assertThat(profile.ability().claimed()).isEqualTo(Tolerance.ISO2768_M);
    assertThat(profile.rules().never()).isEqualTo(Set.of(Purpose.CHILD_UNDER_THREE));
    assertThat(profile.rules().mostPieces()).isEqualTo(20);
  }

  @Test
  void nothingHasToBeSaid() throws IOException {
    var workshop = read(MACHINE);
    assertThat(workshop.trade().asksPeople()).isFalse();
    assertThat(workshop.trade().delivery()).isNull();
    assertThat(workshop.machines().getFirst().awaited()).isEmpty();
  }

  @Test
  void whatIsMistypedIsNamedWithTheNearest() {
    assertThatThrownBy(() -> read("answer: askme\n" + MACHINE))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining("Did you mean ask-me?");
    assertThatThrownBy(() -> read("never: [babies]\n" + MACHINE)).hasMessageContaining("never");
    assertThatThrownBy(() -> read("terms:\n  in: money\n  tax-percnt: 4\n" + MACHINE))
        .hasMessageContaining("tax-percent");
    assertThatThrownBy(() -> read("terms:\n  tax-percent: 400\n" + MACHINE))
        .hasMessageContaining("tax-percent: expected 0 to 100, found 400.");
    assertThatThrownBy(() -> read("takes: [food]\nnever: [food]\n" + MACHINE))
        .hasMessageContaining("found both");
    assertThatThrownBy(() -> read(MACHINE + "    tolerance: ISO2768\n"))
        .hasMessageContaining("tolerance: expected one of");
  }

  private WorkshopSettings read(String yaml) throws IOException {
    var file = folder.resolve("workshop.yaml");
    Files.writeString(file, yaml);
    return Configuration.read(AgentSettings.class, file, "NONE_", Map.of(), Map.of())
        .checked()
        .forWorkshop(new WorkshopId("anna"), "0.1", true);
  }
}
