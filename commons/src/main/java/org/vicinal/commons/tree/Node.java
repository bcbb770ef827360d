package org.vicinal.commons.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One value of a manifest, whatever container it came in, with the line it stood on.
 *
 * <p>Numbers and moments are kept as they were spelled: version 1.10 is not version 1.1.
 */
public sealed interface Node {
  /** Counted from 1; 0 for what was not read from a file. */
  int line();

  /** Words. */
  record Text(String value, int line) implements Node {
    public Text(String value) {
      this(value, 0);
    }
  }

  /** A number as it was spelled, or {@code .inf} and {@code .nan}. */
  record Figure(String spelled, int line) implements Node {}

  /** A date, a time or both, as ISO 8601 spells them. */
  record Moment(String spelled, int line) implements Node {}

  /** Yes or no. */
  record Truth(boolean value, int line) implements Node {}

  /** A key without a value. */
  record Nothing(int line) implements Node {}

  /** Several values in order. */
  record Listing(List<Node> items, int line) implements Node {
    public Listing {
      items = List.copyOf(items);
    }

    public Listing(List<? extends Node> items) {
      this(List.copyOf(items), 0);
    }
  }

  /**
   * Values by their keys, in the order in which they were written; a key may wrongly stand twice.
   */
  record Table(List<Entry> entries, int line) implements Node {
    public Table {
      entries = List.copyOf(entries);
    }

    public Table(List<Entry> entries) {
      this(entries, 0);
    }

    /** The value of {@code key}; the last one if it stands twice, as most readers have it. */
    public Optional<Node> find(String key) {
      for (int at = entries.size() - 1; at >= 0; at--) {
        if (entries.get(at).key().equals(key)) {
          return Optional.of(entries.get(at).value());
        }
      }
      return Optional.empty();
    }

    /** The words of {@code key}, trimmed, unless there are none. */
    public Optional<String> words(String key) {
      return find(key).flatMap(Node::words);
    }

    public boolean has(String key) {
      return find(key).isPresent();
    }

    /** This table with {@code key} holding {@code value}, at its old place if it had one. */
    public Table with(String key, Node value) {
      var entry = new Entry(key, value, value.line());
      var all = new ArrayList<>(entries);
      for (int at = 0; at < all.size(); at++) {
        if (all.get(at).key().equals(key)) {
          all.set(at, entry);
          return new Table(all, line);
        }
      }
      all.add(entry);
      return new Table(all, line);
    }

    /** This table with each key once: of those that stand twice, the last. */
    public Table singly() {
      var last = new LinkedHashMap<String, Entry>();
      for (var entry : entries) {
        last.remove(entry.key());
        last.put(entry.key(), entry);
      }
      return new Table(List.copyOf(last.values()), line);
    }

    /** This table without the keys that {@code unwanted} names. */
    public Table without(Predicate<String> unwanted) {
      return new Table(
          entries.stream().filter(entry -> !unwanted.test(entry.key())).toList(), line);
    }
  }

  /**
   * One key and its value.
   *
   * @param line where the key stands
   */
  record Entry(String key, Node value, int line) {
    public Entry(String key, Node value) {
      this(key, value, value.line());
    }
  }

  /** A single value as words, trimmed; nothing for lists, tables and what is empty. */
  default Optional<String> words() {
    var words =
        switch (this) {
          case Text it -> it.value().strip();
          case Figure it -> it.spelled();
          case Moment it -> it.spelled();
          case Truth it -> String.valueOf(it.value());
          case Nothing _, Listing _, Table _ -> "";
        };
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  /** The values of a list; a single value is a list of one, nothing a list of none. */
  default List<Node> each() {
    return switch (this) {
      case Listing it -> it.items();
      case Nothing _ -> List.of();
      case Text _, Figure _, Moment _, Truth _, Table _ -> List.of(this);
    };
  }

  /** This value with each key of each table once. */
  default Node once() {
    return switch (this) {
      case Listing list -> new Listing(list.items().stream().map(Node::once).toList(), list.line());
      case Table table ->
          new Table(
              table.singly().entries().stream()
                  .map(entry -> new Entry(entry.key(), entry.value().once(), entry.line()))
                  .toList(),
              table.line());
      case Text _, Figure _, Moment _, Truth _, Nothing _ -> this;
    };
  }

  /** Whether a key stands twice somewhere. */
  default boolean hasDoubles() {
    return switch (this) {
      case Listing list -> list.items().stream().anyMatch(Node::hasDoubles);
      case Table table ->
          table.singly().entries().size() < table.entries().size()
              || table.entries().stream().anyMatch(entry -> entry.value().hasDoubles());
      case Text _, Figure _, Moment _, Truth _, Nothing _ -> false;
    };
  }

  /** What it is, for a sentence. */
  default String kind() {
    return switch (this) {
      case Text it -> it.value().length() > 40 ? "a text" : "\"" + it.value() + "\"";
      case Figure it -> "the number " + it.spelled();
      case Moment it -> "the date " + it.spelled();
      case Truth it -> String.valueOf(it.value());
      case Nothing _ -> "nothing";
      case Listing it -> it.items().isEmpty() ? "an empty list" : "a list";
      case Table _ -> "a table";
    };
  }
}
