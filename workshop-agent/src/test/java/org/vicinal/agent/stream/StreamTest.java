package org.vicinal.agent.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.journal.LineMark;
import org.vicinal.agent.machine.MachineSettings;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.messages.id.RunId;

/** One file on one machine: checked, confirmed by a person, run, and its end told to the shell. */
@Timeout(60)
class StreamTest {
  private static final String SQUARE =
      """
      G90
      G1 X10 Y10 F3000
      G1 X60 Y10
      G1 X60 Y60
      G1 X10 Y10
      """;
  private static final String LONG = "G1 X10 F60\nG1 X12\n".repeat(500);

  private static final String LAYERS = layers();

  private static String layers() {
    var text = new StringBuilder("M109 S200\nG28\nG90\nM82\n");
    for (int i = 0; i < 10; i++) {
      text.append("G1 X10 Y%d Z%d F6000\n".formatted(10 + i, i + 1));
      for (int side = 0; side < 5; side++) {
        text.append("G1 X%d Y%d E%d F3000\n".formatted(20 + 10 * side, 20 + i, 5 * i + side));
      }
    }
    return text.toString();
  }

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();

  private Job job(String program, String firmware, boolean check) throws IOException {
    var file = folder.resolve("square.gcode");
    Files.writeString(file, program);
    var limits =
        MachineLimits.parse(
            "dialect: %s\nx: 0 250\ny: 0 210\nz: 0 210".formatted(firmware), "here");
    return new Job(
        new MachineSettings(
            "mine",
            "simulated:" + firmware + "?speed=20",
            115_200,
            Firmware.find(firmware).orElseThrow(),
            org.vicinal.agent.machine.MachineLimits.box(250, 210, 210)),
        limits,
        file,
        check,
        false,
        folder.resolve("data"));
  }

