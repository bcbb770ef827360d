package org.vicinal.coordinator.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.DesignId;

/**
 * Every design's newest release that can be ordered, in memory. A design of which all releases are
 * withdrawn is not found. For any number of threads.
 */
public final class DesignIndex implements AutoCloseable {
  /** Hits are counted exactly up to so many. */
  private static final int COUNTED = 1_000;

  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile boolean changed;

  /** Empty. */
  public DesignIndex() {
    try {
      var byField = new HashMap<String, Analyzer>();
      Tongues.stems()
          .forEach(
              (language, analyzer) -> {
                byField.put(Fields.stem(language), analyzer);
                byField.put(Fields.titleStem(language), analyzer);
              });
      var settings =
          new IndexWriterConfig(new PerFieldAnalyzerWrapper(Tongues.PLAIN, byField))
              .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
      writer = new IndexWriter(new ByteBuffersDirectory(), settings);
      searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** The designs of {@code views}, now and as they change. */
  public static DesignIndex of(Views views) {
    var index = new DesignIndex();
    views.watch(
        change -> {
          if (change instanceof Views.Change.DesignChanged it) {
            index.put(it.design());
          }
        });
    views.designs().forEach(index::put); // after the watch: nothing comes between the two
    return index;
  }

  /**
   * What was found.
   *
   * @param total of all hits; exact up to a thousand, at least so many beyond
   */
  public record Found(long total, List<DesignId> designs) {
    public Found {
      designs = List.copyOf(designs);
    }
  }

  /** Takes a design, or what has become of it. */
  public synchronized void put(DesignView design) {
    try {
      var key = new Term(Fields.ID, design.id().value());
      var shown = design.findOpen();
      if (shown.isPresent()) {
        writer.updateDocument(key, Entry.of(shown.get().release(), shown.get().at()));
      } else {
        writer.deleteDocuments(key);
      }
      changed = true;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /**
   * The best hits first; the newest, when no words are sought.
   *
   * @param from how many of them to leave out
   * @param most how many to give
   */
  public Found find(Sought sought, int from, int most) {
    try {
      refresh();
      var searcher = searchers.acquire();
      try {
        return find(searcher, sought.read(), from, most);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private void refresh() throws IOException {
    if (changed) {
      changed = false; // before the refresh: what comes meanwhile is seen by the next
      searchers.maybeRefreshBlocking();
    }
  }

  private static Found find(IndexSearcher searcher, Sought sought, int from, int most)
      throws IOException {
    var query = new Asking(searcher.getIndexReader()).query(sought);
    boolean ranked = !(sought.words().isBlank() && sought.fits().isBlank());
    var hits =
        ranked
            ? searcher.search(query, new TopScoreDocCollectorManager(from + most, COUNTED))
            : searcher.search(
                query,
                new TopFieldCollectorManager(
                    new Sort(new SortField(Fields.AT, SortField.Type.LONG, true)),
                    from + most,
                    COUNTED));
    var designs = new ArrayList<DesignId>();
    for (int i = from; i < hits.scoreDocs.length; i++) {
      designs.add(id(searcher, hits.scoreDocs[i]));
    }
    return new Found(hits.totalHits.value(), designs);
  }

  private static DesignId id(IndexSearcher searcher, ScoreDoc hit) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
    var ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    ids.advanceExact(hit.doc - leaf.docBase);
    return new DesignId(ids.lookupOrd(ids.ordValue()).utf8ToString());
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.close();
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("The index is in memory; that it fails is a bug.", e);
  }
}
