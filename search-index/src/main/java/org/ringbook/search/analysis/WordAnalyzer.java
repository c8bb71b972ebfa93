package org.ringbook.search.analysis;

import org.apache.lucene.analysis.Analyzer;

/** Gives Lucene the terms of {@link Words}, stop words that stand alone left out. */
public final class WordAnalyzer extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new WordTokenizer());
  }
}
