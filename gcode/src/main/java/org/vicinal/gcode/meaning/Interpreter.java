package org.vicinal.gcode.meaning;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.PathListener;
import org.vicinal.gcode.text.Oddity;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Arc;
import org.vicinal.gcode.time.Planner;

/**
 * Gives meaning to the lines of one program: keeps the modes, hands moves to the {@link Planner}
 * and the {@link Tally}, and says what is wrong. One program, one thread.
 */
public abstract class Interpreter {
  protected final WordReader words;
  protected final Dialect dialect;
  protected final MachineLimits machine;
  protected final Planner planner;
  protected final Tally tally = new Tally();
  protected final Findings findings;
  protected final Statements statements = new Statements();
  protected final Arc arc = new Arc();
  private final int lineLimit;
  private int ownLimit = Integer.MAX_VALUE;
  private boolean leavesOutDeleted;
  private boolean ended;
  private boolean percentSeen;
  private boolean closed;

  protected Interpreter(WordReader words, Dialect dialect, MachineLimits machine, Planner planner) {
    this.words = words;
    this.dialect = dialect;
    this.machine = machine;
    this.planner = planner;
    this.findings = new Findings(words);
    this.lineLimit = dialect.payloadLimit();
  }

  /** The interpreter for a dialect. */
  public static Interpreter of(
      WordReader words, Dialect dialect, MachineLimits machine, Planner planner) {
    return dialect.printer()
        ? new PrinterInterpreter(words, dialect, machine, planner)
        : new MillInterpreter(words, dialect, machine, planner);
  }

  /** Shows the way of the tool to somebody while it reads. */
  public final void listen(@Nullable PathListener listener) {
    tally.listen(listener);
  }

  /** Refuses lines longer than this, whatever the firmware takes. Bytes, with comments. */
  public final void limitLines(int bytes) {
    ownLimit = bytes;
  }

  /** Leaves out lines that begin with a slash, as a machine does whose switch is on. */
  public final void leaveOutDeleted() {
    leavesOutDeleted = true;
  }

  /** Whether lines begin with a slash. */
  public final boolean sawDeleted() {
    return findings.count(Rule.BLOCK_DELETE) > 0;
  }

  /** Says what the program does without the lines that begin with a slash. */
  public final void compareWith(Interpreter without) {
    findings.addForAll(
        Rule.BLOCK_DELETE_TOTALS,
        "With the lines that begin with '/': %.1f s and %.1f mm of cutting; without them: %.1f s and %.1f mm."
            .formatted(
                planner.seconds() + tally.dwellSeconds,
                tally.cutMm,
                without.planner.seconds() + without.tally.dwellSeconds,
                without.tally.cutMm));
  }

  /** Reads the whole program. */
  public final void run() throws IOException {
    while (words.next()) {
      if (words.flags() != 0 || words.oddColumn() != 0 || words.commentIndex() >= 0) {
        unusualLine();
      }
      if (words.starIndex() >= 0) {
        WrittenForm.checkStar(words, dialect, findings);
      }
      if (words.length() > lineLimit || words.length() > ownLimit) {
        WrittenForm.checkLength(words, dialect, ownLimit, findings);
      }
      if (leavesOutDeleted && (words.flags() & Oddity.BLOCK_DELETE) != 0) {
        continue;
      }
      if (words.count() > 0 || words.oddColumn() != 0 || words.textIndex() >= 0) {
        if ((ended || closed) && findings.wants(Rule.CODE_AFTER_END)) {
          findings.add(Rule.CODE_AFTER_END, 0, afterEnd());
        }
        if (!(ended || closed) || dialect != Dialect.LINUXCNC) {
          line();
          tally.reached(words.lineNumber(), planner);
        }
      }
    }
    end();
    if (!ended && !closed && dialect == Dialect.LINUXCNC) {
      findings.addForAll(
          Rule.NO_PROGRAM_END,
          "Expected M2, M30 or a second % at the end, found none; LinuxCNC refuses such a file. Add"
              + " M2.");
    }
    planner.finish();
    finish();
  }

  /** Executes the present line. */
  protected abstract void line();

  /** Looks at the whole when all lines are read. */
  protected abstract void finish();

  /** The last line was read; something may still have to run. */
  protected void end() {}

  protected final boolean hasEnded() {
    return ended;
  }

  protected final void markEnd() {
    ended = true;
  }

  private String afterEnd() {
    return "Expected nothing after the end of the program (M2 or M30), found \""
        + words.text()
        + "\". Remove one of the two: some firmware goes on, some does not.";
  }

  private void unusualLine() {
    int flags = words.flags();
    if (words.commentIndex() >= 0 && statements.comment(words)) {
      planner.beginLayer();
    }
    if (flags != 0) {
      WrittenForm.check(words, dialect, findings);
      if ((flags & Oddity.PERCENT) != 0 && dialect == Dialect.LINUXCNC) {
        closed |= percentSeen;
        percentSeen = true;
      }
    }
    if (dialect.realtimeBytes()) {
      WrittenForm.checkRealtime(words, findings);
    }
  }

  /** What was added up. */
  public final Tally tally() {
    return tally;
  }

  /** What is wrong or worth knowing. */
  public final Findings findings() {
    return findings;
  }

  /** What comments state. */
  public final Statements statements() {
    return statements;
  }

  /** The planner with the time of all moves. */
  public final Planner planner() {
    return planner;
  }
}
