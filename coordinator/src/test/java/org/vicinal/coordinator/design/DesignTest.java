package org.vicinal.coordinator.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.ANA;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.HOOK;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.PROGRAM;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Life;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.design.DesignCommand.DeclineFork;
import org.vicinal.coordinator.design.DesignCommand.OfferFork;
import org.vicinal.coordinator.design.DesignCommand.PublishRelease;
import org.vicinal.coordinator.design.DesignCommand.WarnRelease;
import org.vicinal.coordinator.design.DesignCommand.WithdrawRelease;
import org.vicinal.coordinator.design.DesignEvent.ForkDeclined;
import org.vicinal.coordinator.design.DesignEvent.ForkOffered;
import org.vicinal.coordinator.design.DesignEvent.ReleasePublished;
import org.vicinal.coordinator.design.DesignEvent.ReleaseWarned;
import org.vicinal.coordinator.design.DesignEvent.ReleaseWithdrawn;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.id.DesignId;
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

  @Test
  void aForkIsOfferedBackByItsDesignerAndTakenOrDeclinedByTheDesigns() {
    var ben = new PersonId("p-ben");
    var fork = ReleaseRef.parse("wide-hook@1.1");
    var offer = new OfferFork(new DesignId("coat-hook"), fork, ben, "two screws");
    design.when(new Asker.Designer(ben), offer).thenRejected(Kind.UNKNOWN, "no design");
    design.when(DESIGNER, release("1.0", "A hook.", ANA));
    design.when(DESIGNER, offer).thenRejected(Kind.FORBIDDEN, "offered by its designer");
    design.when(DESIGNER, taking("1.1", fork)).thenRejected(Kind.CONFLICT, "not offered");
    design.when(new Asker.Designer(ben), offer).then(ForkOffered.class);
    design.when(new Asker.Designer(ben), offer).thenNothing();
    var no = new DeclineFork(new DesignId("coat-hook"), fork, "it needs a larger bed");
    design.when(new Asker.Designer(ben), no).thenRejected(Kind.FORBIDDEN, "design's designer");
    design.when(DESIGNER, no).then(ForkDeclined.class);
    design.when(DESIGNER, no).thenRejected(Kind.CONFLICT, "answered already");
    design.when(new Asker.Designer(ben), offer).then(ForkOffered.class);
    design.when(DESIGNER, taking("1.1", fork)).then(ReleasePublished.class);
    design.when(DESIGNER, taking("1.1", fork)).thenNothing();
    design.when(DESIGNER, no).thenRejected(Kind.CONFLICT, "answered already");
  }

  @Test
  void releasesAndStatesOfOlderDaysAreReadAndKeepTheirFingerprint() throws Exception {
    var old = of("1.0", "A hook.", ANA, "MIT");
    var json = new String(Nouns.write(old), StandardCharsets.UTF_8);
    assertThat(json).doesNotContain("fits", "keywords", "forkOf", "takenFrom");
    assertThat(Nouns.JSON.read(Nouns.write(old), Release.class)).isEqualTo(old);
    var state = "{\"type\":\"Published\",\"owner\":\"p-ana\",\"releases\":{},\"said\":{}}";
    assertThat(Nouns.JSON.read(state.getBytes(StandardCharsets.UTF_8), DesignState.class))
        .isEqualTo(new DesignState.Published(ANA, new TreeMap<>(), null, null));
  }

  @Test
  void whatAReleaseGrewOutOfAndFitsIsPartOfIt() throws Exception {
    var plain = of("1.0", "A hook.", ANA, "MIT");
    var more =
        new Release(
            plain.ref(),
            plain.title(),
            plain.licence(),
            plain.designer(),
            plain.description(),
            plain.requirement(),
            plain.files(),
            new Ancestor("https://example.org/hook"),
            null,
            List.of("Haken"),
            List.of(Fits.parse("Miele, S5, handle"), Fits.parse("Bosch")));
    assertThat(more.fingerprint()).isNotEqualTo(plain.fingerprint());
    assertThat(Nouns.JSON.read(Nouns.write(more), Release.class)).isEqualTo(more);
    assertThat(new String(Nouns.write(more), StandardCharsets.UTF_8))
        .contains("\"forkOf\":\"https://example.org/hook\"")
        .contains("{\"brand\":\"Miele\",\"model\":\"S5\",\"part\":\"handle\"}");
  }

  private static PublishRelease taking(String version, ReleaseRef fork) {
    var it = of(version, "A hook with two screws.", ANA, "MIT");
    return new PublishRelease(
        new Release(
            it.ref(),
            it.title(),
            it.licence(),
            it.designer(),
            it.description(),
            it.requirement(),
            it.files(),
            null,
            fork,
            null,
            null));
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