  private Outcome stream(Job job, String typed) throws IOException, InterruptedException {
    var keys = new Keys(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    return new Stream(job, keys, new PrintWriter(said, true)).run();
  }

  @Test
  void aPrinterMakesItWhenThePersonSaysYes() throws Exception {
    assertThat(stream(job(SQUARE, "marlin", false), "yes\n")).isEqualTo(Outcome.DONE);
    assertThat(said.toString()).contains("Is the bed clear", "Done in");
  }

  @Test
  void aMillMakesItToo() throws Exception {
    var asked = "x+10\nz=0\n\n100x100x10\n\nyes\n";
    var keys = Map.of("Ask for it (outline)", 'o', "The outline has been run", 'r');
    assertThat(answered(job(SQUARE, "grbl", false), asked, keys)).isEqualTo(Outcome.DONE);
    assertThat(said.toString()).contains("MPos 10.000", "Is the stock fixed", "Done in");
  }

  @Test
  void withoutAPersonsWordNothingBegins() throws Exception {
    assertThat(stream(job(SQUARE, "marlin", false), "no\n")).isEqualTo(Outcome.NOTHING_BEGUN);
    assertThat(stream(job(SQUARE, "marlin", false), "")).isEqualTo(Outcome.NOTHING_BEGUN);
    assertThat(said.toString()).contains("Not confirmed");
  }

  @Test
  void aProgramThatLeavesTheMachineIsRefused() throws Exception {
    assertThat(stream(job("G90\nG28\nG1 X900 F3000\n", "marlin", false), "yes\n"))
        .isEqualTo(Outcome.REFUSED);
    assertThat(said.toString())
        .contains("square.gcode:ERROR outside-envelope", "found 900", "Nothing was sent");
  }

  @Test
  void checkingAMillHasTheControllerReadItAndMovesNothing() throws Exception {
    assertThat(stream(job("G21\nG90\nG1X10F600\nM2\n", "grbl", true), ""))
        .as(said.toString())
        .isEqualTo(Outcome.DONE);
    assertThat(said.toString()).contains("check mode ($C)", "takes every line");
  }

  @Test
  void aCheckOfAMillIsNotTheLastRunThere() throws Exception {
    stream(job("G21\nG90\nG1X10F600\n", "grbl", true), "");
    said.getBuffer().setLength(0);
    assertThat(stream(starting(job("G21\nG90\nG1X10F600\n", "grbl", false)), ""))
        .isEqualTo(Outcome.NOTHING_BEGUN);
    assertThat(said.toString()).contains("No run is remembered");
  }

  private static Job starting(Job job) {
    return new Job(
        job.machine(),
        job.limits(),
        job.program(),
        job.checkOnly(),
        job.yes(),
        job.data(),
        new Start.BrokenOff());
  }

  @Test
  void checkingSendsNothing() throws Exception {
    assertThat(stream(job(SQUARE, "marlin", true), "")).isEqualTo(Outcome.DONE);
    assertThat(said.toString()).contains("Nothing forbids it").doesNotContain("Opening");
  }

  @Test
  void keysPauseAndCancelAndStop() throws Exception {
    assertThat(typed('c')).isEqualTo(Outcome.CANCELLED);
    assertThat(said.toString()).contains("Cancelled at line");
    assertThat(typed('s')).isEqualTo(Outcome.STOPPED);
    assertThat(said.toString()).contains("the power switch");
  }

  /** Types a key when the run has begun. */
  private Outcome typed(char key) throws Exception {
    return answered(job(LONG, "marlin", false), "yes\n", Map.of("Keys:", key));
  }

  /** Types lines at first, and a key whenever one of these words is said. */
  private Outcome answered(Job job, String first, Map<String, Character> keys) throws Exception {
    try (var hand = new PipedOutputStream();
        var keyboard = new PipedInputStream(hand)) {
      hand.write(first.getBytes(StandardCharsets.UTF_8));
      var out =
          new PrintWriter(said, true) {
            @Override
            public void println(String text) {
              super.println(text);
              keys.forEach(
                  (words, key) -> {
                    if (text.contains(words)) {
                      press(hand, key);
                    }
                  });
            }
          };
      return new Stream(job, new Keys(keyboard), out).run();
    }
  }

  private static void press(PipedOutputStream hand, char key) {
    try {
      hand.write(key);
      hand.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aRunWithoutAnEndIsToldBeforeTheNextOne() throws Exception {
    var job = job(SQUARE, "marlin", false);
    var book = new RunBook(job.folder());
    var run =
        new RunBook.Written(
            new RunId("hand-1"), "plate.gcode", "0".repeat(64), 10, 900, Instant.EPOCH, null, 0);
    book.write(run);
    LineMark.begin(book.folder(), run.run()).set(412, 9_000);
    assertThat(stream(job, "yes\n")).isEqualTo(Outcome.DONE);
    assertThat(said.toString())
        .contains("plate.gcode", "was interrupted", "line 412 of 900", "made safe first");
    assertThat(book.last().orElseThrow().ending()).isEqualTo("Completed");
  }

  @Test
  void aPrintGoesOnWhereItBrokeOffWhenSomebodyHasReadHow() throws Exception {
    var job = job(LAYERS, "marlin", false);
    var book = new RunBook(job.folder());
    var digest = org.vicinal.messages.id.Digest.of(LAYERS.getBytes(StandardCharsets.UTF_8)).value();
    book.write(
        new RunBook.Written(
            new RunId("hand-1"), "plate.gcode", digest, 10, 64, Instant.EPOCH, null, 0));
    LineMark.begin(book.folder(), new RunId("hand-1")).set(50, 900);
    assertThat(stream(from(job, new Start.BrokenOff()), "3.5\nyes\n")).isEqualTo(Outcome.DONE);
    assertThat(said.toString())
        .contains(
            "answered line 50 (byte 900)",
            "It would go on at line 29 of 64",
            "The machine as the program has left it there: X",
            "G92 Z",
            "Done in");
  }

  @Test
  void aLineInTheMiddleIsShownAndNothingIsSentWithACheckOrWithoutAWord() throws Exception {
    var start = new Start.Line(35);
    assertThat(stream(from(job(LAYERS, "marlin", true), start), "")).isEqualTo(Outcome.DONE);
    assertThat(said.toString()).contains("You named line 35", "at line 35", "Nothing was sent");
    assertThat(stream(from(job(LAYERS, "marlin", false), start), "about 3\nyes\n"))
        .isEqualTo(Outcome.NOTHING_BEGUN);
    assertThat(said.toString()).contains("Expected a height in mm, found \"about 3\"");
    assertThat(stream(from(job(LAYERS, "marlin", false), start), "6\nno\n"))
        .isEqualTo(Outcome.NOTHING_BEGUN);
    assertThat(stream(from(job(LAYERS, "marlin", false), new Start.Line(900)), ""))
        .isEqualTo(Outcome.NOTHING_BEGUN);
    assertThat(said.toString()).contains("found 900");
    assertThat(stream(from(job(LAYERS, "marlin", false), new Start.BrokenOff()), ""))
        .isEqualTo(Outcome.NOTHING_BEGUN);
    assertThat(said.toString()).contains("No run is remembered on this port. Name the line");
  }

  private static Job from(Job job, Start start) {
    return new Job(
        job.machine(), job.limits(), job.program(), job.checkOnly(), job.yes(), job.data(), start);
  }

  @Test
  void theTimeLeftFollowsThePlan() throws Exception {
    var preflight = Preflight.of(job(SQUARE + LONG, "marlin", true).program(), limits());
    long lines = preflight.inspection().lines();
    double half = preflight.plan().shareAt(lines / 2, lines, preflight.seconds());
    assertThat(half).isBetween(0.4, 0.6);
    assertThat(preflight.plan().shareAt(lines, lines, preflight.seconds())).isEqualTo(1);
    assertThat(preflight.plan().shareAt(0, lines, preflight.seconds())).isZero();
  }

  private static MachineLimits limits() {
    return MachineLimits.parse("dialect: marlin", "here");
  }

  @Test
  void theMeterFitsIntoATerminal() {
    var meter = new Meter(0.5, 50, 100, 3661, "streaming", "T:210.00 /210.00 B:60.00 /60.00");
    assertThat(meter.line(120)).startsWith("[############............]  50 %  line 50/100");
    assertThat(meter.line(120)).contains("left 1:01:01", "streaming", "T:210.00");
    assertThat(meter.line(60)).hasSizeLessThanOrEqualTo(60).startsWith(" 50 %");
  }
}
