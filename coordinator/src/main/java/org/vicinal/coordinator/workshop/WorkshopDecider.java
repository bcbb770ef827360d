package org.vicinal.coordinator.workshop;

import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.workshop.WorkshopCommand.ConfirmProvisioned;
import org.vicinal.coordinator.workshop.WorkshopCommand.ConfirmRemoved;
import org.vicinal.coordinator.workshop.WorkshopCommand.DescribeMachines;
import org.vicinal.coordinator.workshop.WorkshopCommand.EnrolWorkshop;
import org.vicinal.coordinator.workshop.WorkshopCommand.LeaveWorkshop;
import org.vicinal.coordinator.workshop.WorkshopCommand.ReviseWorkshop;
import org.vicinal.coordinator.workshop.WorkshopCommand.WakeWorkshop;
import org.vicinal.coordinator.workshop.WorkshopEvent.MachinesDescribed;
import org.vicinal.coordinator.workshop.WorkshopEvent.RemovalDue;
import org.vicinal.coordinator.workshop.WorkshopEvent.WorkshopEnrolled;
import org.vicinal.coordinator.workshop.WorkshopEvent.WorkshopLeaving;
import org.vicinal.coordinator.workshop.WorkshopEvent.WorkshopProvisioned;
import org.vicinal.coordinator.workshop.WorkshopEvent.WorkshopRemoved;
import org.vicinal.coordinator.workshop.WorkshopEvent.WorkshopRevised;
import org.vicinal.coordinator.workshop.WorkshopState.Absent;
import org.vicinal.coordinator.workshop.WorkshopState.Enrolling;
import org.vicinal.coordinator.workshop.WorkshopState.Leaving;
import org.vicinal.coordinator.workshop.WorkshopState.Member;
import org.vicinal.coordinator.workshop.WorkshopState.Shed;
import org.vicinal.messages.id.WorkshopId;

/**
 * How a workshop comes, changes and goes.
 *
 * <pre>
 *            WorkshopEnrolled               WorkshopProvisioned
 *   Absent ------------------> Enrolling ------------------------> Member --+ MachinesDescribed,
 *     ^                            |                                 |  ^---+ WorkshopRevised
 *     |                            | WorkshopLeaving                 | WorkshopLeaving
 *     |     WorkshopRemoved        v (asked, or not made in time)    v
 *     +------------------------ Leaving <----------------------------+
 *                                |   ^
 *                                +---+ RemovalDue (asked again, ever less often)
 * </pre>
 */
