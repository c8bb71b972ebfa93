package org.ringbook.model;

/** How bad a {@link Problem} is. */
public enum Severity {
  /** The build fails: a reader would meet something unproven or broken. */
  ERROR,
  /** Worth a look; the build goes on. */
  WARNING
}
