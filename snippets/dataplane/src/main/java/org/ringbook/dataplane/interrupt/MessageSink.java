package org.ringbook.dataplane.interrupt;

/**
 * Where message-signalled interrupts arrive: a write of four bytes to an address
 * that is no memory but the interrupt controller's. It follows the data on the same
 * path, so a handler finds written what the message announces; a line runs beside
 * it.
 */
@FunctionalInterface
public interface MessageSink {

  /** Takes one message: the address and data that the vector was programmed with. */
  void write(long address, int data);
}
