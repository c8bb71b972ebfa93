package org.ringbook.prove;

import org.ringbook.model.Listing;
import org.ringbook.model.Problems;

/**
 * A way to prove listings of some language, such as console commands, that the Java compiler can't.
 *
 * <p>The proofs of a build are asked in order; the first that doesn't answer {@link Verdict#PASS}
 * decides.
 */
@FunctionalInterface
public interface ListingProof {

  /** What a proof says about a listing. */
  enum Verdict {
    /** It holds. */
    PROVEN,
    /** It doesn't hold; the proof has added the problem that says why. */
    REFUTED,
    /** Not for this proof to say. */
    PASS
  }

  /** Judges one listing, and adds a problem for each thing that is wrong with it. */
  Verdict judge(Listing listing, Problems problems);
}
