package org.vicinal.agent.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.control.ControlClient;
import org.vicinal.agent.machine.Answer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a person says about a call or a lot, from the command line. */
abstract class WordCommand implements Callable<Integer> {
  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;
  private final Map<String, Object> said = new LinkedHashMap<>();

  /** Such as {@code calls/o-1.1} or {@code lots/o-1.1.0.1}. */
  abstract String about();

  /** The last word of the request's path, such as {@code bid}. */
  abstract String what();

  /** Puts what was given. */
  abstract void fill();

  final void put(String key, @Nullable Object value) {
    if (value != null) {
      said.put(key, value);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    put("who", asking.who());
    fill();
    var line = Objects.requireNonNull(spec).commandLine();
    var client = asking.client();
    var start = Instant.now();
    var answer = client.say(about(), what(), said);
    var thing = about().replaceFirst("^.*/", "");
    var objection = answer instanceof Answer.Done ? findObjection(client, start) : "";
    if (!objection.isEmpty()) {
      line.getErr().printf("agent: %s: %s%n", thing, objection);
      return 1;
    }
    return Asking.tell(
        line.getOut(),
        line.getErr(),
        answer,
        "%s: %s, written down; the coordinator hears it.".formatted(thing, line.getCommandName()));
  }

  /** Waits a little for what the coordinator says against it; empty when it says nothing. */
  String findObjection(ControlClient client, Instant since)
      throws IOException, InterruptedException {
    return "";
  }
}
