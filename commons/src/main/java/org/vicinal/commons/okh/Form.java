package org.vicinal.commons.okh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vicinal.commons.Finding;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Nothing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;

/**
 * Brings a table into the form its dialect asks for. Everything that had to be tolerated becomes a
 * finding; what is not known stays.
 */
final class Form {
  /** Block texts of YAML end in a line end, and nobody means anything by it. */
  private static final Set<String> PROSE =
      Set.of("description", "intended-use", "function", "health-safety-notice");

  private final List<Finding> findings;

  Form(List<Finding> findings) {
    this.findings = findings;
  }

  /** {@code table} by {@code keys}, without what is empty. */
  Table of(Table table, Keys keys) {
    var entries = new ArrayList<Entry>();
    for (var entry : table.singly().entries()) {
      var key = key(entry, table, keys);
      value(keys.shape(key), key, entry.value(), entry.line())
          .ifPresent(value -> entries.add(new Entry(key, value, entry.line())));
    }
    return new Table(entries, table.line());
  }

  private String key(Entry entry, Table table, Keys keys) {
    if (keys.knows(entry.key())) {
      return entry.key();
    }
    var meant = keys.meant(entry.key(), table);
    if (meant.isPresent()) {
      warn(entry.line(), "\"%s\" was read as \"%s\".".formatted(entry.key(), meant.get()));
    } else {
      findings.add(
          Finding.note(
              entry.line(),
              "\"%s\" is not part of the standard; it is kept.".formatted(entry.key())));
    }
    return meant.orElse(entry.key());
  }

  private Optional<Node> value(Shape shape, String key, Node value, int line) {
    if (isEmpty(value)) {
      warn(line, "\"%s\" has no value. Give it one or remove it.".formatted(key));
      return Optional.empty();
    }
    return switch (shape) {
      case TEXT -> text(key, value, line);
      case TEXTS, ANY, SOFTWARE -> Optional.of(value);
      case URL -> words(key, value, line).map(it -> url(key, it, line));
      case PATH -> words(key, value, line).map(it -> path(key, it, line));
      case PATHS -> each(value, it -> words(key, it, it.line()).map(w -> path(key, w, it.line())));
      case LINKS ->
          Optional.of(new Listing(value.each().stream().map(it -> link(key, it)).toList()));
      case LANGUAGES ->
          each(value, it -> words(key, it, it.line()).map(w -> language(key, w, it.line())));
      case LICENCE -> words(key, value, line).map(it -> new Licences(findings).one(it, line));
      case LICENCES -> Optional.of(new Licences(findings).table(value, line));
      case PEOPLE -> people(key, value, line);
      case DATE -> date(key, value, line);
      case TRUTH -> truth(key, value, line);
      case SIZE -> new Measures(findings).size(value, line);
      case MASS -> new Measures(findings).mass(value, line);
      case PARTS -> Optional.of(parts(value, line));
      case OTRL, ODRL, TSDC, CPC ->
          each(value, it -> words(key, it, it.line()).map(w -> code(shape, key, w, it.line())));
    };
  }

  private void warn(int line, String words) {
    findings.add(Finding.warning(line, words));
  }

  private static boolean isEmpty(Node value) {
    return value instanceof Nothing
        || (value instanceof Text text && text.value().isBlank())
        || (value instanceof Table table
            && table.entries().stream().allMatch(entry -> isEmpty(entry.value())))
        || (value instanceof Listing list && list.items().stream().allMatch(Form::isEmpty));
  }

  private static Optional<Node> each(
      Node value, java.util.function.Function<Node, Optional<? extends Node>> form) {
    if (!(value instanceof Listing list)) {
      return form.apply(value).map(Node.class::cast);
    }
    var items = new ArrayList<Node>();
    list.items().forEach(item -> form.apply(item).ifPresent(items::add));
    return items.isEmpty() ? Optional.empty() : Optional.of(new Listing(items, list.line()));
  }

  private Optional<Node> text(String key, Node value, int line) {
    return words(key, value, line).map(words -> new Text(words, line));
  }

  private Optional<String> words(String key, Node value, int line) {
    var words = value.words();
    if (words.isEmpty()) {
      findings.add(
          Finding.error(
              line, "Expected \"%s\" to be text, found %s.".formatted(key, value.kind())));
    } else if (!(value instanceof Text text)) {
      warn(
          line,
          "\"%s\" is %s and was read as text. Put quotes around it.".formatted(key, value.kind()));
    } else if (!text.value().equals(words.get()) && !PROSE.contains(key)) {
      warn(
          line,
          "\"%s\" begins or ends with blanks or line ends, which were left out.".formatted(key));
    }
    return words;
  }

  private Node url(String key, String words, int line) {
    if (!words.matches("(?i)https?://\\S+")) {
      warn(
          line,
          "Expected \"%s\" to be a web address (https://...), found \"%s\".".formatted(key, words));
    }
    return new Text(words, line);
  }

