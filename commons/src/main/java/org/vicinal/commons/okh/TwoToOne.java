package org.vicinal.commons.okh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;

/** 2.4 as version 1. Keys without a counterpart keep their name; version 1 allows that. */
final class TwoToOne {
  private static final Pattern PERSON =
      Pattern.compile("([^(<]+?)\\s*(?:\\(([^)]*)\\))?\\s*(?:<([^>]*)>)?");
  private static final Set<String> MAPPED =
      Set.of(
          "okhv",
          "name",
          "repo",
          "license",
          "licensor",
          "function",
          "release",
          "manufacturing-instructions",
          "user-manual",
          "standard-compliance",
          "software",
          "fork-of",
          "technology-readiness-level",
          "documentation-readiness-level",
          "image");
  private final Table two;
  private final List<Entry> one = new ArrayList<>();

  private TwoToOne(Table two) {
    this.two = two;
  }

  static Table of(Table two) {
    return new TwoToOne(two).map();
  }

  private Table map() {
    add("okh-manifest-version", Optional.of(new Text("1.0.0")));
    add("title", two.find("name"));
    add("description", two.find("function"));
    add("project-link", two.find("repo"));
    add("documentation-home", two.find("repo"));
    add("license", two.find("license").map(it -> new Table(List.of(new Entry("hardware", it)))));
    add("licensor", two.find("licensor").flatMap(TwoToOne::person));
    add("archive-download", two.find("release"));
    add("making-instructions", links("manufacturing-instructions"));
    add("operating-instructions", links("user-manual"));
    add("standards-used", standards());
    add("software", software());
    add("derivative-of", two.find("fork-of").map(it -> new Table(List.of(new Entry("web", it)))));
    add(
        "image",
        two.find("image")
            .flatMap(it -> it.each().stream().filter(Text.class::isInstance).findFirst()));
    if (two.words("technology-readiness-level")
        .filter(it -> it.compareTo("OTRL-3") >= 0)
        .isPresent()) {
      add("made", Optional.of(new Node.Truth(true, 0)));
    }
    if (two.words("documentation-readiness-level")
        .filter(it -> it.compareTo("ODRL-3") >= 0)
        .isPresent()) {
      add("made-independently", Optional.of(new Node.Truth(true, 0)));
    }
    two.entries().stream()
        .filter(entry -> !MAPPED.contains(entry.key()))
        .filter(entry -> one.stream().noneMatch(old -> old.key().equals(entry.key())))
        .forEach(one::add);
    return new Table(one, two.line());
  }

  private void add(String key, Optional<? extends Node> value) {
    value.ifPresent(node -> one.add(new Entry(key, node)));
  }

  /** The first of them: version 1 knows one licensor. */
  private static Optional<Node> person(Node value) {
    return value.each().stream()
        .findFirst()
        .map(
            first -> {
              var words = first.words();
              if (words.isEmpty()) {
                return first;
              }
              var parts = PERSON.matcher(words.get());
              if (!parts.matches()) {
                return new Table(List.of(new Entry("name", new Text(words.get()))));
              }
              var person = new ArrayList<Entry>();
              person.add(new Entry("name", new Text(parts.group(1))));
              Optional.ofNullable(parts.group(2))
                  .ifPresent(it -> person.add(new Entry("affiliation", new Text(it))));
              Optional.ofNullable(parts.group(3))
                  .ifPresent(it -> person.add(new Entry("email", new Text(it))));
              return new Table(person);
            });
  }

  private Optional<Node> links(String key) {
    var links =
        two.find(key).stream()
            .flatMap(value -> value.each().stream())
            .flatMap(value -> value.words().stream())
            .map(
                path ->
                    (Node)
                        new Table(
                            List.of(
                                new Entry("path", new Text(path)),
                                new Entry("title", new Text(path.replaceFirst(".*/(?=.)", ""))))))
            .toList();
    return links.isEmpty() ? Optional.empty() : Optional.of(new Listing(links));
  }

  private Optional<Node> standards() {
    var names =
        two.find("standard-compliance").stream()
            .flatMap(value -> value.each().stream())
            .map(it -> (Node) new Table(List.of(new Entry("standard-title", it))))
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(new Listing(names));
  }

  private Optional<Node> software() {
    var links =
        two.find("software").stream()
            .flatMap(value -> value.each().stream())
            .filter(Table.class::isInstance)
            .flatMap(table -> ((Table) table).find("release").stream())
            .map(path -> (Node) new Table(List.of(new Entry("path", path))))
            .toList();
    return links.isEmpty() ? Optional.empty() : Optional.of(new Listing(links));
  }
}
