package org.vicinal.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.workshop.SaidCall;
import org.vicinal.agent.workshop.WaitingCall;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agent calls}: what waits for an answer. */
@Command(
    name = "calls",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the calls that wait for an answer: what the rules would bid, and why machines cannot;",
      "and what was said to those that were answered lately." + " With",
      "\"answer: ask-me\" in workshop.yaml every call waits for you (bid, refuse); otherwise only"
          + " those",
      "are here whose programs are being checked."
    })
final class CallsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "for programs")
  private boolean json;

  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var calls = asking.client().calls();
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(Json.WIRE.pretty(WaitingCall[].class, calls.toArray(WaitingCall[]::new)));
    } else {
      print(calls, out);
      printAnswers(asking.client().answers(), out);
    }
    out.flush();
    return 0;
  }

  private static void printAnswers(List<SaidCall> answers, PrintWriter out) {
    for (var said : answers) {
      out.printf(
          "%s  %d x \"%s\" of %s, wanted by %s, closes %s%n  %s: %s%n",
          said.job(),
          said.pieces(),
          said.title(),
          said.material(),
          said.wanted(),
          said.closesAt(),
          said.answer(),
          said.words());
    }
  }

  private static void print(List<WaitingCall> calls, PrintWriter out) {
    if (calls.isEmpty()) {
      out.println("No call waits for an answer.");
    }
    for (var call : calls) {
      out.printf(
          "%s  %d x %s in %s, wanted by %s; answer before %s%n",
          call.job(), call.pieces(), call.title(), call.material(), call.wanted(), call.answerBy());
      for (var offer : call.offers()) {
        out.printf(
            "  %s: %d pieces in %s for %s, ready by %s%s%n",
            offer.machine(),
            offer.pieces(),
            offer.material(),
            offer.price(),
            offer.readyBy(),
            offer.unlike().isEmpty() ? "" : " (but: " + offer.unlike() + ")");
      }
      call.reasons().forEach(reason -> out.printf("  cannot: %s%n", reason));
    }
  }
}
