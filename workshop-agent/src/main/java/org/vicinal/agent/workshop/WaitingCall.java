package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.List;
import org.vicinal.messages.net.Call;

/**
 * A call that has not been answered, as a person looks at it.
 *
 * @param answerBy until when a word counts
 * @param material that was asked
 * @param offers what the rules would say, the best first; empty while programs are being checked
 * @param reasons why machines cannot
 */
public record WaitingCall(
    String job,
    String title,
    int pieces,
    String material,
    Instant wanted,
    Instant answerBy,
    List<OfferLine> offers,
    List<String> reasons) {
  /**
   * What one machine could promise.
   *
   * @param unlike what differs from what was asked; empty when nothing does
   */
  public record OfferLine(
      String machine, int pieces, Instant readyBy, String price, String material, String unlike) {}

  public WaitingCall {
    offers = List.copyOf(offers);
    reasons = List.copyOf(reasons);
  }

  static WaitingCall of(Draft draft, Call call) {
    var prospect = Prospect.of(draft, call);
    return new WaitingCall(
        call.job().value(),
        call.title(),
        call.pieces(),
        call.requirement().material(),
        call.wanted(),
        Tenders.lastWord(call),
        prospect.offers().stream().map(WaitingCall::line).toList(),
        prospect.reasons());
  }

  private static OfferLine line(Offer offer) {
    return new OfferLine(
        offer.machine().value(),
        offer.pieces(),
        offer.readyBy(),
        offer.price().words(),
        offer.material(),
        offer.unlike());
  }
}
