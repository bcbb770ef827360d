package org.vicinal.coordinator.wiring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vicinal.coordinator.community.CommunityCommand;
import org.vicinal.coordinator.community.CommunityDecider;
import org.vicinal.coordinator.community.CommunityEvent;
import org.vicinal.coordinator.community.CommunityState;
import org.vicinal.coordinator.consent.ConsentCommand;
import org.vicinal.coordinator.consent.ConsentDecider;
import org.vicinal.coordinator.consent.ConsentEvent;
import org.vicinal.coordinator.consent.ConsentState;
import org.vicinal.coordinator.consent.Sharer;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.DealDecider;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.design.DesignCommand;
import org.vicinal.coordinator.design.DesignDecider;
import org.vicinal.coordinator.design.DesignEvent;
import org.vicinal.coordinator.design.DesignState;
import org.vicinal.coordinator.job.JobCommand;
import org.vicinal.coordinator.job.JobDecider;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.job.JobState;
import org.vicinal.coordinator.notice.NoticeCommand;
import org.vicinal.coordinator.notice.NoticeDecider;
import org.vicinal.coordinator.notice.NoticeEvent;
import org.vicinal.coordinator.notice.NoticeState;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.OrderDecider;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.order.OrderState;
import org.vicinal.coordinator.quarantine.QuarantineCommand;
import org.vicinal.coordinator.quarantine.QuarantineDecider;
import org.vicinal.coordinator.quarantine.QuarantineEvent;
import org.vicinal.coordinator.quarantine.QuarantineState;
import org.vicinal.coordinator.quarantine.Suspect;
import org.vicinal.coordinator.talk.TalkCommand;
import org.vicinal.coordinator.talk.TalkDecider;
import org.vicinal.coordinator.talk.TalkEvent;
import org.vicinal.coordinator.talk.TalkState;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.coordinator.workshop.WorkshopDecider;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.coordinator.workshop.WorkshopState;
import org.vicinal.messages.id.CommunityId;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.wire.Json;

/** Every noun with its decider and its bytes. */
public final class Nouns {
  private static final Map<Noun, Entry<?, ?, ?>> ALL = new EnumMap<>(Noun.class);

  static {
    add(
        Noun.ORDER,
        new OrderDecider(),
        OrderState.class,
        OrderCommand.class,
        OrderEvent.class,
        id -> new OrderCommand.WakeOrder(new OrderId(id)));
    add(
        Noun.JOB,
        new JobDecider(),
        JobState.class,
        JobCommand.class,
        JobEvent.class,
        id -> new JobCommand.WakeJob(new JobId(id)));
    add(
        Noun.WORKSHOP,
        new WorkshopDecider(),
        WorkshopState.class,
        WorkshopCommand.class,
        WorkshopEvent.class,
        id -> new WorkshopCommand.WakeWorkshop(new WorkshopId(id)));
    add(
        Noun.DESIGN,
        new DesignDecider(),
        DesignState.class,
        DesignCommand.class,
        DesignEvent.class,
        id -> new DesignCommand.WakeDesign(new DesignId(id)));
    add(
        Noun.COMMUNITY,
        new CommunityDecider(),
        CommunityState.class,
        CommunityCommand.class,
        CommunityEvent.class,
        id -> new CommunityCommand.WakeCommunity(new CommunityId(id)));
    add(
        Noun.DEAL,
        new DealDecider(),
        DealState.class,
        DealCommand.class,
        DealEvent.class,
        id -> new DealCommand.WakeDeal(LotId.parse(id)));
    add(
        Noun.CONSENT,
        new ConsentDecider(),
        ConsentState.class,
        ConsentCommand.class,
        ConsentEvent.class,
        id -> new ConsentCommand.WakeConsent(new Sharer(id)));
    add(
        Noun.TALK,
        new TalkDecider(),
        TalkState.class,
        TalkCommand.class,
        TalkEvent.class,
        id -> new TalkCommand.WakeTalk(new OrderId(id)));
    add(
        Noun.NOTICE,
        new NoticeDecider(),
        NoticeState.class,
        NoticeCommand.class,
        NoticeEvent.class,
        id -> new NoticeCommand.WakeNotices(new OrderId(id)));
    add(
        Noun.QUARANTINE,
        new QuarantineDecider(),
        QuarantineState.class,
        QuarantineCommand.class,
        QuarantineEvent.class,
        id -> new QuarantineCommand.WakeQuarantine(new Suspect(id)));
  }

  /** Reads and writes commands, events and states, and everything on the wire. */
  public static final Json JSON = new Json(kinds());

  private Nouns() {}

  /**
   * One noun.
   *
   * @param wake makes the command that says to an entity, by its id, that its time has come
   */
  public record Entry<S, C extends Command, E extends Event>(
      Noun noun,
      Decider<S, C, E> decider,
      Class<S> states,
      Class<C> commands,
      Class<E> events,
      Function<String, C> wake) {}

  private static <S, C extends Command, E extends Event> void add(
      Noun noun,
      Decider<S, C, E> decider,
      Class<S> states,
      Class<C> commands,
      Class<E> events,
      Function<String, C> wake) {
    ALL.put(noun, new Entry<>(noun, decider, states, commands, events, wake));
  }

  private static List<Class<?>> kinds() {
    var kinds = new ArrayList<Class<?>>();
    kinds.add(Command.class); // as which a Submitted<?> and an Occurred<?> are written
    kinds.add(Event.class);
    for (var entry : ALL.values()) {
      kinds.add(entry.commands());
      kinds.add(entry.events());
      if (entry.states().isSealed()) {
        kinds.add(entry.states());
      }
    }
    return kinds;
  }

  /** The entry of {@code noun}. */
  public static Entry<?, ?, ?> of(Noun noun) {
    var entry = ALL.get(noun);
    if (entry == null) {
      throw new IllegalStateException("Expected a decider for every noun, but none for " + noun);
    }
    return entry;
  }

  /** The command that says to {@code entity} that its time has come. */
  public static Command wake(EntityKey entity) {
    return of(entity.noun()).wake().apply(entity.id());
  }

  /** The bytes of a submitted command, an event that occurred, or a state. */
  public static byte[] write(Object record) {
    return JSON.write(record);
  }

  /**
   * The command in {@code bytes}, which are in the log under {@code target}.
   *
   * @throws Json.Unreadable when they are none of this noun
   */
  public static Submitted<?> readCommand(EntityKey target, byte[] bytes) throws Json.Unreadable {
    return JSON.read(bytes, Submitted.class, of(target.noun()).commands());
  }

  /**
   * The event in {@code bytes}, which are in the log under {@code entity}.
   *
   * @throws Json.Unreadable when they are none of this noun
   */
  public static Occurred<?> readEvent(EntityKey entity, byte[] bytes) throws Json.Unreadable {
    return JSON.read(bytes, Occurred.class, of(entity.noun()).events());
  }
}
