package org.vicinal.messages.fit;

import java.util.List;
import java.util.Set;
import org.vicinal.messages.work.Labels;
import org.vicinal.messages.work.Stock;

/**
 * Material beyond what the profile lists by name.
 *
 * @param obtainable what the workshop can get, but has not on the shelf
 * @param stock what lies there in detail: colours, sheets, weights
 */
public record Supply(Set<String> obtainable, List<Stock> stock) {
  /** Nobody has said. */
  public static final Supply UNSTATED = new Supply(Set.of(), List.of());

  public Supply {
    obtainable = Labels.of(obtainable);
    stock = List.copyOf(stock);
  }
}
