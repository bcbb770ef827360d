package org.vicinal.agent.machine;

import java.util.List;
import org.vicinal.agent.firmware.Reply;

/**
 * Steps that are done one after the other, and how far they are.
 *
 * @param left the first of them is the present one
 * @param begun whether the present one has been begun
 * @param until when it has taken too long
 * @param seen how often what it waits for has been seen
 */
record Procedure(List<Step> left, boolean begun, long until, int seen) {

  static final Procedure NOTHING = of();

  static Procedure of(Step... steps) {
    return of(List.of(steps));
  }

  static Procedure of(List<Step> steps) {
    return new Procedure(List.copyOf(steps), false, Long.MAX_VALUE, 0);
  }

  boolean done() {
    return left.isEmpty();
  }

  Step step() {
    return left.getFirst();
  }

  Procedure begin(long now) {
    long patience = step().patience();
    long end = patience == Long.MAX_VALUE ? Long.MAX_VALUE : now + patience;
    return new Procedure(left, true, end, 0);
  }

  Procedure next() {
    return of(left.subList(1, left.size()));
  }

  /** Notes what the present step waits for. */
  Procedure hear(Reply reply) {
    if (done() || !begun) {
      return this;
    }
    return switch (step()) {
      case Step.AwaitBoot boot when reply instanceof Reply.Started -> seen(seen + 1);
      case Step.AwaitReset reset when reply instanceof Reply.Started -> seen(seen + 1);
      case Step.Restart restart when reply instanceof Reply.Started -> seen(seen + 1);
      case Step.Hold hold when reply instanceof Reply.Status status ->
          seen(status.report().still() ? seen + 1 : seen);
      case Step.EndJog end when reply instanceof Reply.Status status ->
          seen(status.report().idle() ? seen + 1 : 0);
      case Step.Rest rest when reply instanceof Reply.Status status ->
          seen(status.report().idle() ? seen + 1 : 0);
      default -> this;
    };
  }

  private Procedure seen(int count) {
    return new Procedure(left, begun, until, count);
  }
}