public final class WorkshopDecider
    implements Decider<WorkshopState, WorkshopCommand, WorkshopEvent> {
  private static final Duration PROVISIONING = Duration.ofMinutes(10);
  private static final Duration FIRST_PATIENCE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 10; // then about 17 hours between two attempts
  private static final int MOST_MACHINES = 64;

  @Override
  public WorkshopState initial() {
    return new Absent();
  }

  @Override
  public Decision<WorkshopEvent> decide(WorkshopState state, Asked<WorkshopCommand> asked) {
    if (!mayAsk(asked.by(), asked.command())) {
      return reject(
          Kind.FORBIDDEN,
          "This is for workshop %s itself or a steward. Ask with its token."
              .formatted(asked.command().workshop()));
    }
    return switch (asked.command()) {
      case EnrolWorkshop it -> enrol(state, it, asked.at());
      case ConfirmProvisioned it -> provisioned(state, it);
      case DescribeMachines it -> describe(state, it);
      case ReviseWorkshop it -> revise(state, it);
      case LeaveWorkshop it -> leave(state, it);
      case ConfirmRemoved it ->
          state instanceof Leaving ? accept(new WorkshopRemoved(it.workshop())) : nothingNew();
      case WakeWorkshop it -> wakeUp(state, it.workshop(), asked.at());
    };
  }

  private static boolean mayAsk(Asker by, WorkshopCommand command) {
    return switch (command) {
      case EnrolWorkshop _, ReviseWorkshop _, LeaveWorkshop _ ->
          by instanceof Asker.Steward || isItself(by, command);
      case DescribeMachines _ -> isItself(by, command);
      case ConfirmProvisioned _, ConfirmRemoved _, WakeWorkshop _ ->
          by instanceof Asker.Coordinator;
    };
  }

  private static boolean isItself(Asker by, WorkshopCommand command) {
    return by instanceof Asker.Workshop(WorkshopId workshop) && workshop.equals(command.workshop());
  }

  private static Decision<WorkshopEvent> enrol(
      WorkshopState state, EnrolWorkshop command, Instant at) {
    return switch (state) {
      case Absent _ ->
          wrongName(command.name())
              .orElseGet(
                  () ->
                      accept(
                          new WorkshopEnrolled(
                              command.workshop(),
                              command.name(),
                              command.place(),
                              at.plus(PROVISIONING))));
      case Enrolling _, Member _ -> nothingNew(); // a lost secret is renewed by the engine
      case Leaving _ ->
          reject(
              Kind.CONFLICT,
              "Workshop %s is just leaving. Enrol it again when its credential is gone, in about a minute."
                  .formatted(command.workshop()));
    };
  }

  private static Decision<WorkshopEvent> provisioned(
      WorkshopState state, ConfirmProvisioned command) {
    return switch (state) {
      case Enrolling it ->
          accept(new WorkshopProvisioned(command.workshop(), it.name(), it.place()));
      case Member _ -> nothingNew();
      case Absent _, Leaving _ ->
          reject(
              Kind.CONFLICT,
              "Workshop %s is not enrolling any more. Take its credential away again."
                  .formatted(command.workshop()));
    };
  }

  private static Decision<WorkshopEvent> describe(WorkshopState state, DescribeMachines command) {
    if (command.machines().size() > MOST_MACHINES) {
      return invalid("machines", "Expected at most " + MOST_MACHINES + " machines.");
    }
    return switch (state) {
      case Enrolling it -> describe(it.shed(), command);
      case Member it -> describe(it.shed(), command);
      case Absent _, Leaving _ -> notEnrolled(command.workshop());
    };
  }

  private static Decision<WorkshopEvent> describe(Shed known, DescribeMachines command) {
    boolean later =
        command.epoch() > known.epoch()
            || (command.epoch() == known.epoch() && command.sequence() > known.sequence());
    boolean same =
        known.machines().equals(command.machines())
            && Objects.equals(known.capacity(), command.capacity());
    return !later || same
        ? nothingNew()
        : accept(
            new MachinesDescribed(
                command.workshop(),
                command.epoch(),
                command.sequence(),
                command.version(),
                command.machines(),
                command.capacity()));
  }

  private static Decision<WorkshopEvent> revise(WorkshopState state, ReviseWorkshop command) {
    return switch (state) {
      case Member it when it.name().equals(command.name()) && it.place().equals(command.place()) ->
          nothingNew();
      case Enrolling it
          when it.name().equals(command.name()) && it.place().equals(command.place()) ->
          nothingNew();
      case Member _, Enrolling _ ->
          wrongName(command.name())
              .orElseGet(
                  () ->
                      accept(
                          new WorkshopRevised(
                              command.workshop(), command.name(), command.place())));
      case Absent _, Leaving _ -> notEnrolled(command.workshop());
    };
  }

  private static Decision<WorkshopEvent> leave(WorkshopState state, LeaveWorkshop command) {
    return switch (state) {
      case Enrolling _, Member _ ->
          accept(new WorkshopLeaving(command.workshop(), command.reason()));
      case Absent _, Leaving _ -> nothingNew();
    };
  }

  private static Decision<WorkshopEvent> wakeUp(
      WorkshopState state, WorkshopId workshop, Instant at) {
    return switch (state) {
      case Enrolling it when !at.isBefore(it.provisionBy()) ->
          accept(
              new WorkshopLeaving(
                  workshop,
                  "its credential was not made within %d minutes"
                      .formatted(PROVISIONING.toMinutes())));
      case Leaving it when !at.isBefore(it.nextAttempt()) ->
          accept(new RemovalDue(workshop, it.attempt() + 1));
      case Absent _, Enrolling _, Member _, Leaving _ -> nothingNew();
    };
  }

  private static Optional<Decision<WorkshopEvent>> wrongName(String name) {
    return name.isBlank() || name.length() > 80
        ? Optional.of(invalid("name", "Expected a name of 1 to 80 characters."))
        : Optional.empty();
  }

  private static Decision<WorkshopEvent> notEnrolled(WorkshopId workshop) {
    return reject(Kind.UNKNOWN, "There is no workshop %s. Enrol it first.".formatted(workshop));
  }

  @Override
  public WorkshopState evolve(WorkshopState state, Occurred<WorkshopEvent> event) {
    return switch (event.event()) {
      case WorkshopEnrolled it ->
          new Enrolling(it.name(), it.place(), Shed.EMPTY, it.provisionBy());
      case WorkshopProvisioned it -> new Member(it.name(), it.place(), shedOf(state));
      case MachinesDescribed it ->
          withShed(state, new Shed(it.epoch(), it.sequence(), it.machines(), it.capacity()));
      case WorkshopRevised it ->
          state instanceof Enrolling old
              ? new Enrolling(it.name(), it.place(), old.shed(), old.provisionBy())
              : new Member(it.name(), it.place(), shedOf(state));
      case WorkshopLeaving _ -> new Leaving(1, event.at().plus(FIRST_PATIENCE));
      case RemovalDue it -> new Leaving(it.attempt(), event.at().plus(patience(it.attempt())));
      case WorkshopRemoved _ -> new Absent();
    };
  }

  private static Duration patience(int attempt) {
    return FIRST_PATIENCE.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
  }

  private static Shed shedOf(WorkshopState state) {
    return switch (state) {
      case Enrolling it -> it.shed();
      case Member it -> it.shed();
      case Absent _, Leaving _ -> Shed.EMPTY;
    };
  }

  private static WorkshopState withShed(WorkshopState state, Shed shed) {
    return switch (state) {
      case Enrolling it -> new Enrolling(it.name(), it.place(), shed, it.provisionBy());
      case Member it -> new Member(it.name(), it.place(), shed);
      case Absent _, Leaving _ -> state;
    };
  }

  @Override
  public Optional<Instant> wake(WorkshopState state) {
    return switch (state) {
      case Enrolling it -> Optional.of(it.provisionBy());
      case Leaving it -> Optional.of(it.nextAttempt());
      case Absent _, Member _ -> Optional.empty();
    };
  }
}
