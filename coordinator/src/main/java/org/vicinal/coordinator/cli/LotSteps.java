package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a customer says after the machines have stopped. */
final class LotSteps {
  private LotSteps() {}

  /** {@code order story}. */
  @Command(
      name = "story",
      mixinStandardHelpOptions = true,
      description = "Tells an order from its beginning, and what comes next.")
  static final class StoryStep extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      System.out.print(client.text("orders/" + order.order() + "/story"));
      return 0;
    }
  }

  /** {@code order lots}. */
  @Command(
      name = "lots",
      mixinStandardHelpOptions = true,
      description = "Lists the lots of an order: where each is, what is owed, the pickup code.")
  static final class LotsStep extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      client.get("lots?order=" + order.order()).path("lots").forEach(LotStep::print);
      return 0;
    }
  }

  /** {@code order first-piece}. */
  @Command(
      name = "first-piece",
      mixinStandardHelpOptions = true,
      description = "Says whether the first piece is good, so that the others are made.")
  static final class FirstPiece extends LotStep {
    @Parameters(index = "1", paramLabel = "good|bad", description = "Whether it is.")
    private Verdict verdict = Verdict.good;

    @Option(names = "--because", paramLabel = "TEXT", description = "What is not good.")
    private @Nullable String why;

    enum Verdict {
      good,
      bad
    }

    @Override
    String verb() {
      return "first-piece";
    }

    @Override
    Map<String, Object> body() {
      return plus(Map.of("good", (Object) (verdict == Verdict.good)), "reason", why);
    }
  }

  /** {@code order collected}. */
  @Command(
      name = "collected",
      mixinStandardHelpOptions = true,
      description = "Says that you have the pieces.")
  static final class Collected extends LotStep {
    @Override
    String verb() {
      return "collection";
    }
  }

  /** {@code order accept}. */
  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description = "Says that the pieces are good.")
  static final class Accept extends LotStep {
    @Option(names = "--remark", paramLabel = "TEXT", description = "For the workshop to read.")
    private @Nullable String remark;

    @Override
    String verb() {
      return "acceptance";
    }

    @Override
    Map<String, Object> body() {
      return plus(Map.of(), "reason", remark);
    }
  }

  /** {@code order paid}. */
  @Command(
      name = "paid",
      mixinStandardHelpOptions = true,
      description = "Ticks that you have paid what is owed. No money moves here.")
  static final class Paid extends LotStep {
    @Override
    String verb() {
      return "paid";
    }
  }

  /** {@code order forget}. */
  @Command(
      name = "forget",
      mixinStandardHelpOptions = true,
      description = "Forgets what you told about an order that is over. There is no way back.")
  static final class Forget extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      client.delete("orders/" + order.order() + "/personal");
      System.out.println("Forgotten: contact, exact place, note and words. The bare facts stay.");
      return 0;
    }
  }
}
