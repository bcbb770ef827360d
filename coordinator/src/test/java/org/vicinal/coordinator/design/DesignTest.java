package org.vicinal.coordinator.design;

import static org.vicinal.coordinator.decide.Things.ANA;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.HOOK;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.PROGRAM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Life;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.design.DesignCommand.PublishRelease;
import org.vicinal.coordinator.design.DesignCommand.WarnRelease;
import org.vicinal.coordinator.design.DesignCommand.WithdrawRelease;
import org.vicinal.coordinator.design.DesignEvent.ReleasePublished;
import org.vicinal.coordinator.design.DesignEvent.ReleaseWarned;
import org.vicinal.coordinator.design.DesignEvent.ReleaseWithdrawn;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;

/** A release never changes, and a name belongs to who published first under it. */
class DesignTest {
  private static final Asker DESIGNER = new Asker.Designer(ANA);

  private final Life<DesignState, DesignCommand, DesignEvent> design =
      new Life<>(new DesignDecider(), NOON);

  @Test
  void publishingTheSameAgainIsNothingNew() {
    design.when(DESIGNER, release("1.0", "A hook.", ANA)).then(ReleasePublished.class);
    design.when(DESIGNER, release("1.0", "A hook.", ANA)).thenNothing();
    design.when(DESIGNER, release("1.1", "A better hook.", ANA)).then(ReleasePublished.class);
  }

  @Test
  void aReleaseNeverChanges() {
    design.when(DESIGNER, release("1.0", "A hook.", ANA));
    design
        .when(DESIGNER, release("1.0", "Another hook.", ANA))
        .thenRejected(Kind.CONFLICT, "publish this as a new version");
  }

  @Test
  void somebodyElsePublishesUnderAnotherName() {
    var ben = new PersonId("p-ben");
    design.when(DESIGNER, release("1.0", "A hook.", ANA));
    design
        .when(new Asker.Designer(ben), release("2.0", "My hook.", ben))
        .thenRejected(Kind.FORBIDDEN, "as a fork");
    design.when(ANA_ASKS, release("2.0", "A hook.", ANA)).thenRejected(Kind.FORBIDDEN, "designer");
  }

  @Test
  void fieldsAreChecked() {
    design.when(DESIGNER, new PublishRelease(of("1.0", "", ANA, ""))).thenInvalid("licence");
  }

  @Test
  void aReleaseIsWarnedAboutAndWithdrawnWithAReasonByItsDesignerOrASteward() {
    var ref = ReleaseRef.parse("coat-hook@1.0");
    design.when(DESIGNER, release("1.0", "A hook.", ANA));
    design.when(ANA_ASKS, new WarnRelease(ref, "sharp")).thenRejected(Kind.FORBIDDEN, "designer");
    design.when(DESIGNER, new WarnRelease(ref, "sharp edges")).then(ReleaseWarned.class);
    design.when(DESIGNER, new WarnRelease(ref, "sharp edges")).thenNothing();
    design.when(DESIGNER, new WithdrawRelease(ref, " ")).thenInvalid("reason");
    design.when(DESIGNER, new WithdrawRelease(ref, "it breaks")).then(ReleaseWithdrawn.class);
    design.when(DESIGNER, new WithdrawRelease(ref, "it breaks")).thenNothing();
    design
        .when(DESIGNER, new WarnRelease(ref, "sharp edges"))
        .thenRejected(Kind.CONFLICT, "withdrawn already: it breaks");
  }

  @Test
  void onlyWhatWasPublishedCanBeWithdrawn() {
    var ref = ReleaseRef.parse("coat-hook@9.9");
    design.when(DESIGNER, new WithdrawRelease(ref, "x")).thenRejected(Kind.UNKNOWN, "no release");
    design.when(DESIGNER, release("1.0", "A hook.", ANA));
    design.when(DESIGNER, new WithdrawRelease(ref, "x")).thenRejected(Kind.UNKNOWN, "no release");
  }

  private static PublishRelease release(String version, String description, PersonId designer) {
    return new PublishRelease(of(version, description, designer, "CERN-OHL-S-2.0"));
  }

  private static Release of(String version, String description, PersonId by, String licence) {
    return new Release(
        ReleaseRef.parse("coat-hook@" + version),
        "Coat hook",
        licence,
        by,
        description,
        HOOK,
        List.of(PROGRAM));
  }
}
