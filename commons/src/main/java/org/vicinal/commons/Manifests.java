package org.vicinal.commons;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.vicinal.commons.format.Container;
import org.vicinal.commons.okh.Okh;
import org.vicinal.commons.okw.Okw;
import org.vicinal.commons.tree.Node.Table;

/** Reads manifests. Never throws for what stands in them: that is what findings are for. */
public final class Manifests {
  /** More than any manifest; a model has been given by mistake. */
  public static final int MOST_BYTES = 8 << 20;

  /** How the standard's own crawler knows a manifest by its name. */
  private static final Pattern NAME =
      Pattern.compile("(.+\\.)?okh([_\\-:.][0-9a-zA-Z:._\\-]+)?\\.(json|toml|yml|yaml)");

  private Manifests() {}

  public static boolean isNamedLikeOne(Path file) {
    return NAME.matcher(String.valueOf(file.getFileName())).matches();
  }

  /**
   * Reads {@code file}.
   *
   * @throws IOException when it cannot be read at all
   */
  public static Manifest read(Path file) throws IOException {
    var name = String.valueOf(file.getFileName());
    if (Files.size(file) > MOST_BYTES) {
      return broken(
          name,
          "Expected a manifest of at most %d MB, found %d MB. Is this a model?"
              .formatted(MOST_BYTES >> 20, Files.size(file) >> 20));
    }
    return read(name, Files.readAllBytes(file));
  }

  /** Reads the bytes of a file called {@code name}. */
  public static Manifest read(String name, byte[] bytes) {
    var findings = new ArrayList<Finding>();
    var text = text(bytes, findings);
    var container = Container.of(name, text);
    var syntax = container.read(text);
    findings.addAll(syntax.findings());
    var kind = Recognition.of(syntax.root());
    boolean torn = findings.stream().anyMatch(it -> it.severity() == Finding.Severity.ERROR);
    List<Table> meanings = List.of();
    if (kind.isDesign() && syntax.root() instanceof Table table) {
      meanings = List.of(Okh.toTwo(kind, Conversion.withoutKept(table), findings));
    } else if (kind.isWorkshop()) {
      meanings = Okw.facilities(kind, Conversion.withoutKept(syntax.root()), findings);
    } else if (!torn) {
      findings.add(
          Finding.error(
              0,
              "Expected a manifest of a design (title or name, license, okhv) or a workshop"
                  + " (facility_status, equipment, space), found neither. Is this the right"
                  + " file?"));
    }
    findings.sort(Comparator.comparingInt(Finding::line));
    return new Manifest(name, container, kind, syntax.root(), meanings, findings);
  }

  private static Manifest broken(String name, String words) {
    return new Manifest(
        name,
        Container.YAML,
        Kind.UNKNOWN,
        new Table(List.of()),
        List.of(),
        List.of(Finding.error(0, words)));
  }

  private static String text(byte[] bytes, List<Finding> findings) {
    var text = decoded(bytes, findings);
    if (text.startsWith("\uFEFF")) {
      findings.add(
          Finding.warning(1, "A byte order mark stands before the first line; it was skipped."));
      return text.substring(1);
    }
    return text;
  }

  private static String decoded(byte[] bytes, List<Finding> findings) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      boolean wide = bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe;
      var charset = wide ? StandardCharsets.UTF_16 : Charset.forName("windows-1252");
      findings.add(
          Finding.warning(
              firstBad(bytes),
              "This is not UTF-8 and was read as %s. Save it as UTF-8.".formatted(charset)));
      return new String(bytes, charset);
    }
  }

  private static int firstBad(byte[] bytes) {
    var readable = ByteBuffer.wrap(bytes);
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(readable, java.nio.CharBuffer.allocate(bytes.length + 1), true);
    int line = 1;
    for (int at = 0; at < readable.position(); at++) {
      line += bytes[at] == '\n' ? 1 : 0;
    }
    return line;
  }
}
