package org.vicinal.coordinator.view;

/** Somebody watches until this is closed. */
@FunctionalInterface
public interface Watch extends AutoCloseable {
  @Override
  void close();
}
