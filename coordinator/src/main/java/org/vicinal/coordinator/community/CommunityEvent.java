package org.vicinal.coordinator.community;

import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.id.CommunityId;
import org.vicinal.messages.id.PersonId;

/** What has happened to a community. */
public sealed interface CommunityEvent extends Event {
  /** These rules hold for everything that begins after this. */
  record RulesEnacted(CommunityId community, CommunityRules rules, PersonId author, String reason)
      implements CommunityEvent {}
}
