package org.vicinal.coordinator.search;

import static org.vicinal.coordinator.search.Fields.stem;
import static org.vicinal.coordinator.search.Fields.titleStem;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.vicinal.commons.licence.Licence;
import org.vicinal.coordinator.design.Fits;
import org.vicinal.coordinator.design.Release;
import org.vicinal.messages.taxonomy.Material;
import org.vicinal.messages.taxonomy.Taxonomy;

/** A design as the index keeps it. */
final class Entry {
  private static final int SHORTEST_END = 4;
  private static final int LONG_WORD = 8;

  private Entry() {}

  /** What can be found of {@code release}, the newest that can be ordered. */
  static Document of(Release release, Instant at) {
    var document = new Document();
    var id = release.ref().design().value();
    document.add(new StringField(Fields.ID, id, Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
    document.add(new NumericDocValuesField(Fields.AT, at.toEpochMilli()));
    words(document, release, id);
    facts(document, release);
    return document;
  }

  private static void words(Document document, Release release, String id) {
    var title =
        Stream.concat(Stream.of(release.title(), id.replace('-', ' ')), release.keywords().stream())
            .collect(Collectors.joining(" "));
    var text = release.title() + " " + release.description();
    document.add(text(Fields.TITLE, title));
    document.add(text(Fields.TEXT, release.description()));
    var made = release.requirement().making().words() + " " + release.requirement().material();
    document.add(text(Fields.TEXT, made));
    document.add(text(stem("en"), made));
    for (var language : Tongues.of(text)) {
      document.add(text(titleStem(language), title));
      document.add(text(stem(language), release.description()));
    }
    Tongues.terms(Tongues.PLAIN, title).stream()
        .filter(word -> word.length() >= LONG_WORD)
        .flatMap(Entry::ends)
        .forEach(end -> document.add(new StringField(Fields.ENDS, end, Field.Store.NO)));
    for (var fits : release.fits()) {
      document.add(text(Fields.FITS, fits(fits)));
    }
  }

  private static String fits(Fits fits) {
    return fits.words().replace(',', ' ');
  }

  private static Stream<String> ends(String word) {
    return java.util.stream.IntStream.rangeClosed(1, word.length() - SHORTEST_END)
        .mapToObj(word::substring);
  }

  private static Field text(String field, String words) {
    return new TextField(field, words, Field.Store.NO);
  }

  private static void facts(Document document, Release release) {
    var part = release.requirement();
    keep(document, Fields.PROCESS, part.making().name());
    keep(document, Fields.MATERIAL, material(part.material()));
    Arrays.stream(release.licence().split("[()\\s]+", -1))
        .filter(it -> !it.isEmpty() && !it.matches("AND|OR|WITH"))
        .forEach(it -> keep(document, Fields.LICENCE, it.toLowerCase(Locale.ROOT)));
    if (Licence.of(release.licence()).permission().sell()) {
      keep(document, Fields.MAY, "sell");
    }
    if (part.size().stated()) {
      double[] sides = {part.size().x(), part.size().y(), part.size().z()};
      Arrays.sort(sides);
      document.add(new DoublePoint(Fields.SIDES, sides));
    }
  }

  private static void keep(Document document, String field, String word) {
    document.add(new StringField(field, word, Field.Store.NO));
  }

  /** The one name of a material. */
  static String material(String words) {
    return Taxonomy.STANDARD
        .findMaterial(words)
        .map(Material::name)
        .orElseGet(() -> words.strip())
        .toLowerCase(Locale.ROOT);
  }
}
