package org.vicinal.commons.okh;

import java.util.List;
import java.util.Optional;
import org.vicinal.commons.Finding;
import org.vicinal.commons.Kind;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;

/** A design's manifest from any dialect to Open Know-How 2.4, and from there to any other. */
public final class Okh {
  private Okh() {}

  /**
   * As 2.4; what 2.4 does not know stays under its own key. Tolerated quirks go to {@code
   * findings}.
   */
  public static Table toTwo(Kind kind, Table raw, List<Finding> findings) {
    return switch (kind) {
      case OKH_1 -> {
        var form = new Form(findings).of(raw, Vocabulary.ONE);
        requireOne(form, raw, findings);
        yield OneToTwo.of(form);
      }
      case OKH_SNAKE -> OneToTwo.ofSnake(raw, findings);
      default -> {
        var form = new Form(findings).of(raw, Vocabulary.TWO);
        requireTwo(form, findings);
        yield form.with("okhv", new Text("2.4"));
      }
    };
  }

  /** {@code two} in the dialect {@code kind}. */
  public static Table fromTwo(Kind kind, Table two) {
    return switch (kind) {
      case OKH_1 -> TwoToOne.of(two);
      case OKH_LOSH -> Losh.of(two);
      default -> two;
    };
  }

  private static void requireTwo(Table form, List<Finding> findings) {
    for (var key : List.of("okhv", "name", "repo", "license", "licensor", "function")) {
      if (!form.has(key)) {
        findings.add(missing(key));
      }
    }
    form.words("okhv")
        .filter(version -> !version.matches("OKH-LOSHv1\\.0|2(\\.[0-9]+)*"))
        .ifPresent(
            version ->
                findings.add(
                    Finding.warning(
                        line(form, "okhv"),
                        "Expected okhv to be OKH-LOSHv1.0 or 2.x, found \"%s\"; read as 2.4."
                            .formatted(version))));
  }

  private static void requireOne(Table form, Table raw, List<Finding> findings) {
    for (var key : List.of("title", "description")) {
      if (!form.has(key)) {
        findings.add(missing(key));
      }
    }
    if (form.find("license")
        .filter(it -> !(it instanceof Table table && table.entries().isEmpty()))
        .isEmpty()) {
      findings.add(
          Finding.error(
              line(raw, "license"),
              "Expected \"license\" with at least one of hardware, documentation, software; found"
                  + " none. Without a licence nobody may make it."));
    }
    if (!form.has("project-link") && !form.has("documentation-home")) {
      findings.add(
          Finding.error(
              0,
              "Expected \"project-link\" or \"documentation-home\", found neither. Say where the"
                  + " design lives."));
    }
    compareDates(form, findings);
  }

  private static void compareDates(Table form, List<Finding> findings) {
    var created = form.find("date-created");
    var updated = form.find("date-updated");
    if (created.isPresent()
        && updated.isPresent()
        && created.get() instanceof Node.Moment from
        && updated.get() instanceof Node.Moment to
        && to.spelled().compareTo(from.spelled()) < 0) {
      findings.add(
          Finding.warning(
              to.line(),
              "It was updated (%s) before it was created (%s)."
                  .formatted(to.spelled(), from.spelled())));
    }
  }

  private static Finding missing(String key) {
    return Finding.error(0, "Expected \"%s\", found none. Add it.".formatted(key));
  }

  private static int line(Table table, String key) {
    Optional<Node> value = table.find(key);
    return value.map(Node::line).orElse(0);
  }
}
