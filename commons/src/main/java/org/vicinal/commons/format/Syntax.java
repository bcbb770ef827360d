package org.vicinal.commons.format;

import java.util.List;
import org.vicinal.commons.Finding;
import org.vicinal.commons.tree.Node;

/**
 * What a text is as a tree.
 *
 * @param root as far as it could be read; an empty table if not at all
 */
public record Syntax(Node root, List<Finding> findings) {
  public Syntax {
    findings = List.copyOf(findings);
  }

  static Syntax broken(int line, String words) {
    return new Syntax(new Node.Table(List.of()), List.of(Finding.error(line, words)));
  }

  /** The line itself, for a sentence. */
  static String quoted(String text, int line) {
    var found = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip();
    return found.isEmpty()
        ? "the end"
        : "\"" + (found.length() > 80 ? found.substring(0, 77) + "..." : found) + "\"";
  }
}
