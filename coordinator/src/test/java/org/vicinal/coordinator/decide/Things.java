package org.vicinal.coordinator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/** The people, parts and machines of the examples. */
public final class Things {
  public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  public static final Instant EVENING = Instant.parse("2026-06-01T18:00:00Z");
  public static final Place SQUARE = new Place(50.93, 6.96);
  public static final CommunityRules RULES = CommunityRules.usual();

  public static final PersonId ANA = new PersonId("p-ana");
  public static final Asker ANA_ASKS = new Asker.Customer(ANA);
  public static final Asker BEN_ASKS = new Asker.Customer(new PersonId("p-ben"));
  public static final Asker STEWARD = new Asker.Steward(new PersonId("p-sam"));
  public static final Asker COORDINATOR = new Asker.Coordinator();

  public static final WorkshopId WEIR_LANE = new WorkshopId("weir-lane");
  public static final WorkshopId MILL_ROAD = new WorkshopId("mill-road");
  public static final WorkshopId FAR_FIELD = new WorkshopId("far-field");
  public static final MachineId MK3 = new MachineId("mk3");

  public static final FileRef PROGRAM =
      new FileRef(
          "hook.gcode", FileRef.Role.PROGRAM, Digest.of(new byte[] {1}), 1, Controller.MARLIN);
  public static final Requirement HOOK = partOf(new Size(40, 20, 12));

  private Things() {}

  public static Requirement partOf(Size size) {
    return new Requirement(Making.FFF, "PLA", size, Set.of(Controller.MARLIN), 210, 60, 0);
  }

  public static MachineProfile printer(Size room) {
    return new MachineProfile(MK3, Making.FFF, Controller.MARLIN, room, Set.of("PLA"), 280, 110, 0);
  }

  public static Wish wish(int pieces) {
    return wish(pieces, HOOK);
  }

  public static Wish wish(int pieces, Requirement part) {
    return new Wish(
        ANA,
        "Coat hook",
        ReleaseRef.parse("coat-hook@1.0"),
        part,
        List.of(PROGRAM),
        pieces,
        EVENING,
        SQUARE);
  }

  public static Price euros(long cents) {
    return new Price("EUR", List.of(new Price.Line("machine and material", cents)));
  }

  public static Neighbourhood.Neighbour neighbour(
      WorkshopId workshop, double metres, MachineProfile... machines) {
    return new Neighbourhood.Neighbour(workshop, metres, Arrays.asList(machines));
  }

  /** A fixed neighbourhood, given nearest first. */
  public static Neighbourhood neighbours(Neighbourhood.Neighbour... all) {
    return (_, metres) ->
        Arrays.stream(all).filter(neighbour -> neighbour.metres() <= metres).toList();
  }

  public static Duration minutes(long count) {
    return Duration.ofMinutes(count);
  }
}
