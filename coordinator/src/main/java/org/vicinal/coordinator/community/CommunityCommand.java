package org.vicinal.coordinator.community;

import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.id.CommunityId;

/** What may be asked of a community. */
public sealed interface CommunityCommand extends Command {
  /** The community it is about. */
  CommunityId community();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.COMMUNITY, community().value());
  }

  /**
   * From now on these rules hold.
   *
   * @param rules their version must be the next one: who enacts has seen those before
   * @param reason why, for everybody to read
   */
  record EnactRules(CommunityId community, CommunityRules rules, String reason)
      implements CommunityCommand {}

  /** Its time has come; a community waits for nothing. */
  record WakeCommunity(CommunityId community) implements CommunityCommand, Wake {}
}
