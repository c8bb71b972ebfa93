/**
 * The trial before a release: one proof for each row of the score, on every
 * kernel and device, and what it is worth. {@link
 * org.ringbook.porting.trial.FinalTrial} runs the proofs, {@link
 * org.ringbook.porting.trial.Grade} adds them up.
 *
 * <p>The proofs are short ones; the adapters' conformance suite has the long
 * ones.
 */
package org.ringbook.porting.trial;
