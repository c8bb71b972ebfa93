package org.ringbook.dataplane.packet;

/**
 * A packet was used by someone who does not own it. In C: corruption, found later.
 */
public final class WrongOwner extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  WrongOwner(String message) {
    super(message);
  }
}
