package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a customer says when pieces are not good. */
final class DisputeSteps {
  private DisputeSteps() {}

  /** {@code order refuse}. */
  @Command(
      name = "refuse",
      mixinStandardHelpOptions = true,
      description = "Says that pieces are not good; then the two of you look for a remedy.")
  static final class Refuse extends LotStep {
    @Option(
        names = "--pieces",
        paramLabel = "N",
        required = true,
        description = "How many are not good.")
    private int pieces;

    @Option(
        names = "--because",
        paramLabel = "TEXT",
        required = true,
        description = "What is not good.")
    private String why = "";

    @Option(
        names = "--photo",
        paramLabel = "FILE",
        description = "A JPEG or PNG of it; place and device are taken out.")
    private @Nullable Path photo;

    @Override
    String verb() {
      return "refusal";
    }

    @Override
    Map<String, Object> body(SecretLink order, ApiClient client)
        throws IOException, InterruptedException {
      Map<String, Object> body = Map.of("pieces", pieces, "reason", why);
      return photo == null ? body : plus(body, "photo", TalkSteps.bring(order, client, photo));
    }
  }

  /** {@code order decide}. */
  @Command(
      name = "decide",
      mixinStandardHelpOptions = true,
      description = {
        "Closes a dispute, as the mediator whom both accepted, or as a steward when nobody",
        "moved in time; with --token."
      })
  static final class Decide extends LotStep {
    @Option(names = "--remake-by", paramLabel = "INSTANT", description = "Made again until then.")
    private @Nullable String remakeBy;

    @Option(names = "--pay", paramLabel = "MINOR_UNITS", description = "Cents, or minutes of work.")
    private @Nullable Long pay;

    @Option(
        names = "--because",
        paramLabel = "TEXT",
        required = true,
        description = "Why; both read it.")
    private String why = "";

    @Override
    String verb() {
      return "decision";
    }

    @Override
    Map<String, Object> body() {
      return plus(plus(Map.of("reason", why), "readyBy", remakeBy), "minorUnits", pay);
    }
  }

  /** {@code order propose}. */
  @Command(
      name = "propose",
      mixinStandardHelpOptions = true,
      description = "Proposes a remedy: a remake, a part payment, or a mediator.")
  static final class Propose extends LotStep {
    @Option(names = "--remake-by", paramLabel = "INSTANT", description = "Made again until then.")
    private @Nullable String remakeBy;

    @Option(names = "--pay", paramLabel = "MINOR_UNITS", description = "Cents, or minutes of work.")
    private @Nullable Long pay;

    @Option(
        names = "--mediator",
        paramLabel = "PERSON",
        description = "A steward of the community.")
    private @Nullable String mediator;

    @Override
    String verb() {
      return "proposals";
    }

    @Override
    Map<String, Object> body() {
      return plus(
          plus(plus(Map.of(), "readyBy", remakeBy), "minorUnits", pay), "mediator", mediator);
    }
  }

  /** {@code order answer}. */
  @Command(
      name = "answer",
      mixinStandardHelpOptions = true,
      description = "Says yes or no to a proposal of the workshop.")
  static final class AnswerStep extends LotStep {
    @Parameters(index = "1", paramLabel = "NUMBER", description = "The proposal's.")
    private int number;

    @Parameters(index = "2", paramLabel = "yes|no", description = "Your answer.")
    private Word word = Word.no;

    enum Word {
      yes,
      no
    }

    @Override
    String verb() {
      return "proposals/" + number + "/answer";
    }

    @Override
    Map<String, Object> body() {
      return Map.of("yes", word == Word.yes);
    }
  }
}
