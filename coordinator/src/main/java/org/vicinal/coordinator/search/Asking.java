package org.vicinal.coordinator.search;

import static org.vicinal.coordinator.search.Fields.stem;
import static org.vicinal.coordinator.search.Fields.titleStem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;

/**
 * Makes of what is sought what the index is asked.
 *
 * <p>A word counts most in a title as it is written, then with another ending, then as the
 * beginning or end of a longer word, then in the description. A word that hardly anybody has
 * written is also taken for those that are one or two letters off.
 */
final class Asking {
  /** A word found so often was no slip of the finger. */
  private static final int NO_SLIP = 3;

  private static final int MOST_WORDS = 12;
  private static final int NEIGHBOURS = 24; // words that a misspelt one may stand for
  private static final float TIE = 0.1f;

  private final IndexReader index;

  Asking(IndexReader index) {
    this.index = index;
  }

  Query query(Sought sought) throws IOException {
    var all = new BooleanQuery.Builder();
    all.add(words(sought.words()), Occur.MUST);
    for (var word : Tongues.terms(Tongues.PLAIN, sought.fits())) {
      all.add(fits(word), Occur.MUST);
    }
    if (sought.process() != null) {
      all.add(anyOf(Fields.PROCESS, processes(sought.process())), Occur.FILTER);
    }
    if (sought.material() != null) {
      all.add(anyOf(Fields.MATERIAL, materials(sought.material())), Occur.FILTER);
    }
    if (sought.licence() != null) {
      var licence = sought.licence().strip().toLowerCase(Locale.ROOT);
      all.add(new TermQuery(new Term(Fields.LICENCE, licence)), Occur.FILTER);
    }
    if (sought.sellable()) {
      all.add(new TermQuery(new Term(Fields.MAY, "sell")), Occur.FILTER);
    }
    if (sought.within() != null) {
      double[] most = sought.sides().stream().mapToDouble(it -> it).toArray();
      all.add(DoublePoint.newRangeQuery(Fields.SIDES, new double[3], most), Occur.FILTER);
    }
    return all.build();
  }

  private Query words(String text) throws IOException {
    var words = new ArrayList<String>();
    for (var written : text.split("\\s+", -1)) {
      var plain = Tongues.terms(Tongues.PLAIN, written);
      if (!plain.isEmpty() && words.size() < MOST_WORDS) {
        words.add(written);
      }
    }
    var said = words.stream().filter(it -> !Tongues.isSmall(it.toLowerCase(Locale.ROOT))).toList();
    var meant = said.isEmpty() ? words : said;
    if (meant.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    var all = new BooleanQuery.Builder();
    for (var word : meant) {
      all.add(word(word), Occur.SHOULD);
    }
    all.setMinimumNumberShouldMatch(meant.size() <= 2 ? meant.size() : meant.size() - 1);
    return all.build();
  }

  /** One word as somebody wrote it; with a dash in it these are several that belong together. */
  private Query word(String written) throws IOException {
    var terms = Tongues.terms(Tongues.PLAIN, written);
    var all = new BooleanQuery.Builder();
    for (var term : terms) {
      all.add(term(terms.size() == 1 ? written : term, term), Occur.MUST);
    }
    return all.build();
  }

  private Query term(String written, String plain) throws IOException {
    var ways = new ArrayList<Query>();
    ways.add(way(6, Fields.TITLE, plain));
    ways.add(way(2, Fields.TEXT, plain));
    ways.add(way(2, Fields.FITS, plain));
    ways.add(way(1.5f, Fields.ENDS, plain));
    for (var tongue : Tongues.stems().entrySet()) {
      for (var term : Tongues.terms(tongue.getValue(), written)) {
        ways.add(way(4, titleStem(tongue.getKey()), term));
        ways.add(way(1, stem(tongue.getKey()), term));
      }
    }
    if (plain.length() >= 3) {
      ways.add(new BoostQuery(new PrefixQuery(new Term(Fields.TITLE, plain)), 2));
    }
    if (isRare(plain)) {
      ways.add(slip(2, Fields.TITLE, plain));
      ways.add(slip(0.5f, Fields.TEXT, plain));
      ways.add(slip(0.4f, Fields.ENDS, plain));
    }
    Taxonomy.STANDARD
        .findProcess(written)
        .ifPresent(it -> ways.add(anyOf(Fields.PROCESS, processes(it))));
    Taxonomy.STANDARD
        .findMaterial(written)
        .ifPresent(it -> ways.add(anyOf(Fields.MATERIAL, List.of(Entry.material(it.name())))));
    return new DisjunctionMaxQuery(ways, TIE);
  }

  private Query fits(String word) {
    return new DisjunctionMaxQuery(
        List.of(
            way(3, Fields.FITS, word), slip(1, Fields.FITS, word), way(0.2f, Fields.TITLE, word)),
        TIE);
  }

  private boolean isRare(String word) throws IOException {
    return index.docFreq(new Term(Fields.TITLE, word)) + index.docFreq(new Term(Fields.TEXT, word))
        < NO_SLIP;
  }

  private static Query way(float weight, String field, String word) {
    return new BoostQuery(new TermQuery(new Term(field, word)), weight);
  }

  /** One letter off from three letters on, two from eight; the first letter is as it was meant. */
  private static Query slip(float weight, String field, String word) {
    int off = word.length() < 3 ? 0 : word.length() < 8 ? 1 : 2;
    return new BoostQuery(new FuzzyQuery(new Term(field, word), off, 1, NEIGHBOURS, true), weight);
  }

  private static Query anyOf(String field, Iterable<String> words) {
    var all = new ArrayList<BytesRef>();
    words.forEach(word -> all.add(new BytesRef(word)));
    return new TermInSetQuery(field, all);
  }

  private static List<String> processes(Making asked) {
    return Arrays.stream(Making.values())
        .filter(
            it -> Taxonomy.STANDARD.isKindOf(it, asked) || Taxonomy.STANDARD.isKindOf(asked, it))
        .map(Making::name)
        .toList();
  }

  private static Iterable<String> materials(String asked) {
    var names = new TreeSet<String>();
    names.add(Entry.material(asked));
    for (var material : Taxonomy.STANDARD.listMaterials()) {
      if (Taxonomy.STANDARD.isKindOf(material.name(), asked)
          || Taxonomy.STANDARD.isKindOf(asked, material.name())) {
        names.add(Entry.material(material.name()));
      }
    }
    return names;
  }
}
