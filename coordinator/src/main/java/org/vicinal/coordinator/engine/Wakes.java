package org.vicinal.coordinator.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vicinal.coordinator.decide.EntityKey;

/**
 * Who wants to be woken when: the index of one task over its stored states, kept in memory and made
 * again when the task begins. Owned by the task's thread.
 */
final class Wakes {
  private final Map<EntityKey, Long> byEntity = new HashMap<>();
  private final TreeSet<Due> byTime = new TreeSet<>();

  /** {@code entity} wants to be woken at {@code millis}, and at no other time. */
  void set(EntityKey entity, long millis) {
    remove(entity);
    if (millis != StoredBytes.NEVER) {
      byEntity.put(entity, millis);
      byTime.add(new Due(millis, entity));
    }
  }

  void remove(EntityKey entity) {
    var old = byEntity.remove(entity);
    if (old != null) {
      byTime.remove(new Due(old, entity));
    }
  }

  /** The first of all. */
  Optional<Due> findFirst() {
    return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.first());
  }

  /** An entity and its time in milliseconds since 1970. */
  record Due(long millis, EntityKey entity) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(millis, other.millis);
      return byTime != 0 ? byTime : entity.toString().compareTo(other.entity.toString());
    }
  }
}
