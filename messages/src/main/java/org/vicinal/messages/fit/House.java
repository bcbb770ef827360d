package org.vicinal.messages.fit;

import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Requirement;

/** What a workshop takes on, against what a part is for. */
final class House {
  private House() {}

  static void compare(Requirement part, HouseRules rules, Comparison told) {
    var terms = part.terms();
    if (rules.mostPieces() > 0) {
      told.atLeast("pieces", terms.pieces(), rules.mostPieces(), "", 5, "none");
    }
    if (terms.purposes().isEmpty() && !rules.never().isEmpty()) {
      told.lacks("purpose", "what the part is for", Shortfall.NOT_STATED, 1);
    }
    for (var purpose : terms.purposes()) {
      if (rules.never().contains(purpose)) {
        told.lacks("purpose", purpose.words(), "never made here", 8);
      } else if (purpose != Purpose.ORDINARY && !rules.takes().contains(purpose)) {
        told.lacks("purpose", purpose.words(), Shortfall.NOT_STATED, 2);
      }
    }
    Workmanship.all("certificate", terms.certifications(), rules.certifications(), 7, told);
  }
}
