package org.vicinal.commons.tree;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Moment;
import org.vicinal.commons.tree.Node.Nothing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;
import org.vicinal.commons.tree.Node.Truth;

/**
 * Whether two values say the same: lines and the order of keys say nothing, 1.0 is 1, and what kind
 * of value it is matters.
 */
public final class Sameness {
  private Sameness() {}

  public static boolean same(Node one, Node other) {
    return difference(one, other, "").isEmpty();
  }

  /** Where they differ first, for a person, such as {@code part[2].mass: 85 became 86}. */
  public static Optional<String> difference(Node one, Node other) {
    return difference(one, other, "");
  }

  private static Optional<String> difference(Node one, Node other, String path) {
    return switch (one) {
      case Text it when other instanceof Text that -> differ(it.value(), that.value(), path);
      case Node.Figure it when other instanceof Node.Figure that ->
          sameNumber(it.spelled(), that.spelled())
              ? Optional.empty()
              : differ(it.spelled(), that.spelled(), path);
      case Moment it when other instanceof Moment that ->
          differ(it.spelled().replace(' ', 'T'), that.spelled().replace(' ', 'T'), path);
      case Truth it when other instanceof Truth that ->
          differ(String.valueOf(it.value()), String.valueOf(that.value()), path);
      case Nothing _ when other instanceof Nothing -> Optional.empty();
      case Listing it when other instanceof Listing that -> differ(it.items(), that.items(), path);
      case Table it when other instanceof Table that -> differ(it, that, path);
      default -> Optional.of(path + ": " + one.kind() + " became " + other.kind());
    };
  }

  private static Optional<String> differ(String one, String other, String path) {
    return one.equals(other)
        ? Optional.empty()
        : Optional.of(path + ": \"" + one + "\" became \"" + other + "\"");
  }

  private static boolean sameNumber(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return true;
    }
    var first = value(one);
    var second = value(other);
    return first.isPresent() && second.isPresent() && first.get().compareTo(second.get()) == 0;
  }

  /** The number that {@code spelled} is; nothing for infinities and what is no number. */
  public static Optional<BigDecimal> value(String spelled) {
    var digits = spelled.replace("_", "");
    try {
      if (digits.startsWith("0x")) {
        return Optional.of(new BigDecimal(new java.math.BigInteger(digits.substring(2), 16)));
      }
      if (digits.startsWith("0o")) {
        return Optional.of(new BigDecimal(new java.math.BigInteger(digits.substring(2), 8)));
      }
      if (digits.startsWith("0b")) {
        return Optional.of(new BigDecimal(new java.math.BigInteger(digits.substring(2), 2)));
      }
      return Optional.of(new BigDecimal(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> differ(List<Node> one, List<Node> other, String path) {
    if (one.size() != other.size()) {
      return Optional.of(path + ": " + one.size() + " values became " + other.size());
    }
    for (int at = 0; at < one.size(); at++) {
      var difference = difference(one.get(at), other.get(at), path + "[" + (at + 1) + "]");
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> differ(Table one, Table other, String path) {
    var theirs = new HashMap<String, Node>();
    other.entries().forEach(entry -> theirs.put(entry.key(), entry.value()));
    for (var entry : one.entries()) {
      var here = path.isEmpty() ? entry.key() : path + "." + entry.key();
      var theirValue = theirs.get(entry.key());
      if (theirValue == null) {
        return Optional.of(here + " is gone");
      }
      var mine =
          one.find(entry.key()).orElseThrow(); // of a key that stands twice, the one that counts
      var difference = difference(mine, theirValue, here);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return other.entries().stream()
        .filter(entry -> !one.has(entry.key()))
        .findFirst()
        .map(entry -> (path.isEmpty() ? "" : path + ".") + entry.key() + " is new");
  }
}
