package org.vicinal.agent.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks what holds for the whole workshop; the answers as lines of the file. */
final class WorkshopTalk {
  private final Interview interview;

  WorkshopTalk(Interview interview) {
    this.interview = interview;
  }

  List<String> ask(Path data) throws IOException {
    interview.tell("");
    interview.tell("The workshop:");
    var lines = new ArrayList<String>();
    lines.add("data: " + Yaml.quoted(data.toString()));
    var currency =
        interview.ask(
            "currency",
            "In which currency are your prices (ISO 4217)?",
            "EUR",
            text -> {
              if (!text.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("Expected three capitals such as EUR.");
              }
            });
    lines.add("currency: " + currency);
    var hours =
        interview.ask(
            "hours",
            "When is somebody there, such as Mon-Fri 09:00-18:00, Sat 10:00-13:00?",
            "always",
            Checks::hours);
    if (!Checks.hours(hours).isEmpty()) {
      lines.add("zone: " + ZoneId.systemDefault().getId());
      lines.add(
          Checks.hours(hours).stream()
              .map(Yaml::quoted)
              .collect(Collectors.joining(", ", "hours: [", "]")));
    }
    boolean alone = interview.confirms("nights", "May a run go on while nobody is there?", false);
    lines.add("nights: " + (alone ? "run-on" : "stop"));
    var answer =
        interview.ask(
            "answer",
            "Who answers calls: by-itself (at your prices), or ask-me?",
            "ask-me",
            text -> Checks.oneOf(text, List.of("by-itself", "ask-me")));
    lines.add("answer: " + answer);
    lines.addAll(terms());
    return lines;
  }

  private List<String> terms() throws IOException {
    double hand =
        interview.number(
            "hand-work", "What does an hour of a person's work cost?", "0", 0, 100_000);
    var pay = interview.ask("pay", "How are you paid?", "in cash at the counter", Checks::anything);
    return List.of(
        "terms:",
        "  hand-work: " + Yaml.money(hand),
        "  pay: " + Yaml.quoted(pay),
        "# takes: [food]               # purposes beside ordinary use; never: [child-under-three]");
  }
}
