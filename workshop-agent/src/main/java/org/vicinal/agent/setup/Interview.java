package org.vicinal.agent.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.config.Nearest;

/**
 * Asks a person, one question after the other. What was answered beforehand is not asked; an answer
 * that will not do is said so, and asked again. One thread.
 */
public final class Interview {
  private final BufferedReader in;
  private final PrintWriter out;
  private final Map<String, String> said;
  private final boolean usual;
  private final Set<String> keys = new LinkedHashSet<>();

  /**
   * @param said answers by the keys of their questions
   * @param usual whether everything else is answered as usual, without asking
   */
  public Interview(BufferedReader in, PrintWriter out, Map<String, String> said, boolean usual) {
    this.in = in;
    this.out = out;
    this.said = Map.copyOf(said);
    this.usual = usual;
  }

  /** Answers to these are taken although the questions may not come. */
  void mayAsk(String... possible) {
    keys.addAll(List.of(possible));
  }

  /** Tells something. */
  void tell(String text) {
    out.println(text);
    out.flush();
  }

  /**
   * The answer to {@code question}.
   *
   * @param usualAnswer what an empty line means; may be empty itself
   * @param check fails with an IllegalArgumentException when an answer will not do
   * @throws ConfigurationError when nobody answers, or what was answered beforehand will not do
   */
  String ask(String key, String question, String usualAnswer, Consumer<String> check)
      throws IOException {
    keys.add(key);
    var before = said.get(key);
    if (before != null || usual) {
      var answer = before == null ? usualAnswer : before.strip();
      try {
        check.accept(answer);
        return answer;
      } catch (IllegalArgumentException e) {
        throw new ConfigurationError(
            "%s %s Say --answer %s=...".formatted(question, e.getMessage(), key));
      }
    }
    while (true) {
      out.print(usualAnswer.isEmpty() ? question + " " : question + " (" + usualAnswer + ") ");
      out.flush();
      var line = in.readLine();
      if (line == null) {
        throw new ConfigurationError(
            "%s Nobody answers. Say --answer %s=..., or --yes for what is usual."
                .formatted(question, key));
      }
      var answer = line.isBlank() ? usualAnswer : line.strip();
      try {
        check.accept(answer);
        return answer;
      } catch (IllegalArgumentException e) {
        tell("  " + e.getMessage());
      }
    }
  }

  /** A number from {@code least} to {@code most}. */
  double number(String key, String question, String usualAnswer, double least, double most)
      throws IOException {
    return Double.parseDouble(
        ask(key, question, usualAnswer, text -> Checks.number(text, least, most)));
  }

  /** Yes or no. */
  boolean confirms(String key, String question, boolean usually) throws IOException {
    return ask(key, question, usually ? "yes" : "no", Checks::yesOrNo).startsWith("y");
  }

  /**
   * Fails when something was answered that nobody asks.
   *
   * @throws ConfigurationError naming the nearest question
   */
  void demandAllAsked() {
    var known = new ArrayList<>(keys);
    for (var key : said.keySet()) {
      if (!known.contains(key)) {
        throw new ConfigurationError(
            "--answer %s=...: nothing is asked under this name. Did you mean %s? There are: %s."
                .formatted(key, Nearest.of(key, known), String.join(", ", known)));
      }
    }
  }
}
