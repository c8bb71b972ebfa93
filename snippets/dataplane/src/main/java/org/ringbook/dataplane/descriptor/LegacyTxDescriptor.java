package org.ringbook.dataplane.descriptor;

/** Placeholder while the skeleton is checked. */
final class LegacyTxDescriptor {
  private LegacyTxDescriptor() {}
}
