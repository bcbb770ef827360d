package org.vicinal.coordinator.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.talk.TalkEvent;
import org.vicinal.messages.id.OrderId;

/** What was said in the talk of every order. Written by whoever follows the log. */
final class Talks {
  private final Map<OrderId, List<MessageView>> orders = new ConcurrentHashMap<>();

  void on(Occurred<?> occurred, TalkEvent event) {
    switch (event) {
      case TalkEvent.WordsSaid it ->
          orders.compute(
              it.order(),
              (key, before) -> {
                var all = new ArrayList<>(before == null ? List.<MessageView>of() : before);
                if (all.isEmpty() || all.getLast().number() < occurred.version()) {
                  all.add(MessageView.of(occurred, it));
                }
                return List.copyOf(all);
              });
    }
  }

  List<MessageView> of(OrderId order) {
    return orders.getOrDefault(order, List.of());
  }
}
