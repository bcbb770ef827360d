package org.vicinal.commons.licence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A licence is an SPDX expression, or what can only mean one; what nobody knows allows nothing. */
class LicenceTest {
  @ParameterizedTest
  @CsvSource({
    "CERN-OHL-S-2.0, CERN-OHL-S-2.0",
    "cern-ohl-s-2.0, CERN-OHL-S-2.0",
    "MIT OR (CC-BY-4.0 AND GPL-3.0-only), MIT OR (CC-BY-4.0 AND GPL-3.0-only)",
    "GPL-2.0-or-later WITH Bison-exception-2.2, GPL-2.0-or-later WITH Bison-exception-2.2",
    "LicenseRef-CC-BY-SA-4.0, CC-BY-SA-4.0",
    "LicenseRef-CC BY-SA-4.0, CC-BY-SA-4.0",
    "Creative Commons Attribution-ShareAlike 4.0 International, CC-BY-SA-4.0",
    "BY-SA 4.0, CC-BY-SA-4.0",
    "CC-BY-SA 4.0, CC-BY-SA-4.0",
    "CC BY-NC-SA 4.0, CC-BY-NC-SA-4.0",
    "CERN OHL v1.2, CERN-OHL-1.2",
    "CERN-OHL-W v2, CERN-OHL-W-2.0",
    "AGPL 3.0 https://www.gnu.org/licenses/agpl-3.0.en.html, AGPL-3.0-only",
    "GPLv3, GPL-3.0-only",
    "https://creativecommons.org/licenses/by-sa/4.0/, CC-BY-SA-4.0",
    "MIT License, MIT",
  })
  void whatPeopleWriteIsUnderstood(String written, String meant) {
    assertThat(Licence.of(written).spdx()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "CERN OHL, \"OHL\" follows",
    "Adobe 9006, \"Adobe\" is no licence",
    "MIT AND, ends where a licence should follow",
    "(MIT OR ISC, a bracket is not closed",
    "'', there is no licence",
  })
  void whatNobodyKnowsSaysWhereAndAllowsNothing(String written, String why) {
    var licence = Licence.of(written);
    assertThat(licence.isUnderstood()).isFalse();
    assertThat(licence.quirk()).contains(written.startsWith("CERN") ? "is no licence" : why);
    assertThat(licence.permission().make()).isFalse();
  }

  @Test
  void noncommercialMayBeMadeButNotSold() {
    var permission = Licence.of("CC-BY-NC-SA-4.0").permission();
    assertThat(permission.make()).isTrue();
    assertThat(permission.sell()).isFalse();
    assertThat(permission.refusal("Hook")).contains("not for sale");
  }

  @Test
  void aChoiceAllowsWhatItsBestPartAllowsAndABundleWhatAllAllow() {
    assertThat(Licence.of("CC-BY-NC-4.0 OR MIT").permission().sell()).isTrue();
    assertThat(Licence.of("CC-BY-NC-4.0 AND MIT").permission().sell()).isFalse();
  }

  @Test
  void allRightsReservedAllowsNothing() {
    assertThat(Licence.of("LicenseRef-AllRightsReserved").permission().make()).isFalse();
  }

  @Test
  void noDerivativesMayBeSoldButNotChanged() {
    var permission = Licence.of("CC-BY-ND-4.0").permission();
    assertThat(permission.sell()).isTrue();
    assertThat(permission.change()).isFalse();
  }
}
