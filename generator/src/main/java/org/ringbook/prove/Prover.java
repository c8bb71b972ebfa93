package org.ringbook.prove;

import org.ringbook.model.Book;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;

/**
 * Proves books: compiles what they show, runs their examples, compares outputs.
 *
 * <p>Keep one for a series of builds: its worker JVMs and its compiler stay warm.
 */
public final class Prover implements AutoCloseable {

  /** A stage with these bounds; no JVM is started before an example must run. */
  public Prover(ProveSettings settings) {}

  /** Proves a book that nobody watches. */
  public ProvenBook prove(Book book, Problems problems) throws InterruptedException {
    return prove(book, problems, ProveProgress.SILENT);
  }

  /**
   * Proves everything that can be, and adds a problem for all else.
   *
   * @return the book with every example that ran to its end in this build or one with the same
   *     sources, its output drifted or not
   * @throws InterruptedException when the calling thread is; the running examples are ended
   */
  public ProvenBook prove(Book book, Problems problems, ProveProgress progress)
      throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** Ends the workers. */
  @Override
  public void close() {}
}
