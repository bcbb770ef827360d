package org.vicinal.commons;

import java.util.List;
import org.vicinal.commons.format.Container;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Table;

/**
 * One file about a design or a workshop, as it stood there and as it was understood.
 *
 * @param file its name, for sentences
 * @param container YAML, TOML or JSON
 * @param kind the dialect
 * @param root everything in the file
 * @param meanings a design as Open Know-How 2.4 has it (one table), workshops as plain facilities
 *     (a table each), nothing if it is neither
 * @param findings what was tolerated and what is wrong, by line
 */
public record Manifest(
    String file,
    Container container,
    Kind kind,
    Node root,
    List<Table> meanings,
    List<Finding> findings) {
  public Manifest {
    meanings = List.copyOf(meanings);
    findings = List.copyOf(findings);
  }

  public boolean isBroken() {
    return findings.stream().anyMatch(it -> it.severity() == Finding.Severity.ERROR);
  }

  /** Whether its syntax is broken, so that not all of it may have been read. */
  public boolean isTorn() {
    return findings.stream()
        .anyMatch(
            it ->
                it.severity() == Finding.Severity.ERROR
                    && (it.words().startsWith("Expected " + container + ",")
                        || it.words().startsWith("Expected one document")));
  }

  /** The file anew, in its own container. */
  public String text() {
    return container.write(root);
  }
}
