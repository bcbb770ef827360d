package org.vicinal.coordinator.design;

import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.id.DesignId;

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

  /** Its time has come; a design waits for nothing. */
  record WakeDesign(DesignId design) implements DesignCommand, Wake {}
}
