package org.vicinal.coordinator.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The languages whose endings are understood. Every other is found by its words as they are
 * written, without accents. Immutable.
 */
final class Tongues {
  /** Words as written, in small letters, without accents. */
  static final Analyzer PLAIN = analyzer(stream -> stream, CharArraySet.EMPTY_SET);

  private static final Map<String, Analyzer> STEMS = new LinkedHashMap<>();
  private static final Map<String, CharArraySet> SMALL_WORDS = new LinkedHashMap<>();

  static {
    add("en", EnglishAnalyzer.getDefaultStopSet(), PorterStemFilter::new);
    add(
        "de",
        GermanAnalyzer.getDefaultStopSet(),
        it -> new GermanLightStemFilter(new GermanNormalizationFilter(it)));
    add("fr", FrenchAnalyzer.getDefaultStopSet(), FrenchLightStemFilter::new);
    add("es", SpanishAnalyzer.getDefaultStopSet(), SpanishLightStemFilter::new);
    add("it", ItalianAnalyzer.getDefaultStopSet(), ItalianLightStemFilter::new);
    add("pt", PortugueseAnalyzer.getDefaultStopSet(), PortugueseLightStemFilter::new);
  }

  private Tongues() {}

  private interface Filter {
    TokenStream on(TokenStream stream);
  }

  private static void add(String language, CharArraySet small, Filter stem) {
    STEMS.put(language, analyzer(stem, small));
    SMALL_WORDS.put(language, small);
  }

  private static Analyzer analyzer(Filter stem, CharArraySet small) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        var kept = new StopFilter(new LowerCaseFilter(words), small);
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(stem.on(kept)));
      }

      @Override
      protected TokenStream normalize(String field, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(in));
      }
    };
  }

  /** The analyzer of every language by its code. */
  static Map<String, Analyzer> stems() {
    return STEMS;
  }

  /**
   * The languages that {@code text} may be written in: the one whose small words (of, der, les ...)
   * stand in it most; all of them when none does.
   */
  static List<String> of(String text) {
    var words = LowerWords.of(text);
    var best = new ArrayList<String>();
    long most = 0;
    for (var language : SMALL_WORDS.entrySet()) {
      long count = words.stream().filter(language.getValue()::contains).count();
      if (count > most) {
        best.clear();
        most = count;
      }
      if (count == most) {
        best.add(language.getKey());
      }
    }
    return List.copyOf(best);
  }

  /** Whether {@code word} only holds others together, in some language. */
  static boolean isSmall(String word) {
    return SMALL_WORDS.values().stream().anyMatch(it -> it.contains(word));
  }

  /** What {@code analyzer} makes of {@code text}. */
  static List<String> terms(Analyzer analyzer, String text) {
    var terms = new ArrayList<String>();
    try (var stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Words in memory cannot fail to be read.", e);
    }
    return terms;
  }

  /** Words with their accents, as lists of small words have them. */
  private static final class LowerWords {
    static List<String> of(String text) {
      return List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+", -1));
    }
  }
}
