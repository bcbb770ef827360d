package org.vicinal.messages.config;

/**
 * A configuration that cannot be used; the message says where, what was expected and what was
 * found.
 */
public final class ConfigurationError extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ConfigurationError(String message) {
    super(message);
  }
}
