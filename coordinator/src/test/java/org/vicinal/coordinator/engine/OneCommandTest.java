package org.vicinal.coordinator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/** A command goes through a real broker to its events and its answer. */
class OneCommandTest {
  @TempDir Path data;

  @Test
  void aCommandIsDecidedOnceAndAnsweredEachTime() throws Exception {
    BlockingQueue<Occurred<?>> seen = new LinkedBlockingQueue<>();
    try (var engine =
        Engine.start(EngineSettings.in(data), Neighbourhood.EMPTY, List.of(collect(seen)))) {
      var first = ask(engine, "c1");
      assertThat(first.rejection()).isNull();
      assertThat(first.version()).isEqualTo(1);
      assertThat(ask(engine, "c1")).isEqualTo(first);
      for (int i = 0; i < 3; i++) {
        ask(engine, "again" + i);
      }
      var event = seen.poll(10, TimeUnit.SECONDS);
      assertThat(event.event()).isInstanceOf(WorkshopEvent.WorkshopEnrolled.class);
      assertThat(event.id()).isEqualTo("c1/0");
    }
    try (var engine =
        Engine.start(EngineSettings.in(data), Neighbourhood.EMPTY, List.of(collect(seen)))) {
      assertThat(ask(engine, "c1").version()).isEqualTo(1);
    }
  }

  private static Answer ask(Engine engine, String id) throws Exception {
    return engine
        .commands()
        .ask(
            new Submitted<>(
                id,
                new Asker.Steward(new PersonId("p-1")),
                new WorkshopCommand.EnrolWorkshop(
                    new WorkshopId("anna"), "Anna", new Place(52.5, 13.4))))
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private static EventFeed.Follower collect(BlockingQueue<Occurred<?>> into) {
    return new EventFeed.Follower() {
      @Override
      public void on(Occurred<?> event) {
        into.add(event);
      }

      @Override
      public void caughtUp() {}
    };
  }
}
