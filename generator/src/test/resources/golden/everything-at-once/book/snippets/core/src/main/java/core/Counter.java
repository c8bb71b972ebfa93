package core;

/** Counts. */
public final class Counter {

  // tag::state[]
  private int count;

  // end::state[]

  // tag::next[]
  /** The next number, from 1 on. */
  public int next() {
    return ++count;
  }
  // end::next[]
}
