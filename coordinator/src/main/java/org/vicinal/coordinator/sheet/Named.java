package org.vicinal.coordinator.sheet;

import java.util.List;

/**
 * A part or machine with the name its file gives it.
 *
 * @param notes what a person should know about how it was read
 */
public record Named<T>(String name, T thing, List<String> notes) {
  public Named {
    notes = List.copyOf(notes);
  }
}
