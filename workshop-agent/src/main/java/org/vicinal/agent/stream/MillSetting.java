package org.vicinal.agent.stream;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.Jog;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.Stock;
import org.vicinal.gcode.Box;

/**
 * What a person sets on a mill before a run: where the zero is, and what lies there. Opening the
 * port of most small mills resets them, so it is done here, with the port open. One thread.
 */
final class MillSetting {
  private static final int PATIENCE_SECONDS = 15;
  private static final long LONGEST_WAY_MILLIS = 120_000;
  private static final Pattern ZERO = Pattern.compile("([xyz]{1,3})=0");

  private final Machine machine;
  private final Keys keys;
  private final PrintWriter out;

  MillSetting(Machine machine, Keys keys, PrintWriter out) {
    this.machine = machine;
    this.keys = keys;
    this.out = out;
  }

  /** Whether all of it has been said. */
  boolean set() throws IOException, InterruptedException {
    out.println(
        "Set the zero: x+10 or y-2.5 z+1 f600 moves so many mm, xyz=0 says that it is here");
    out.println("(z=0, xy=0 for some axes). An empty line: the zero is set.");
    out.flush();
    for (String line = asked("zero>"); !line.isEmpty(); line = asked("zero>")) {
      obey(line.toLowerCase(Locale.ROOT));
    }
    return stock();
  }

  private String asked(String prompt) throws IOException {
    out.print(prompt + " ");
    out.flush();
    return keys.line();
  }

  private void obey(String line) throws InterruptedException {
    var zero = ZERO.matcher(line);
    if (zero.matches()) {
      var axes = new StringBuilder("G10L20P1");
      zero.group(1)
          .toUpperCase(Locale.ROOT)
          .chars()
          .forEach(c -> axes.append((char) c).append('0'));
      done(machine.say(axes.toString(), Attended.who()));
      return;
    }
    try {
      done(machine.jog(Jog.parse(line), Attended.who()));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
    }
  }

  /** Until it stands again; says where, or why not. */
  private void done(CompletableFuture<Answer> asked) throws InterruptedException {
    if (!taken(asked)) {
      return;
    }
    long until = System.nanoTime() + LONGEST_WAY_MILLIS * 1_000_000;
    while (machine.status().condition() == Condition.TAKEN && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    var status = machine.status();
    out.println(status.condition() == Condition.OCCUPIED ? status.reading() : status.why());
  }

  private boolean stock() throws IOException, InterruptedException {
    while (true) {
      var size = asked("How large is the stock in mm (X x Y x Z, such as 200x150x12)?");
      if (size.isEmpty()) {
        out.println("Not said; nothing was sent of the program.");
        return false;
      }
      var zero =
          asked(
              "Where is its zero: corner (front left, on top), centre, bottom, or X,Y,Z? (corner)");
      try {
        return taken(machine.stock(Stock.parse(size, zero), Attended.who()));
      } catch (IllegalArgumentException e) {
        out.println(e.getMessage());
      }
    }
  }

  /** A stock around the program, where nothing real is cut. */
  static Stock around(Box program) {
    if (program.isEmpty()) {
      return new Stock(100, 100, 10, 0, 0, 10);
    }
    double width = Math.max(1, program.maxX() - program.minX());
    double depth = Math.max(1, program.maxY() - program.minY());
    double height = Math.max(1, Math.max(0, program.maxZ()) - program.minZ());
    return new Stock(
        width,
        depth,
        height,
        near(-program.minX(), width),
        near(-program.minY(), depth),
        near(-program.minZ(), height));
  }

  private static double near(double zero, double side) {
    return Math.clamp(zero, -50, side + 50);
  }

  private boolean taken(CompletableFuture<Answer> asked) throws InterruptedException {
    try {
      if (asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof Answer.Refused refused) {
        out.println(refused.reason());
        return false;
      }
      return true;
    } catch (ExecutionException | TimeoutException e) {
      out.println("The machine has not answered: " + machine.status().why());
      return false;
    }
  }
}
