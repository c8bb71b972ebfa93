package org.ringbook.search.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** {@link Words} as a Lucene tokenizer. All terms of a word share one position. */
final class WordTokenizer extends Tokenizer {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Deque<Step> steps = new ArrayDeque<>();

  private record Step(String term, int increment) {}

  @Override
  public void reset() throws IOException {
    super.reset();
    var text = new StringWriter();
    input.transferTo(text);
    steps.clear();
    Words.of(text.toString()).stream().filter(word -> !word.isStopWord()).forEach(this::enqueue);
  }

  private void enqueue(Word word) {
    int increment = 1;
    for (Token token : word.tokens()) {
      if (token.isIndexed()) {
        steps.add(new Step(token.text(), increment));
        increment = 0;
      }
    }
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    Step next = steps.poll();
    if (next == null) {
      return false;
    }
    term.append(next.term());
    step.setPositionIncrement(next.increment());
    return true;
  }
}
