package org.vicinal.demo.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it, as far as the demo looks. */
public record OrderSeen(
    String id,
    long version,
    String title,
    String state,
    int pieces,
    int made,
    double progress,
    @Nullable Waiting waitingFor,
    @Nullable String outcome,
    List<Lot> lots,
    List<Line> story) {

  /** What has to happen next. */
  public record Waiting(String what, @Nullable Instant until) {}

  /** A share of it at one workshop. */
  public record Lot(
      String lot,
      String workshop,
      String machine,
      String state,
      int pieces,
      int made,
      String price) {}

  /** A sentence of its story. */
  public record Line(Instant at, String text) {}

  /** Whether nothing more will happen. */
  public boolean ended() {
    return switch (state) {
      case "MADE", "UNMADE", "CANCELLED", "EXPIRED" -> true;
      default -> false;
    };
  }

  /** The workshop that made it, or is making it; empty when none has it. */
  public String maker() {
    return lots.stream()
        .filter(
            lot -> List.of("awarded", "accepted", "running", "late", "made").contains(lot.state()))
        .map(Lot::workshop)
        .findFirst()
        .orElse("");
  }
}
