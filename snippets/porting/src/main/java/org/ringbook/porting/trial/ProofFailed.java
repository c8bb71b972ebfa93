package org.ringbook.porting.trial;

/** A proof showed the opposite; the message says how. */
public final class ProofFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  ProofFailed(String how) {
    super(how);
  }
}
