package org.vicinal.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Seen;

/**
 * What a page holds is there after any end of the process; half a page was never written; a damaged
 * page is an error and never a guess.
 */
class JournalTest {
  private static final WorkshopId ANNA = new WorkshopId("anna");
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final LotId LOT = LotId.parse("o-1.1.0.1");

  @TempDir Path folder;
  private final List<Memory> memories = new ArrayList<>();
  private byte[] whole = new byte[0];
  private int firstPage;

  /** A journal of five pages, and what was remembered after each. */
  @BeforeEach
  void aFewPages() throws IOException {
    var opened = Journal.open(folder, ANNA, NOON);
    var memory = opened.memory();
    memories.add(memory);
    firstPage = Files.readAllBytes(file()).length;
    try (var journal = opened.journal()) {
      for (var facts : pages()) {
        for (var fact : facts) {
          memory = memory.after(fact);
        }
        journal.append(facts, memory);
        memories.add(memory);
      }
    }
    whole = Files.readAllBytes(file());
  }

  private static List<List<Fact>> pages() {
    var run =
        new ActiveRun(
            new RunId("r-1"), LOT, new MachineId("mk3"), Digest.of(new byte[1]), 1, 99, 60, NOON);
    return List.of(
        List.of(new Fact.Told(NOON, new Seen.Acceptance(LOT)), new Fact.Reached("calls-3", 7)),
        List.of(new Fact.LotClosed(LOT, ClosedLot.Outcome.DECLINED)),
        List.of(new Fact.Confirmed(run.machine(), "Ana", "bed is clear", NOON, null)),
        List.of(new Fact.RunBegun(run), new Fact.Delivered(1)));
  }

  private Path file() {
    return folder.resolve("journal.log");
  }

  private Memory reopened() throws IOException {
    var opened = Journal.open(folder, ANNA, NOON.plusSeconds(9));
    opened.journal().close();
    return opened.memory();
  }

  @Test
  void everythingIsThereAgain() throws IOException {
    assertThat(reopened()).isEqualTo(memories.getLast());
    assertThat(reopened()).isEqualTo(memories.getLast()); // written anew, and read once more
    assertThat(reopened().epoch()).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void cutAnywhereItHoldsTheWholePagesBefore() throws IOException {
    for (int length = firstPage; length < whole.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      assertThat(memories).as("cut at byte %d", length).contains(reopened());
    }
  }

  @Test
  void aPageWithAHoleAtTheEndIsCut() throws IOException {
    byte[] holed = whole.clone();
    java.util.Arrays.fill(holed, holed.length - 40, holed.length, (byte) 0);
    Files.write(file(), holed);
    assertThat(reopened()).isEqualTo(memories.get(memories.size() - 2));
  }

  @Test
  void anyOtherByteIsDamage() throws IOException {
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x01;
      Files.write(file(), damaged);
      assertThatThrownBy(this::reopened)
          .as("byte %d flipped", i)
          .isInstanceOf(DamagedJournal.class)
          .hasMessageContaining("Put back a copy");
    }
  }

  @Test
  void anotherWorkshopsJournalIsRefused() {
    assertThatThrownBy(() -> Journal.open(folder, new WorkshopId("ben"), NOON))
        .hasMessageContaining("Expected the journal of workshop ben");
  }

  @Test
  void aPageThatWasNotWrittenWholeLeavesRoomForTheNext() throws IOException {
    Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 5));
    var opened = Journal.open(folder, ANNA, NOON);
    assertThat(opened.cutBytes()).isPositive();
    var fact = new Fact.Reconciled(4);
    var after = opened.memory().after(fact);
    try (var journal = opened.journal()) {
      journal.append(List.of(fact), after);
    }
    assertThat(reopened()).isEqualTo(after);
  }

  @Test
  void itDoesNotGrowForEver() throws IOException {
    var opened = Journal.open(folder, ANNA, NOON);
    var memory = opened.memory();
    var fact = new Fact.Waited(LOT, "x".repeat(1 << 20));
    try (var journal = opened.journal()) {
      for (int i = 0; i < 20; i++) {
        journal.append(List.of(fact), memory);
      }
      journal.append(List.of(new Fact.Reconciled(5)), memory.after(new Fact.Reconciled(5)));
    }
    assertThat(Files.size(file())).isLessThan(10 << 20);
    assertThat(reopened().reconciled()).isEqualTo(5);
  }

  @Test
  void oneAgentHasAFolderAtATime() throws IOException {
    var taken = Folder.take(folder);
    assertThatThrownBy(() -> Folder.take(folder)).hasMessageContaining("another agent works in it");
    taken.close();
    Folder.take(folder).close();
  }

  @Test
  void aLineMarkIsReadAfterItsProcess() throws IOException {
    var run = new RunId("r-7");
    assertThat(LineMark.read(folder, run)).isEqualTo(LineMark.NOTHING);
    var mark = LineMark.begin(folder, run);
    mark.sent(215);
    mark.set(214, 9_120);
    assertThat(LineMark.read(folder, run)).isEqualTo(new LineMark.Reached(214, 215, 9_120));
    LineMark.forget(folder, run);
    assertThat(LineMark.read(folder, run)).isEqualTo(LineMark.NOTHING);
  }
}
