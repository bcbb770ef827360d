package org.vicinal.agent.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.control.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person's word about a lot of this workshop. */
abstract class LotCommand extends WordCommand {
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final int LOOKS = 30;
  private static final int QUIET = 8; // looks after the coordinator's broker has the report

  @Parameters(index = "0", paramLabel = "LOT", description = "its number, as status shows it")
  private String lot = "";

  @Override
  final String about() {
    return "lots/" + lot;
  }

  @Override
  void fill() {}

  /** A wrong pickup code, say: the coordinator tells it within a second, when it is there. */
  @Override
  final String findObjection(ControlClient client, Instant since)
      throws IOException, InterruptedException {
    int quiet = 0;
    for (int look = 0; look < LOOKS && quiet < QUIET; look++) {
      Thread.sleep(BETWEEN);
      var status = client.status();
      for (var notice : status.notices()) {
        if (notice.lot().equals(lot) && !notice.at().isBefore(since)) {
          return notice.words();
        }
      }
      if (!status.connection().connected()) {
        return "";
      }
      quiet = status.unsent() == 0 ? quiet + 1 : 0;
    }
    return "";
  }

  @Command(
      name = "late",
      mixinStandardHelpOptions = true,
      description = "Says early that a lot will be late, so that others can plan.")
  static final class Late extends LotCommand {
    @Option(
        names = "--by",
        required = true,
        paramLabel = "DAY",
        description = "when it will be ready: 2026-12-01")
    private String by = "";

    @Option(
        names = "--because",
        required = true,
        paramLabel = "TEXT",
        description = "the customer reads it")
    private String because = "";

    @Override
    String what() {
      return "late";
    }

    @Override
    void fill() {
      put("by", by);
      put("because", because);
    }
  }

  @Command(
      name = "cannot",
      mixinStandardHelpOptions = true,
      description = {
        "Gives the rest of a lot back: what is made stays made, and the coordinator calls for what"
            + " is",
        "missing. A run that is on is cancelled first (cancel MACHINE)."
      })
  static final class Cannot extends LotCommand {
    @Option(
        names = "--because",
        required = true,
        paramLabel = "TEXT",
        description = "the customer reads it")
    private String because = "";

    @Option(
        names = "--done",
        paramLabel = "N",
        description = "pieces that are made all the same (those the machine made)")
    private @Nullable Integer done;

    @Override
    String what() {
      return "cannot";
    }

    @Override
    void fill() {
      put("because", because);
      put("pieces", done);
    }
  }

  @Command(
      name = "made",
      mixinStandardHelpOptions = true,
      description = "Says that all pieces of a lot are made, by whatever machine or hand.")
  static final class Made extends LotCommand {
    @Override
    String what() {
      return "made";
    }
  }

  @Command(
      name = "checked",
      mixinStandardHelpOptions = true,
      description = "Says how many pieces are good, and what the critical dimensions measure.",
      footer = {
        "",
        "Example:  ./vicinal agent checked o-17.1.0.1 --pieces 3 --measured \"bore=8.02\""
      })
  static final class Checked extends LotCommand {
    @Option(
        names = "--pieces",
        required = true,
        paramLabel = "N",
        description = "how many are good")
    private int pieces;

    @Option(
        names = "--measured",
        paramLabel = "NAME=MM",
        description = "the worst of the pieces; may be given again")
    private @Nullable Map<String, Double> measured;

    @Override
    String what() {
      return "checked";
    }

    @Override
    void fill() {
      put("pieces", pieces);
      put("measured", measured);
    }
  }

  @Command(
      name = "ready",
      mixinStandardHelpOptions = true,
      description = "Says that the pieces can be fetched, or are about to be sent.")
  static final class Ready extends LotCommand {
    @Override
    String what() {
      return "ready";
    }
  }

  @Command(
      name = "handover",
      mixinStandardHelpOptions = true,
      description = "Says that the pieces have left the workshop, and how.")
  static final class HandOver extends LotCommand {
    @Option(
        names = "--over",
        required = true,
        paramLabel = "WAY",
        description = "counter, carrier or shelf")
    private String over = "";

    @Option(
        names = "--mark",
        paramLabel = "TEXT",
        description = "the pickup code, the carrier's number, or which shelf")
    private @Nullable String mark;

    @Override
    String what() {
      return "handover";
    }

    @Override
    void fill() {
      put("over", over);
      put("mark", mark);
    }
  }

  @Command(
      name = "paid",
      mixinStandardHelpOptions = true,
      description = "Says that what was agreed has come: money, hours or thanks.")
  static final class Paid extends LotCommand {
    @Override
    String what() {
      return "payment";
    }
  }
}
