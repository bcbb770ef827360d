package org.vicinal.commons.okh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicinal.commons.Finding;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;

/**
 * Version 1 as 2.4, by the standard's own table (OpenKnowHow, data-mapping-OKHv1.md). Keys without
 * a counterpart keep their name.
 */
final class OneToTwo {
  private static final Set<String> MAPPED =
      Set.of(
          "title",
          "documentation-home",
          "project-link",
          "license",
          "licensor",
          "description",
          "intended-use",
          "health-safety-notice",
          "archive-download",
          "making-instructions",
          "operating-instructions",
          "software",
          "standards-used",
          "derivative-of",
          "variant-of",
          "made",
          "made-independently",
          "development-stage",
          "bom");
  private final Table one;
  private final List<Entry> two = new ArrayList<>();

  private OneToTwo(Table one) {
    this.one = one;
  }

  static Table of(Table one) {
    return new OneToTwo(one).map();
  }

  /** Open Hardware Manager writes much the same with low dashes and a few names of 2.x. */
  static Table ofSnake(Table raw, List<Finding> findings) {
    var entries =
        raw.entries().stream()
            .map(entry -> new Entry(entry.key().replace('_', '-'), entry.value(), entry.line()))
            .filter(entry -> !(entry.value() instanceof Node.Nothing))
            .toList();
    var one = new Table(entries, raw.line());
    var two = of(one);
    two =
        one.words("repo").map(Text::new).isPresent()
            ? two.with("repo", new Text(one.words("repo").orElseThrow()))
            : two;
    if (!two.has("function") && one.has("function")) {
      two = two.with("function", one.find("function").orElseThrow());
    }
    for (var key : List.of("name", "license")) {
      if (!two.has(key)) {
        findings.add(
            Finding.error(
                0,
                "Expected \"%s\", found none. Add it."
                    .formatted(key.equals("name") ? "title" : key)));
      }
    }
    return two;
  }

  private Table map() {
    add("okhv", Optional.of(new Text("2.4")));
    add("name", one.find("title"));
    add("repo", one.find("documentation-home").or(() -> one.find("project-link")));
    add("version", one.find("version"));
    add("license", licence());
    add("licensor", licensor());
    add("function", function());
    add("release", one.find("archive-download"));
    add(
        "bom",
        one.words("bom")
            .filter(bom -> bom.matches("(?i)https?://\\S+|[^\\s,]+\\.\\w{1,5}"))
            .map(Text::new));
    add("manufacturing-instructions", paths("making-instructions", "path"));
    add("user-manual", paths("operating-instructions", "path"));
    add("standard-compliance", standards());
    add("software", software());
    add("fork-of", fork());
    add("technology-readiness-level", readiness());
    add(
        "documentation-readiness-level",
        truth("made-independently") ? Optional.of(new Text("ODRL-3")) : Optional.empty());
    one.entries().stream()
        .filter(entry -> !MAPPED.contains(entry.key()))
        .filter(entry -> two.stream().noneMatch(old -> old.key().equals(entry.key())))
        .forEach(two::add);
    return new Table(two, one.line());
  }

  private void add(String key, Optional<? extends Node> value) {
    value.ifPresent(node -> two.add(new Entry(key, node)));
  }

  private Optional<Node> licence() {
    return one.find("license")
        .flatMap(
            value ->
                value instanceof Table table
                    ? table
                        .find("hardware")
                        .or(() -> table.find("documentation"))
                        .or(() -> table.find("software"))
                    : Optional.of(value).filter(Text.class::isInstance));
  }

  /** {@code Name (Organisation) <mail>}. */
  private Optional<Node> licensor() {
    return one.find("licensor")
        .flatMap(
            value ->
                value instanceof Table person
                    ? person
                        .words("name")
                        .map(
                            name ->
                                new Text(
                                    name
                                        + person
                                            .words("affiliation")
                                            .map(it -> " (" + it + ")")
                                            .orElse("")
                                        + person
                                            .words("email")
                                            .map(it -> " <" + it + ">")
                                            .orElse("")))
                    : Optional.of(value));
  }

  private Optional<Node> function() {
    var words =
        Stream.of("description", "intended-use", "health-safety-notice")
            .flatMap(key -> one.words(key).stream())
            .collect(Collectors.joining("\n\n"));
    return words.isEmpty() ? Optional.empty() : Optional.of(new Text(words));
  }

  private Optional<Node> paths(String key, String path) {
    var paths =
        one.find(key).stream()
            .flatMap(value -> value.each().stream())
            .filter(Table.class::isInstance)
            .flatMap(
                table -> ((Table) table).find(path).filter(it -> it.words().isPresent()).stream())
            .toList();
    return some(paths);
  }

  private Optional<Node> standards() {
    var names =
        one.find("standards-used").stream()
            .flatMap(value -> value.each().stream())
            .flatMap(
                item ->
                    item instanceof Table table
                        ? table.words("reference").or(() -> table.words("standard-title")).stream()
                        : item.words().stream())
            .map(words -> (Node) new Text(words))
            .toList();
    return some(names);
  }

  private Optional<Node> software() {
    var releases =
        one.find("software").stream()
            .flatMap(value -> value.each().stream())
            .filter(Table.class::isInstance)
            .flatMap(table -> ((Table) table).words("path").stream())
            .map(path -> (Node) new Table(List.of(new Entry("release", new Text(path)))))
            .toList();
    return releases.isEmpty() ? Optional.empty() : Optional.of(new Listing(releases));
  }

  private static Optional<Node> some(List<Node> items) {
    return switch (items.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(items.getFirst());
      default -> Optional.of(new Listing(items));
    };
  }

  private Optional<Node> fork() {
    return Stream.of("derivative-of", "variant-of")
        .flatMap(key -> one.find(key).stream())
        .flatMap(value -> value.each().stream())
        .flatMap(
            value ->
                value instanceof Table table
                    ? table.words("web").or(() -> table.words("manifest")).stream()
                    : value.words().stream())
        .findFirst()
        .map(Text::new);
  }

  private Optional<Node> readiness() {
    boolean built = truth("made") || truth("made-independently");
    var stage = one.words("development-stage").orElse("");
    return built || stage.equalsIgnoreCase("prototype")
        ? Optional.of(new Text("OTRL-3"))
        : Optional.empty();
  }

  private boolean truth(String key) {
    return one.find(key).filter(it -> it instanceof Node.Truth truth && truth.value()).isPresent();
  }
}
