package org.vicinal.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person's answer to a call. */
abstract class CallCommand extends WordCommand {
  @Parameters(index = "0", paramLabel = "CALL", description = "its number, as calls shows it")
  private String job = "";

  @Override
  final String about() {
    return "calls/" + job;
  }

  @Command(
      name = "bid",
      mixinStandardHelpOptions = true,
      description = {
        "Says yes to a call. What you do not give stays as the rules would have it; another day,",
        "material or fewer pieces make it a counter-bid."
      },
      footer = {
        "",
        "Example:  ./vicinal agent bid o-17.1 --pieces 3 --price 12.50 --by 2026-12-01 --note \"in"
            + " black\""
      })
  static final class Bid extends CallCommand {
    @Option(names = "--machine", paramLabel = "NAME", description = "which one makes it")
    private @Nullable String machine;

    @Option(names = "--pieces", paramLabel = "N", description = "fewer than were asked for")
    private @Nullable Integer pieces;

    @Option(names = "--price", paramLabel = "AMOUNT", description = "the whole price")
    private @Nullable Double price;

    @Option(
        names = "--by",
        paramLabel = "DAY",
        description = "2026-12-01, or with a time: 2026-12-01T15:00:00Z")
    private @Nullable String by;

    @Option(names = "--material", paramLabel = "WORD", description = "another than was asked for")
    private @Nullable String material;

    @Option(names = "--note", paramLabel = "TEXT", description = "for the customer")
    private @Nullable String note;

    @Override
    String what() {
      return "bid";
    }

    @Override
    void fill() {
      put("machine", machine);
      put("pieces", pieces);
      put("price", price);
      put("by", by);
      put("material", material);
      put("note", note);
    }
  }

  @Command(
      name = "refuse",
      mixinStandardHelpOptions = true,
      description = "Says no to a call, or takes a bid back that has not been awarded.")
  static final class Refuse extends CallCommand {
    @Option(
        names = "--because",
        required = true,
        paramLabel = "TEXT",
        description = "the customer reads it")
    private String because = "";

    @Override
    String what() {
      return "refusal";
    }

    @Override
    void fill() {
      put("because", because);
    }
  }
}
