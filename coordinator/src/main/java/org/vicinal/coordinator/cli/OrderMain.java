package org.vicinal.coordinator.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./vicinal order}: what the page does, on the command line. */
@Command(
    name = "order",
    mixinStandardHelpOptions = true,
    version = "Vicinal 0.1.0",
    description = "Has something made by the workshops around.",
    footer = {
      "",
      "Examples:",
      "  ./vicinal order match wall-hook@1.0.0 --at 51.4545,-0.9781",
      "  ./vicinal order place wall-hook@1.0.0 --at 51.4545,-0.9781",
      "  ./vicinal order place bracket.gcode --origin own --material PETG --pieces 2 --at"
          + " 51.4545,-0.9781",
      "  ./vicinal order follow http://127.0.0.1:8080/#/orders/ID/SECRET"
    },
    exitCodeOnInvalidInput = 2,
    subcommands = {
      MatchCommand.class,
      PlaceCommand.class,
      OrderSteps.Show.class,
      OrderSteps.Confirm.class,
      OrderSteps.Cancel.class,
      OrderSteps.Follow.class,
      ChoiceSteps.Bids.class,
      ChoiceSteps.Choose.class,
      ChoiceSteps.Why.class,
      LotSteps.StoryStep.class,
      LotSteps.LotsStep.class,
      LotSteps.FirstPiece.class,
      LotSteps.Collected.class,
      LotSteps.Accept.class,
      DisputeSteps.Refuse.class,
      DisputeSteps.Propose.class,
      DisputeSteps.AnswerStep.class,
      DisputeSteps.Decide.class,
      LotSteps.Paid.class,
      TalkSteps.Say.class,
      TalkSteps.Talk.class,
      NoticeStep.class,
      PaperSteps.Receipt.class,
      PaperSteps.StatementStep.class,
      LotSteps.Forget.class,
      CommandLine.HelpCommand.class
    })
public final class OrderMain implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Its steps. */
  public static CommandLine commandLine() {
    return CoordinatorMain.withErrors(new CommandLine(new OrderMain()));
  }

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
    }
    return 2;
  }
}
