package org.vicinal.coordinator.notice;

import java.util.Locale;

/** By what way a notice goes. */
public enum Channel {
  MAIL,
  WEBHOOK;

  /** Lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
