package org.ringbook.dataplane.ring;

/** Refuses a number that its field in a descriptor has no room for. */
final class Limits {
  private Limits() {}

  static void require(String what, int bytes, int least, int most) {
    if (bytes < least || bytes > most) {
      throw new IllegalArgumentException(
          what + " of " + bytes + " bytes, not " + least + " to " + most);
    }
  }
}