  /** A file of the project; a leading slash means its root, and nobody leaves it. */
  private Node path(String key, String words, int line) {
    if (words.matches("(?i)[a-z][a-z0-9+.-]*://.*")) {
      if (words.chars().anyMatch(Character::isWhitespace)) {
        warn(line, "The web address in \"%s\" contains blanks. Write %%20.".formatted(key));
      }
      return new Text(words, line);
    }
    var path = words.replace('\\', '/');
    if (!path.equals(words)) {
      warn(line, "\"%s\" was read as %s: paths are written with \"/\".".formatted(words, path));
    }
    if (path.startsWith("/")) {
      path = path.replaceFirst("^/+", "");
      warn(line, "\"%s\" was read as %s in the project's folder.".formatted(words, path));
    }
    if (List.of(path.split("/")).contains("..")) {
      findings.add(
          Finding.error(
              line,
              "\"%s\" leads out of the project's folder with \"..\". Name a file inside it."
                  .formatted(words)));
    }
    return new Text(path, line);
  }

  private Node link(String key, Node item) {
    return switch (item) {
      case Table table -> {
        if (table.words("path").isEmpty()
            && table.words("link").isEmpty()
            && table.words("release").isEmpty()) {
          warn(item.line(), "An entry of \"%s\" names no path.".formatted(key));
        }
        yield table
            .words("path")
            .map(path -> (Node) table.with("path", path(key, path, table.line())))
            .orElse(table);
      }
      case Text text -> {
        warn(
            text.line(),
            "Expected an entry of \"%s\" to have path and title, found only a path."
                .formatted(key));
        yield new Table(
            List.of(new Entry("path", path(key, text.value().strip(), text.line()))), text.line());
      }
      default -> item;
    };
  }

  private Node language(String key, String words, int line) {
    var tag = Languages.tag(words);
    if (tag.isEmpty()) {
      warn(
          line,
          "Expected \"%s\" to be a language such as en-GB, found \"%s\"; kept."
              .formatted(key, words));
    } else if (!tag.get().equals(words)) {
      warn(line, "\"%s\" was read as the language %s.".formatted(words, tag.get()));
    }
    return new Text(tag.orElse(words), line);
  }

  private Optional<Node> people(String key, Node value, int line) {
    for (var person : value.each()) {
      var name = person instanceof Table table ? table.words("name") : person.words();
      if (name.filter(it -> it.matches(".*\\p{L}{2}.*")).isEmpty()) {
        warn(person.line() == 0 ? line : person.line(), "\"%s\" names nobody.".formatted(key));
      } else if (name.get().matches("\\W.*")) {
        warn(person.line(), "\"%s\" begins strangely: \"%s\".".formatted(key, name.get()));
      }
    }
    return Optional.of(value);
  }

  private Optional<Node> date(String key, Node value, int line) {
    if (!(value instanceof Node.Moment)) {
      warn(
          line,
          "Expected \"%s\" to be a date such as 2026-11-23, found %s; kept."
              .formatted(key, value.kind()));
    }
    return Optional.of(value);
  }

  private Optional<Node> truth(String key, Node value, int line) {
    if (value instanceof Node.Truth) {
      return Optional.of(value);
    }
    var words = value.words().orElse("").toLowerCase(java.util.Locale.ROOT);
    if (Set.of("yes", "y", "true", "no", "n", "false").contains(words)) {
      warn(
          line,
          "\"%s\" is %s and was read as true or false. Write that.".formatted(key, value.kind()));
      return Optional.of(new Node.Truth(words.startsWith("y") || words.startsWith("t"), line));
    }
    warn(line, "Expected \"%s\" to be true or false, found %s; kept.".formatted(key, value.kind()));
    return Optional.of(value);
  }

  private Node code(Shape shape, String key, String words, int line) {
    var code = Codes.of(shape, words);
    if (!code.known()) {
      warn(line, "\"%s\" is no known %s; kept. %s".formatted(words, key, code.expected()));
    } else if (!code.value().equals(words)) {
      warn(line, "\"%s\" was read as %s.".formatted(words, code.value()));
    }
    return new Text(code.value(), line);
  }

  private Node parts(Node value, int line) {
    var names = new HashSet<String>();
    var parts = new ArrayList<Node>();
    for (var item : value.each()) {
      if (!(item instanceof Table table)) {
        warn(item.line(), "Expected a part to be a table, found %s; kept.".formatted(item.kind()));
        parts.add(item);
        continue;
      }
      var part = of(table, Vocabulary.PART);
      var name = part.words("name");
      if (name.isEmpty()) {
        findings.add(Finding.error(table.line(), "A part has no name. Add name = \"...\"."));
      } else if (!names.add(name.get())) {
        warn(table.line(), "Two parts are called \"%s\".".formatted(name.get()));
      }
      if (!part.has("source") && !part.has("export")) {
        warn(
            table.line(),
            "Part %s has neither source nor export, so nobody can make it."
                .formatted(name.orElse("without name")));
      }
      parts.add(part);
    }
    if (!(value instanceof Listing)) {
      warn(line, "Expected [[part]] for each part, found one [part].");
    }
    return new Listing(parts, line);
  }
}
