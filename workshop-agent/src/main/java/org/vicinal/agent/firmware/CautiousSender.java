package org.vicinal.agent.firmware;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.modal.Modal;
import org.vicinal.agent.modal.Place;
import org.vicinal.agent.modal.PrinterModal;

/**
 * The book for RepRapFirmware: one line at a time, and care about a line whose answer is missing.
 *
 * <p>This firmware tests the checksum of a numbered line, but a damaged one vanishes without a word
 * and the numbers themselves mean nothing to it. So nothing may be repeated only because its {@code
 * ok} did not come: the line may have been done.
 *
 * <pre>
 *  Free -> Out -(ok)-> Free
 *           | silence: M105 behind it
 *           v
 *         Asked -(ok, then ok T:)-> Free: it was done, and slow, or its answer late
 *           | ok T: alone
 *           v
 *         done twice as good as once? -(yes)-> Out: again
 *           | no: M114
 *           v
 *         Placed -(stands where the line leads)-> Free
 *                -(stands where it stood)-> Out: again
 *                -(neither)-> broken: nobody can say
 * </pre>
 *
 * @param limit the longest line, without its end
 * @param next the number of the next line that goes out
 * @param modal the printer as the lines taken so far have left it
 */
record CautiousSender(int limit, long next, Stage stage, PrinterModal modal, Tally tally)
    implements Sender {

  /** So long without an answer, and it is asked. Its commands answer when they are done. */
  static final long SILENCE = 3_000_000_000L;

  /** A homing, a long move, a macro: as long as this it may say nothing at all. */
  static final long PATIENCE = 900_000_000_000L;

  /** More would not fit into its 256 bytes together with the line. */
  static final int QUESTIONS = 4;

  /** So often the same line, and it is not the wire. */
  static final int TIMES = 10;

  private static final String ASK = "M105";
  private static final String WHERE = "M114";

  /** What is waited for. */
  sealed interface Stage {

    /** Nothing. */
    record Free() implements Stage {}

    /**
     * The answer to a line.
     *
     * @param times how often it has gone out
     * @param word what the firmware has said against it, empty for nothing
     * @param until when the silence is too long
     */
    record Out(Command line, int times, long since, String word, long until) implements Stage {}

    /**
     * The answer to the question behind it.
     *
     * @param answered whether a bare ok has come since the question
     */
    record Asked(Out out, boolean answered, int questions, long until) implements Stage {}

    /** Where the printer stands, which tells whether the line was done. */
    record Placed(Out out, @Nullable Place place, double e, int questions, long until)
        implements Stage {}
  }

  private static final Stage FREE = new Stage.Free();

  static CautiousSender begin(Firmware firmware) {
    return new CautiousSender(
        firmware.lineBytes(), 1, FREE, (PrinterModal) Modal.printer(), Tally.NONE);
  }

  @Override
  public boolean hasRoomFor(String text) {
    return settled();
  }

  @Override
  public boolean settled() {
    return stage instanceof Stage.Free;
  }

  @Override
  public long wakeAt() {
    return switch (stage) {
      case Stage.Free free -> NEVER;
      case Stage.Out out -> out.until();
      case Stage.Asked asked -> asked.until();
      case Stage.Placed placed -> placed.until();
    };
  }

  @Override
  public Page send(Command command, long now) {
    if (NumberedLine.length(next, command.text()) > limit) {
      return broken(
          "the line is longer than the %d characters the firmware keeps: %s"
              .formatted(limit, command.text()));
    }
    return transmit(new Stage.Out(command, 1, now, "", now + SILENCE));
  }

  private Page transmit(Stage.Out out) {
    byte[] bytes = NumberedLine.of(next, out.line().text());
    return new Page(
        new CautiousSender(limit, next + 1, out, modal, tally), List.of(bytes), List.of());
  }

  @Override
  public Page hear(Reply reply, long now) {
    return switch (reply) {
      case Reply.Ok ok when ok.temperatures() -> warmth(now);
      case Reply.Ok ok -> ok(now);
      case Reply.Text text -> said(text.text());
      default -> still(stage);
    };
  }

  private Page ok(long now) {
    return switch (stage) {
      case Stage.Free free -> stray();
      case Stage.Out out when out.line().text().equals(ASK) -> stray();
      case Stage.Out out -> answered(out, now);
      case Stage.Asked asked ->
          still(new Stage.Asked(asked.out(), true, asked.questions(), asked.until()));
      case Stage.Placed placed -> judge(placed, now);
    };
  }

  /** The answer to M105, which no other line has: everything before it is over. */
  private Page warmth(long now) {
    return switch (stage) {
      case Stage.Out out when out.line().text().equals(ASK) -> taken(out);
      case Stage.Asked asked when asked.out().line().text().equals(ASK) -> taken(asked.out());
      case Stage.Asked asked when asked.answered() -> answered(asked.out(), now);
      case Stage.Asked asked -> doubt(asked.out(), now);
      default -> stray();
    };
  }

  private Page said(String text) {
    return switch (stage) {
      case Stage.Out out when text.startsWith("Error:") ->
          still(new Stage.Out(out.line(), out.times(), out.since(), text, out.until()));
      case Stage.Placed placed when text.startsWith("X:") -> still(placed(placed, text));
      default -> still(stage);
    };
  }

  private static Stage placed(Stage.Placed placed, String text) {
    PrinterModal there = ((PrinterModal) Modal.printer()).after("G92 " + words(text));
    return new Stage.Placed(
        placed.out(), there.place(), there.e(), placed.questions(), placed.until());
  }

  /** {@code X:1.0 Y:2.0 Z:0.2 E:5.0 E0:...} up to what does not belong to the place. */
  private static String words(String text) {
    int end = text.indexOf("E0:");
    int count = text.indexOf("Count");
    int to = end >= 0 ? end : count >= 0 ? count : text.length();
    return text.substring(0, to).replace(":", "");
  }

  private Page answered(Stage.Out out, long now) {
    if (out.word().isEmpty()) {
      return taken(out);
    }
    if (out.word().contains("*") || out.word().contains("Bad command")) {
      return again(out, now); // it lost its number on the way, so that its checksum became text
    }
    return new Page(
        new CautiousSender(limit, next, FREE, modal, tally.line()),
        List.of(),
        List.of(new Outcome.Declined(out.line(), out.word())));
  }

  private Page taken(Stage.Out out) {
    return new Page(
        new CautiousSender(limit, next, FREE, modal.after(out.line().text()), tally.line()),
        List.of(),
        List.of(new Outcome.Acknowledged(out.line())));
  }

  private Page again(Stage.Out out, long now) {
    if (out.times() >= TIMES) {
      return broken("\"%s\" had to be sent %d times".formatted(out.line().text(), out.times()));
    }
    var once = new Stage.Out(out.line(), out.times() + 1, now, "", now + SILENCE);
    return new CautiousSender(limit, next, stage, modal, tally.resend()).transmit(once);
  }

  /** Its ok is missing, and it is over: done, or dropped for its checksum. */
  private Page doubt(Stage.Out out, long now) {
    return switch (Twice.of(modal, out.line().text())) {
      case SAME -> again(out, now);
      case TOLD_BY_PLACE -> where(new Stage.Placed(out, null, 0, 1, now + SILENCE));
      case UNKNOWN -> nobodyKnows(out);
    };
  }

  private Page where(Stage.Placed placed) {
    byte[] bytes = NumberedLine.of(next, WHERE);
    return new Page(
        new CautiousSender(limit, next + 1, placed, modal, tally), List.of(bytes), List.of());
  }

  private Page judge(Stage.Placed placed, long now) {
    Place there = placed.place();
    if (there != null) {
      PrinterModal after = modal.after(placed.out().line().text());
      boolean arrived = Twice.standsAt(after, there, placed.e());
      boolean stayed = Twice.standsAt(modal, there, placed.e());
      if (arrived != stayed) {
        return arrived ? taken(placed.out()) : again(placed.out(), now);
      }
    }
    return whereAgain(placed, now);
  }

  private Page whereAgain(Stage.Placed placed, long now) {
    return placed.questions() < QUESTIONS
        ? where(new Stage.Placed(placed.out(), null, 0, placed.questions() + 1, now + SILENCE))
        : nobodyKnows(placed.out());
  }

  private Page nobodyKnows(Stage.Out out) {
    return broken(
        "nobody can say whether \"%s\" was done: its answer is missing, and a second time would not be the same"
            .formatted(out.line().text()));
  }

  @Override
  public Page wake(long now) {
    if (now < wakeAt()) {
      return still(stage);
    }
    return switch (stage) {
      case Stage.Free free -> still(stage);
      case Stage.Out out -> ask(out, 1, now);
      case Stage.Asked asked when now - asked.out().since() > PATIENCE ->
          broken(
              "nothing has answered \"%s\" for %d s"
                  .formatted(
                      asked.out().line().text(), (now - asked.out().since()) / 1_000_000_000L));
      case Stage.Asked asked when asked.questions() < QUESTIONS ->
          ask(asked.out(), asked.questions() + 1, now);
      case Stage.Asked asked ->
          still(
              new Stage.Asked(
                  asked.out(), asked.answered(), asked.questions(), now + 10 * SILENCE));
      case Stage.Placed placed -> whereAgain(placed, now);
    };
  }

  private Page ask(Stage.Out out, int questions, long now) {
    byte[] bytes = NumberedLine.of(next, ASK);
    var asked = new Stage.Asked(out, false, questions, now + SILENCE);
    return new Page(
        new CautiousSender(limit, next + 1, asked, modal, tally.stall()),
        List.of(bytes),
        List.of());
  }

  private Page stray() {
    return new Page(
        new CautiousSender(limit, next, stage, modal, tally.strayOk()), List.of(), List.of());
  }

  private Page still(Stage now) {
    Sender same = now.equals(stage) ? this : new CautiousSender(limit, next, now, modal, tally);
    return new Page(same, List.of(), List.of());
  }

  private Page broken(String why) {
    return new Page(
        new CautiousSender(limit, next, FREE, modal, tally),
        List.of(),
        List.of(new Outcome.Broken(why)));
  }
}
