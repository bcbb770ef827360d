package org.vicinal.messages.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.vicinal.messages.work.Making;

/**
 * "Is a kind of" points one way, words of OKH and OKW are understood, and no figure stands without
 * a source.
 */
class TaxonomyTest {
  private static final Taxonomy TAXONOMY = Taxonomy.STANDARD;

  @Test
  void whoAsksForPlasticIsContentWithPlaAndNotTheOtherWayRound() {
    assertThat(TAXONOMY.isKindOf("PLA", "plastic")).isTrue();
    assertThat(TAXONOMY.isKindOf("plastic", "PLA")).isFalse();
    assertThat(TAXONOMY.isKindOf("PETG", "PLA")).isFalse();
    assertThat(TAXONOMY.isKindOf("birch plywood", "wood")).isTrue();
    assertThat(TAXONOMY.isKindOf("wood-filled PLA", "wood")).isFalse();
    assertThat(TAXONOMY.isKindOf("PLA-CF", "PLA")).isTrue();
    assertThat(TAXONOMY.isKindOf("TPU", "elastomer")).isTrue();
  }

  @Test
  void siblingsAndParentsOfProcessesAreNotConfused() {
    assertThat(TAXONOMY.isKindOf(Making.FFF, Making.PRINTING)).isTrue();
    assertThat(TAXONOMY.isKindOf(Making.PRINTING, Making.FFF)).isFalse();
    assertThat(TAXONOMY.isKindOf(Making.FFF, Making.SLA)).isFalse();
    assertThat(TAXONOMY.isKindOf(Making.TURNING, Making.MILLING)).isFalse();
    assertThat(TAXONOMY.isKindOf(Making.MILLING_5_AXIS, Making.MILLING)).isTrue();
    assertThat(TAXONOMY.isKindOf(Making.LASER_ENGRAVING, Making.LASER_CUTTING)).isFalse();
    assertThat(TAXONOMY.listKinds(Making.RESIN))
        .containsExactlyInAnyOrder(Making.RESIN, Making.SLA, Making.DLP);
  }

  @Test
  void wordsOfOkhAndOkwAreUnderstood() {
    assertThat(TAXONOMY.findProcess("3DP")).contains(Making.PRINTING);
    assertThat(TAXONOMY.findProcess("FDM")).contains(Making.FFF);
    assertThat(TAXONOMY.findProcess("DMLS")).contains(Making.METAL_PRINTING);
    assertThat(TAXONOMY.findProcess("LAS")).contains(Making.LASER_CUTTING);
    assertThat(TAXONOMY.findProcess("https://en.wikipedia.org/wiki/CNC_router"))
        .contains(Making.MILLING);
    assertThat(TAXONOMY.findProcess("cnc_milling")).contains(Making.MILLING);
    assertThat(
            TAXONOMY
                .findMaterial("https://en.wikipedia.org/wiki/Polylactic_acid")
                .orElseThrow()
                .name())
        .isEqualTo("PLA");
    assertThat(TAXONOMY.findMaterial("aluminum").orElseThrow().name()).isEqualTo("aluminium");
    assertThat(TAXONOMY.findMaterial("unobtainium")).isEmpty();
  }

  @Test
  void aWordThatOnlyTheTwoOfThemKnowIsComparedAsItStands() {
    assertThat(TAXONOMY.isKindOf("Grandma's wax", "grandma's WAX")).isTrue();
    assertThat(TAXONOMY.isKindOf("unobtainium", "plastic")).isFalse();
  }

  @Test
  void everyProcessHasItsPlaceAndEveryFigureItsSource() {
    for (var making : EnumSet.allOf(Making.class)) {
      assertThat(TAXONOMY.findProcess(making.name())).contains(making);
    }
    for (var material : TAXONOMY.listMaterials()) {
      material.findDensity().ifPresent(fact -> assertThat(fact.source()).isNotBlank());
      material.findHeat().ifPresent(fact -> assertThat(fact.source()).isNotBlank());
      assertThat(material.properties().values()).allMatch(source -> !source.isBlank());
    }
  }
}
