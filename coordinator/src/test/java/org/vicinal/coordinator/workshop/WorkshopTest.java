package org.vicinal.coordinator.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.BEN_ASKS;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.SQUARE;
import static org.vicinal.coordinator.decide.Things.STEWARD;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.minutes;
import static org.vicinal.coordinator.decide.Things.printer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Life;
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
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.work.Size;

/** Enrolment is a saga: asked for, provisioned, and undone when the second step does not come. */
class WorkshopTest {
  private static final Asker ITSELF = new Asker.Workshop(WEIR_LANE);
  private static final MachineProfile SMALL = printer(new Size(180, 180, 180));
  private static final MachineProfile LARGE = printer(new Size(300, 300, 300));

  private final Life<WorkshopState, WorkshopCommand, WorkshopEvent> workshop =
      new Life<>(new WorkshopDecider(), NOON);

  @Test
  void askedForThenProvisionedThenAMember() {
    workshop.when(STEWARD, enrol()).then(WorkshopEnrolled.class);
    workshop.when(STEWARD, enrol()).thenNothing();
    workshop.when(COORDINATOR, new ConfirmProvisioned(WEIR_LANE)).then(WorkshopProvisioned.class);
    workshop.when(COORDINATOR, new ConfirmProvisioned(WEIR_LANE)).thenNothing();
    assertThat(workshop.wake()).isEmpty();
  }

  @Test
  void anEnrolmentThatIsNotProvisionedIsUndone() {
    workshop.when(ITSELF, enrol());
    workshop.at(workshop.wake().orElseThrow());
    workshop.when(COORDINATOR, new WakeWorkshop(WEIR_LANE)).then(WorkshopLeaving.class);
    workshop
        .when(COORDINATOR, new ConfirmProvisioned(WEIR_LANE))
        .thenRejected(Kind.CONFLICT, "Take its credential away again");
    workshop.when(COORDINATOR, new ConfirmRemoved(WEIR_LANE)).then(WorkshopRemoved.class);
    workshop.when(ITSELF, enrol()).then(WorkshopEnrolled.class);
  }

  @Test
  void takingTheCredentialAwayIsAskedForEverLessOften() {
    workshop.when(ITSELF, enrol());
    workshop.when(ITSELF, new LeaveWorkshop(WEIR_LANE, "moving house")).then(WorkshopLeaving.class);
    assertThat(workshop.wake()).contains(NOON.plus(minutes(1)));
    workshop.at(workshop.wake().orElseThrow());
    workshop.when(COORDINATOR, new WakeWorkshop(WEIR_LANE)).then(RemovalDue.class);
    assertThat(workshop.wake()).contains(NOON.plus(minutes(3)));
  }

  @Test
  void itsMachinesAreThoseOfItsLatestReport() {
    workshop.when(ITSELF, enrol());
    workshop.when(ITSELF, machines(1, 1, SMALL)).then(MachinesDescribed.class);
    workshop.when(COORDINATOR, new ConfirmProvisioned(WEIR_LANE));
    workshop.when(ITSELF, machines(1, 1, SMALL)).thenNothing();
    workshop.when(ITSELF, machines(1, 5, LARGE)).then(MachinesDescribed.class);
    workshop.when(ITSELF, machines(1, 3, SMALL)).thenNothing();
    workshop.when(ITSELF, machines(2, 1, SMALL)).then(MachinesDescribed.class);
  }

  @Test
  void onlyItselfAndStewardsChangeIt() {
    workshop.when(BEN_ASKS, enrol()).thenRejected(Kind.FORBIDDEN, "itself or a steward");
    workshop
        .when(new Asker.Workshop(MILL_ROAD), enrol())
        .thenRejected(Kind.FORBIDDEN, "itself or a steward");
    workshop.when(ITSELF, enrol());
    workshop
        .when(ITSELF, new ReviseWorkshop(WEIR_LANE, "Weir Lane Makers", SQUARE))
        .then(WorkshopRevised.class);
  }

  private static EnrolWorkshop enrol() {
    return new EnrolWorkshop(WEIR_LANE, "Weir Lane", SQUARE);
  }

  private static DescribeMachines machines(long epoch, long sequence, MachineProfile machine) {
    return new DescribeMachines(WEIR_LANE, epoch, sequence, "0.1.0", List.of(machine), null);
  }
}
