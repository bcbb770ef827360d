package org.vicinal.commons.okh;

import java.util.ArrayList;
import java.util.List;
import org.vicinal.commons.Finding;
import org.vicinal.commons.licence.Licence;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;

/** Licences as SPDX expressions; what cannot be understood stays as it was written. */
final class Licences {
  private static final List<String> KINDS = List.of("hardware", "documentation", "software");
  private final List<Finding> findings;

  Licences(List<Finding> findings) {
    this.findings = findings;
  }

  Node one(String written, int line) {
    var licence = Licence.of(written);
    if (!licence.quirk().isEmpty()) {
      findings.add(Finding.warning(line, licence.quirk()));
    }
    return new Text(licence.isUnderstood() ? licence.spdx() : written, line);
  }

  /** The table of version 1, or what stands in its place. */
  Node table(Node value, int line) {
    return switch (value) {
      case Table table -> kinds(table);
      case Node.Listing list -> {
        findings.add(
            Finding.error(
                line,
                "Expected \"license\" to be one table (hardware, documentation, software), found a list of %d. Divide the project, or join licences with AND and OR."
                    .formatted(list.items().size())));
        list.items().forEach(item -> table(item, item.line()));
        yield value;
      }
      default -> {
        findings.add(
            Finding.warning(
                line,
                "Expected \"license\" to be a table, found %s, which was read as the hardware's."
                    .formatted(value.kind())));
        var words = value.words().orElse("");
        yield new Table(List.of(new Entry("hardware", one(words, line), line)), line);
      }
    };
  }

  private Table kinds(Table table) {
    var entries = new ArrayList<Entry>();
    for (var entry : table.entries()) {
      var words = entry.value().words();
      if (!KINDS.contains(entry.key())) {
        findings.add(
            Finding.warning(
                entry.line(),
                "Expected hardware, documentation or software under \"license\", found \"%s\"; kept."
                    .formatted(entry.key())));
        entries.add(entry);
      } else if (words.isPresent()) {
        entries.add(new Entry(entry.key(), one(words.get(), entry.line()), entry.line()));
      } else {
        findings.add(
            Finding.warning(entry.line(), "The licence of the " + entry.key() + " is empty."));
      }
    }
    return new Table(entries, table.line());
  }
}
