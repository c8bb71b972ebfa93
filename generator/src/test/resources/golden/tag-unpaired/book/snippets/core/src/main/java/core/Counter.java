package core;

/** Counts. */
public final class Counter {

  // end::count[]
  private int count;

  // tag::next[]
  /** The next number, from 1 on. */
  public int next() {
    return ++count;
  }
}
