package org.vicinal.coordinator.http;

import org.vicinal.commons.licence.Licence;
import org.vicinal.coordinator.design.Release;
import org.vicinal.messages.id.PersonId;

/**
 * What a release's licence lets others do, where it matters: when it is published and when ordered.
 */
final class Licensed {
  private Licensed() {}

  /** The licence as SPDX writes it; 422 when nobody can understand it. */
  static String checked(String written) {
    var licence = Licence.of(written);
    if (!licence.isUnderstood()) {
      throw Problem.invalid("licence", licence.quirk());
    }
    return licence.spdx();
  }

  /** 422 when others may not make and sell it; its designer may always have it made. */
  static void demand(Release release, PersonId customer) {
    var permission = Licence.of(release.licence()).permission();
    if (!permission.sell() && !customer.equals(release.designer())) {
      throw Problem.invalid("release", permission.refusal(release.title()));
    }
  }
}
