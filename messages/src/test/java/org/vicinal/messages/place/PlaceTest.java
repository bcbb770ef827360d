package org.vicinal.messages.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Distances are those on a globe, everywhere on it. */
class PlaceTest {
  @Test
  void aDegreeOfLatitudeIsAHundredAndElevenKilometres() {
    assertThat(new Place(48, 11).metresTo(new Place(49, 11))).isCloseTo(111_195, within(1.0));
  }

  @Test
  void theDateLineIsNoWall() {
    assertThat(new Place(0, 179.999).metresTo(new Place(0, -179.999)))
        .isCloseTo(222.4, within(0.1));
  }

  @Test
  void allLongitudesMeetAtThePole() {
    assertThat(new Place(90, 0).metresTo(new Place(90, 135))).isCloseTo(0, within(0.001));
  }

  @Test
  void nowhereIsRefused() {
    assertThatThrownBy(() -> new Place(91, 0)).hasMessageContaining("latitude");
    assertThatThrownBy(() -> new Place(0, Double.NaN)).hasMessageContaining("longitude");
  }
}
