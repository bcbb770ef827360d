package org.vicinal.coordinator.decide;

import java.util.Locale;

/** The kinds of entity that have a decider. */
public enum Noun {
  ORDER,
  JOB,
  WORKSHOP,
  DESIGN,
  COMMUNITY,
  DEAL,
  CONSENT,
  TALK,
  NOTICE,
  QUARANTINE;

  /** Lower case, as in keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
