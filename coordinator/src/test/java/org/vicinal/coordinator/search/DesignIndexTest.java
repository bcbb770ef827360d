package org.vicinal.coordinator.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicinal.coordinator.design.Fits;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/** A design is found by what people would type who need it. */
class DesignIndexTest {
  private final DesignIndex index = new DesignIndex();

  @BeforeEach
  void designs() {
    put(
        "coat-hook",
        "Coat hook",
        "Holds a wet coat and is printed without supports.",
        Making.FFF,
        "PLA",
        new Size(40, 20, 12),
        "CERN-OHL-S-2.0");
    put(
        "garderobenhaken",
        "Garderobenhaken",
        "Ein Haken für die Wand, der auch schwere Mäntel trägt.",
        Making.MILLING,
        "plywood",
        new Size(200, 80, 18),
        "CC-BY-NC-4.0");
    put(
        "patere",
        "Patère murale",
        "Une patère pour les manteaux de toute la famille.",
        Making.FFF,
        "PETG",
        new Size(90, 50, 40),
        "CC-BY-SA-4.0");
    put(
        "drawer-handle",
        "Drawer handle",
        "A replacement for the broken one.",
        Making.SLS,
        "PA12",
        new Size(120, 30, 25),
        "CERN-OHL-P-2.0",
        new Fits("Miele", "S5", "handle"));
    put(
        "spindle-mount",
        "Spindle mount",
        "Clamps a spindle of 65 mm to the gantry.",
        Making.MILLING,
        "aluminium",
        new Size(110, 100, 60),
        "CERN-OHL-W-2.0");
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coat hook | coat-hook",
        "Coat Hooks | coat-hook",
        "coet hok | coat-hook",
        "holding coats | coat-hook",
        "a hook for the coat | coat-hook",
        "haken | garderobenhaken",
        "Gardrobenhaken | garderobenhaken",
        "Mantel | garderobenhaken",
        "maentel | garderobenhaken",
        "patere | patere",
        "manteau | patere",
        "manteaux famille | patere",
        "drawer-handle | drawer-handle",
        "spindel mount | spindle-mount",
        "65 mm spindle | spindle-mount",
        "milled aluminum | spindle-mount",
        "fits: miele, s5 | drawer-handle",
        "handle fits: Mielle; | drawer-handle",
      })
  void whatSomebodyTypesFindsIt(String typed, String design) {
    assertThat(find(Sought.words(typed))).startsWith(design);
  }

  @ParameterizedTest
  @CsvSource({"bicycle", "coat bicycle", "fits: bosch", "fits: miele s6"})
  void whatNobodyMadeIsNotFound(String typed) {
    assertThat(find(Sought.words(typed))).isEmpty();
  }

  @Test
  void aFamilyOfProcessesFindsItsKindsAndAKindItsFamily() {
    assertThat(find(made(Making.PRINTING, null)))
        .containsExactlyInAnyOrder("coat-hook", "patere", "drawer-handle");
    put("vase", "Vase", "Printed anyhow.", Making.PRINTING, "plastic", new Size(9, 9, 9), "MIT");
    assertThat(find(made(Making.FFF, null)))
        .contains("vase", "coat-hook")
        .doesNotContain("drawer-handle");
  }

  @Test
  void aMaterialIsFoundByItsOtherNames() {
    assertThat(find(made(null, "aluminum"))).containsExactly("spindle-mount");
    assertThat(find(made(null, "PLA"))).containsExactly("coat-hook");
  }

  @Test
  void aBoxHoldsWhatFitsHoweverItIsTurned() {
    var within = new Sought("", "", null, null, new Size(30, 130, 40), null, false);
    assertThat(find(within)).containsExactlyInAnyOrder("coat-hook", "drawer-handle");
  }

  @Test
  void aLicenceIsFoundByItsIdentifierOrByWhatItAllows() {
    var named = new Sought("", "", null, null, null, "cc-by-nc-4.0", false);
    assertThat(find(named)).containsExactly("garderobenhaken");
    var sellable = new Sought("haken", "", null, null, null, null, true);
    assertThat(find(sellable)).isEmpty();
  }

  @Test
  void withoutWordsTheNewestComesFirst() {
    assertThat(index.find(Sought.words(""), 0, 2).designs())
        .containsExactly(new DesignId("spindle-mount"), new DesignId("drawer-handle"));
    assertThat(index.find(Sought.words(""), 0, 2).total()).isEqualTo(5);
    assertThat(index.find(Sought.words(""), 4, 2).designs())
        .containsExactly(new DesignId("coat-hook"));
  }

  @Test
  void aBetterReleaseTakesThePlaceOfTheOlderAndAWithdrawnOneGivesItBack() {
    var old = published("lamp", "1.0", "Lamp", null);
    var better = published("lamp", "2.0", "Lantern", null);
    index.put(new DesignView(new DesignId("lamp"), 2, List.of(old, better)));
    assertThat(find(Sought.words("lamp"))).contains("lamp"); // by its id
    assertThat(find(Sought.words("lantern"))).containsExactly("lamp");
    var withdrawn = published("lamp", "2.0", "Lantern", "it burns");
    index.put(new DesignView(new DesignId("lamp"), 3, List.of(old, withdrawn)));
    assertThat(find(Sought.words("lantern"))).isEmpty();
    index.put(new DesignView(new DesignId("lamp"), 4, List.of(withdrawn)));
    assertThat(find(Sought.words("lamp"))).isEmpty();
  }

  @Test
  void noWordsAreTooOddToBeSought() {
    var odd =
        List.of(
            "*",
            "\"",
            "a AND (",
            "fits:",
            "fits: ,;",
            "\u0000",
            "--",
            "x".repeat(5_000),
            "咖啡 杯",
            "🪝");
    for (var words : odd) {
      assertThat(index.find(Sought.words(words), 0, 5)).isNotNull();
    }
  }

  private static Sought made(@Nullable Making process, @Nullable String material) {
    return new Sought("", "", process, material, null, null, false);
  }

  private List<String> find(Sought sought) {
    return index.find(sought, 0, 10).designs().stream().map(DesignId::value).toList();
  }

  private int minute;

  private void put(
      String id,
      String title,
      String words,
      Making making,
      String material,
      Size size,
      String licence,
      Fits... fits) {
    var release =
        new Release(
            new ReleaseRef(new DesignId(id), "1.0"),
            title,
            licence,
            new PersonId("p-dora"),
            words,
            new Requirement(making, material, size, Set.of(), 0, 0, 0),
            List.of(new FileRef("a.stl", FileRef.Role.MODEL, Digest.of(new byte[0]), 0, null)),
            null,
            null,
            List.of(),
            List.of(fits));
    var at = Instant.EPOCH.plusSeconds(60L * minute++);
    index.put(
        new DesignView(
            new DesignId(id), 1, List.of(new DesignView.Published(release, at, null, null))));
  }

  private static DesignView.Published published(
      String id, String version, String title, @Nullable String withdrawn) {
    var release =
        new Release(
            new ReleaseRef(new DesignId(id), version),
            title,
            "MIT",
            new PersonId("p-dora"),
            "",
            new Requirement(Making.FFF, "PLA", Size.UNSTATED, Set.of(), 0, 0, 0),
            List.of(new FileRef("a.stl", FileRef.Role.MODEL, Digest.of(new byte[0]), 0, null)));
    return new DesignView.Published(release, Instant.EPOCH, null, withdrawn);
  }
}
