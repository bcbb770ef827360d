package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.border.Signal;
import org.vicinal.coordinator.decide.Rejection;
import org.vicinal.coordinator.decide.Things;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.wire.Topics;
import org.vicinal.messages.work.Size;

/**
 * An order goes through a real broker to a call; the workshop's bid comes back, and the award goes
 * out. Nothing that comes twice, or is not ours, changes that.
 */
class EngineTest {
  @TempDir static Path data;
  private static Town town;
  private static Enrolments.Credential credential;
  private static Stall stall;
  private static long epoch = 1; // the order of tests is nobody's business

  @BeforeAll
  static void open() throws Exception {
    town = Town.over(data);
    credential = town.enrol(Things.WEIR_LANE);
    stall = new Stall(Things.WEIR_LANE, credential);
  }

  @AfterAll
  static void shut() {
    stall.close();
    town.close();
  }

  @Test
  void anOrderBecomesACallThenABidThenAnAward() throws Exception {
    var answer = town.ask(Things.ANA_ASKS, Town.order("o-1"));
    assertThat(answer.rejection()).isNull();
    var call = awaitCall("o-1");
    assertThat(call.called()).containsExactly(Things.WEIR_LANE);

    stall.report(bid(call));
    var instruction =
        stall.await(
            List.of(new TopicPartition(Topics.instructions(Things.WEIR_LANE), 0)), _ -> true);
    var award = (Instruction.Award) Json.WIRE.read(instruction.value(), Instruction.class);
    assertThat(award.job()).isEqualTo(call.job());
    assertThat(award.lot().generation()).isEqualTo(1);

    stall.report(new Seen.Acceptance(award.lot()));
    assertThat(town.await(JobEvent.LotAccepted.class).by())
        .isEqualTo(new org.vicinal.coordinator.decide.Asker.Workshop(Things.WEIR_LANE));
  }

  @Test
  void theSameCommandTwiceHappensOnceAndIsAnsweredTwice() throws Exception {
    var first = town.ask("same", Things.ANA_ASKS, Town.order("o-2"));
    var again = town.ask("same", Things.ANA_ASKS, Town.order("o-2"));
    assertThat(again).isEqualTo(first);
    town.await(event -> event.event() instanceof JobEvent.RingCalled it && isOf(it, "o-2"));
    assertThat(town.events())
        .filteredOn(event -> event.entity().id().equals("o-2"))
        .filteredOn(event -> event.event() instanceof OrderEvent.OrderPlaced)
        .hasSize(1);
  }

  @Test
  void aRejectionSaysWhichField() throws Exception {
    var order = Town.order("o-3");
    var wish = order.wish();
    var none =
        new org.vicinal.coordinator.order.OrderCommand.PlaceOrder(
            order.order(),
            new org.vicinal.coordinator.order.Wish(
                wish.customer(),
                wish.title(),
                wish.release(),
                wish.requirement(),
                wish.files(),
                0,
                wish.wanted(),
                wish.place()),
            "",
            true,
            order.rules());
    var answer = town.ask(Things.ANA_ASKS, none);
    assertThat(answer.rejection())
        .isNotNull()
        .extracting(Rejection::kind, Rejection::field)
        .containsExactly(Rejection.Kind.INVALID, "pieces");
  }

  @Test
  void aReportThatComesTwiceHappensOnce() throws Exception {
    var machines = List.of(Things.printer(new Size(100, 100, 100)));
    long mine = ++epoch;
    stall.report(mine, 1, new Seen.Presence("1", machines));
    stall.report(mine, 1, new Seen.Presence("1", machines));
    stall.report(mine, 2, new Seen.Presence("2", List.of()));
    town.await(
        event ->
            event.event() instanceof WorkshopEvent.MachinesDescribed it
                && it.epoch() == mine
                && it.sequence() == 2);
    assertThat(town.events())
        .filteredOn(
            event ->
                event.event() instanceof WorkshopEvent.MachinesDescribed it && it.epoch() == mine)
        .hasSize(2);
  }

  @Test
  void bytesThatAreNotOursArePutAsideAndTheStreamGoesOn() throws Exception {
    stall.send(Topics.reports(Things.WEIR_LANE), new byte[] {(byte) 0xff, 0, 1});
    stall.send(Topics.reports(Things.WEIR_LANE), "{\"epoch\":1,\"sequence\":1}".getBytes(UTF_8));
    long mine = ++epoch;
    stall.report(mine, 1, new Seen.Presence("3", List.of(Things.printer(new Size(1, 1, 1)))));
    town.await(
        event -> event.event() instanceof WorkshopEvent.MachinesDescribed it && it.epoch() == mine);
  }

  @Test
  void progressIsASignalAndNotAnEvent() throws Exception {
    var seen = new ArrayList<Signal>();
    town.engine().signals().follow(signal -> add(seen, signal));
    long mine = ++epoch;
    stall.report(mine, 1, new Seen.Presence("4", List.of()));
    synchronized (seen) {
      while (seen.stream().noneMatch(signal -> signal.report().epoch() == mine)) {
        seen.wait(30_000);
      }
    }
    assertThat(seen.getLast().sender()).isEqualTo(Things.WEIR_LANE);
  }

  private static void add(List<Signal> seen, Signal signal) {
    synchronized (seen) {
      seen.add(signal);
      seen.notifyAll();
    }
  }

  private static boolean isOf(JobEvent.RingCalled called, String order) {
    return called.job().value().startsWith(order);
  }

  private static Call awaitCall(String order) throws Exception {
    var record =
        stall.await(Stall.calls(credential), it -> new String(it.key(), UTF_8).startsWith(order));
    return Json.WIRE.read(record.value(), Call.class);
  }

  private static Seen.Bid bid(Call call) {
    return new Seen.Bid(
        call.job(),
        call.round(),
        Things.MK3,
        call.pieces(),
        600,
        call.wanted().minusSeconds(3600),
        Things.euros(420));
  }
}
