package org.vicinal.coordinator.view;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vicinal.coordinator.files.Grants;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;

/**
 * Who may read which private file, as the orders say: its customer; the workshops called while the
 * tender is open; those that were given a lot, from then on.
 */
final class FileGrants implements Grants {
  private final Map<OrderId, OrderView> orders;
  private final Map<WorkshopId, WorkshopView> workshops;
  private final Map<Digest, Set<OrderId>> uses = new ConcurrentHashMap<>();

  /**
   * @param orders read while others write, like {@code workshops}
   */
  FileGrants(Map<OrderId, OrderView> orders, Map<WorkshopId, WorkshopView> workshops) {
    this.orders = orders;
    this.workshops = workshops;
  }

  /** Notes that {@code order} has these files. */
  void note(OrderView order) {
    order
        .wish()
        .files()
        .forEach(
            file ->
                uses.computeIfAbsent(file.digest(), digest -> ConcurrentHashMap.newKeySet())
                    .add(order.id()));
  }

  /** The orders that have the file. */
  Set<OrderId> ordersOf(Digest file) {
    return Set.copyOf(uses.getOrDefault(file, Set.of()));
  }

  @Override
  public boolean mayRead(PersonId person, Digest file) {
    return using(file).anyMatch(order -> order.wish().customer().equals(person));
  }

  @Override
  public boolean mayRead(WorkshopId workshop, Digest file) {
    var known = workshops.get(workshop);
    return known != null
        && known.standing() == WorkshopView.Standing.MEMBER // its token outlives its membership
        && using(file).anyMatch(order -> order.opensFilesTo(workshop));
  }

  private java.util.stream.Stream<OrderView> using(Digest file) {
    return uses.getOrDefault(file, Set.of()).stream()
        .map(orders::get)
        .filter(java.util.Objects::nonNull);
  }
}
