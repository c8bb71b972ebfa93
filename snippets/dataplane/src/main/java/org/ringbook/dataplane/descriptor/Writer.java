package org.ringbook.dataplane.descriptor;

/** Which party writes a field while a descriptor goes round the ring. */
public enum Writer {
  /** The driver, before it hands the descriptor to the device. */
  DRIVER,
  /** The device, in its write-back. */
  DEVICE,
  /** The driver clears the field, the device sets it. */
  BOTH,
  /** Reserved: the driver leaves it zero, and nobody may read a meaning into it. */
  NOBODY
}
