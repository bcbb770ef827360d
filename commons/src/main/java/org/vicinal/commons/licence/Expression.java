package org.vicinal.commons.licence;

import java.util.List;
import java.util.stream.Collectors;

/** An SPDX licence expression (SPDX 2.3, annex D) as a tree. */
sealed interface Expression {
  /** One licence, perhaps {@code +}, perhaps {@code WITH} an exception. */
  record One(String id, boolean orLater, String exception) implements Expression {}

  /** All of them bind. */
  record All(List<Expression> parts) implements Expression {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Whoever uses it may choose. */
  record Any(List<Expression> parts) implements Expression {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** As SPDX writes it. */
  default String text() {
    return switch (this) {
      case One it ->
          it.id()
              + (it.orLater() ? "+" : "")
              + (it.exception().isEmpty() ? "" : " WITH " + it.exception());
      case All it ->
          it.parts().stream().map(Expression::inner).collect(Collectors.joining(" AND "));
      case Any it -> it.parts().stream().map(Expression::inner).collect(Collectors.joining(" OR "));
    };
  }

  private static String inner(Expression part) {
    return part instanceof One ? part.text() : "(" + part.text() + ")";
  }
}
