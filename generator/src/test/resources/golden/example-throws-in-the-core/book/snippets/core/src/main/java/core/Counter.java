package core;

/** Counts. */
public final class Counter {

  private int count;

  // tag::next[]
  /** The next number, from 1 on. */
  public int next() {
    if (count == 1) {
      throw new IllegalStateException("counted enough");
    }
    return ++count;
  }
  // end::next[]
}
