package org.vicinal.coordinator.http;

import org.springframework.http.HttpStatus;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.view.QuarantineView;
import org.vicinal.coordinator.view.Quarantines;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.Digest;

/** What a steward has taken out of use: nobody is given it, and everybody is told why. */
final class Held {
  private Held() {}

  /** 410 when the file was removed for good, whoever asks. */
  static void demandKept(Quarantines quarantines, Digest file) {
    quarantines
        .findHold(file)
        .filter(it -> it.standing() == QuarantineView.Standing.REMOVED)
        .ifPresent(
            it -> {
              throw Problem.of(
                  HttpStatus.GONE,
                  "File %s was removed by a steward: %s".formatted(file, it.reason()));
            });
  }

  /** 403 while the file is in quarantine; stewards may look at what they judge. */
  static void demandGiven(Quarantines quarantines, Digest file, Caller caller) {
    if (!(caller instanceof Caller.Steward)) {
      quarantines
          .findHold(file)
          .ifPresent(
              it -> {
                throw Problem.forbidden(
                    "File %s is in quarantine: %s".formatted(file, it.reason()));
              });
    }
  }

  /** 422 when the file may not be part of an order or a release. */
  static void demandUsable(Quarantines quarantines, String field, Digest file) {
    quarantines
        .findHold(file)
        .ifPresent(
            it -> {
              throw Problem.invalid(
                  field,
                  "File %s is out of use by a steward's word: %s. Use another."
                      .formatted(file, it.reason()));
            });
  }

  /** 422 when the design may not be made. */
  static void demandUsable(Quarantines quarantines, DesignId design) {
    quarantines
        .findHold(design)
        .ifPresent(
            it -> {
              throw Problem.invalid(
                  "release",
                  "Design %s is in quarantine: %s. Choose another.".formatted(design, it.reason()));
            });
  }
}
