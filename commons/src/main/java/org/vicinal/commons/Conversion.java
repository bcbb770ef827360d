package org.vicinal.commons;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vicinal.commons.format.Container;
import org.vicinal.commons.okh.Okh;
import org.vicinal.commons.okw.Okw;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;
import org.vicinal.commons.tree.Sameness;

/**
 * From one dialect to another and back without loss.
 *
 * <p>After a conversion it is tried at once how the way back would end. Whatever would not come out
 * the same is written along under {@code kept-from-…}: the original values as YAML, and a digest by
 * which the way back sees whether somebody has changed the file since. If so, only what the other
 * dialect has no place for is taken from there.
 */
public final class Conversion {
  private static final String KEPT = "kept-from-";

  private Conversion() {}

  /** The result. */
  public sealed interface Result {
    /**
     * It worked.
     *
     * @param text the file
     * @param root the same as a tree
     */
    record Converted(String text, Node root) implements Result {}

    /** It did not; the sentence says why. */
    record Refused(String words) implements Result {}
  }

  /** {@code from} as {@code kind} in its usual container. */
  public static Result convert(Manifest from, Kind kind) {
    return convert(from, kind, kind.usual());
  }

  /** {@code from} as {@code kind} in {@code container}. */
  public static Result convert(Manifest from, Kind kind, Container container) {
    if (from.isTorn() || from.kind() == Kind.UNKNOWN) {
      var first =
          from.findings().stream()
              .filter(it -> it.severity() == Finding.Severity.ERROR)
              .findFirst();
      return new Result.Refused(
          "%s cannot be converted before it can be read whole: %s"
              .formatted(
                  from.file(), first.map(it -> it.text(from.file())).orElse("it is no manifest")));
    }
    if (from.kind().isDesign() != kind.isDesign() && kind != from.kind()) {
      return new Result.Refused(
          "%s is a %s and cannot become a %s."
              .formatted(from.file(), noun(from.kind()), noun(kind)));
    }
    boolean stays = from.kind() == kind;
    boolean same = stays && container == from.container();
    var target = stays ? withoutKept(from.root(), kind).once() : written(kind, from.meanings());
    var plain =
        restored(from.root(), kind, target)
            .orElseGet(() -> same ? from.root() : keeping(from, kind, container, target));
    return new Result.Converted(container.write(plain), plain);
  }

  private static String noun(Kind kind) {
    return kind.isDesign() ? "design's manifest" : "workshop's record";
  }

  private static Node written(Kind kind, List<Table> meanings) {
    return kind.isDesign() ? Okh.fromTwo(kind, meanings.getFirst()) : Okw.write(kind, meanings);
  }

  /** {@code root} without what was kept on an earlier way. */
  static Table withoutKept(Table root) {
    return root.without(key -> key.startsWith(KEPT));
  }

  static Node withoutKept(Node root) {
    return switch (root) {
      case Table table -> withoutKept(table);
      case Listing list ->
          new Listing(list.items().stream().map(Conversion::withoutKept).toList(), list.line());
      default -> root;
    };
  }

  private static Node withoutKept(Node root, Kind kind) {
    return root instanceof Table table ? table.without((KEPT + kind.id())::equals) : root;
  }

  /** {@code plain} with what the way back to {@code from} would lose. */
  private static Node keeping(Manifest from, Kind kind, Container container, Node plain) {
    var text = container.write(plain);
    var reread = container.read(text).root();
    var back = back(from.kind(), kind, reread);
    boolean doubles = from.root().hasDoubles();
    if (!doubles && back.isPresent() && Sameness.same(from.root(), back.get())) {
      return plain;
    }
    Table holder =
        plain instanceof Table table ? table : new Table(List.of(new Entry("facilities", plain)));
    var kept = new ArrayList<Entry>();
    kept.add(new Entry("digest", new Text(digest(reread))));
    boolean recognised = Recognition.of(reread) == kind;
    if (recognised
        && !doubles
        && from.root() instanceof Table raw
        && back.isPresent()
        && back.get() instanceof Table there) {
      var lost =
          raw.entries().stream()
              .filter(
                  entry ->
                      there
                          .find(entry.key())
                          .filter(it -> Sameness.same(raw.find(entry.key()).orElseThrow(), it))
                          .isEmpty())
              .toList();
      var added =
          there.entries().stream()
              .filter(entry -> !raw.has(entry.key()))
              .map(entry -> (Node) new Text(entry.key()))
              .toList();
      if (!added.isEmpty()) {
        kept.add(new Entry("added", new Listing(added)));
      }
      if (!lost.isEmpty()) {
        kept.add(new Entry("values", new Text(Container.YAML.write(new Table(lost)))));
      }
    } else {
      kept.add(new Entry("whole", new Text(Container.YAML.write(from.root()))));
    }
    return holder.with(KEPT + from.kind().id(), new Table(kept));
  }

  private static Optional<Node> back(Kind kind, Kind through, Node reread) {
    if (kind == through) {
      return Optional.of(reread);
    }
    if (!kind.canBeWritten()) {
      return Optional.empty();
    }
    var ignored = new ArrayList<Finding>();
    return kind.isDesign()
        ? reread instanceof Table table
            ? Optional.of(Okh.fromTwo(kind, Okh.toTwo(through, table, ignored)))
            : Optional.empty()
        : Optional.of(Okw.write(kind, Okw.facilities(through, reread, ignored)));
  }

  /** The original, if {@code root} has kept what is needed for it. */
  private static Optional<Node> restored(Node root, Kind kind, Node plain) {
    if (!(root instanceof Table table)
        || !(table.find(KEPT + kind.id()).orElse(root) instanceof Table kept)
        || kept.equals(table)) {
      return Optional.empty();
    }
    boolean untouched =
        kept.words("digest").filter(digest(unwrapped(withoutKept(table)))::equals).isPresent();
    var whole = kept.find("whole").flatMap(Conversion::reread);
    if (whole.isPresent()) {
      return untouched ? whole : Optional.empty();
    }
    if (!(plain instanceof Table base)) {
      return Optional.empty();
    }
    var added =
        kept.find("added").map(Node::each).orElse(List.of()).stream()
            .flatMap(it -> it.words().stream())
            .toList();
    if (untouched) {
      base = base.without(added::contains);
    }
    var values = kept.find("values").flatMap(Conversion::reread);
    if (values.isPresent() && values.get() instanceof Table lost) {
      for (var entry : lost.entries()) {
        if (untouched || !base.has(entry.key())) {
          base = base.with(entry.key(), entry.value());
        }
      }
    }
    return Optional.of(base);
  }

  private static Node unwrapped(Table table) {
    return table.entries().size() == 1 && table.has("facilities")
        ? table.find("facilities").orElseThrow()
        : table;
  }

  private static Optional<Node> reread(Node yaml) {
    return yaml instanceof Text text
        ? Optional.of(Container.YAML.read(text.value()).root())
        : Optional.empty();
  }

  private static String digest(Node node) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var bytes = Container.JSON.write(node).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
