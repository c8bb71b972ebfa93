package core;

/** Counts. */
public final class Counter {

  // tag::next[]
  private int count;

  // end::next[]

  // tag::next[]
  /** The next number, from 1 on. */
  public int next() {
    return ++count;
  }
  // end::next[]
}
