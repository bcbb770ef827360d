package org.vicinal.coordinator.design;

import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;

/** What may be asked of a design. */
public sealed interface DesignCommand extends Command {
  /** The design it is about. */
  DesignId design();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.DESIGN, design().value());
  }

  /** Everybody may make this. The same release again is nothing new; another is a conflict. */
  record PublishRelease(Release release) implements DesignCommand {
    @Override
    public DesignId design() {
      return release.ref().design();
    }
  }

  /** Something about it is to be known by whoever makes or uses it; it can be ordered on. */
  record WarnRelease(ReleaseRef release, String reason) implements DesignCommand {
    @Override
    public DesignId design() {
      return release.design();
    }
  }

  /** It is not to be ordered any more. What was published stays readable. */
  record WithdrawRelease(ReleaseRef release, String reason) implements DesignCommand {
    @Override
    public DesignId design() {
      return release.design();
    }
  }

  /**
   * A fork's designer offers its release back to the design that it grew out of.
   *
   * @param by who published the fork
   * @param note what is better in it, for everybody to read
   */
  record OfferFork(DesignId design, ReleaseRef fork, PersonId by, String note)
      implements DesignCommand {}

  /** The offer is not taken, with a reason. It is taken by publishing a release of it. */
  record DeclineFork(DesignId design, ReleaseRef fork, String reason) implements DesignCommand {}

  /** Its time has come; a design waits for nothing. */
  record WakeDesign(DesignId design) implements DesignCommand, Wake {}
}
