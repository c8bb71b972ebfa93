/**
 * The portable core of a NIC driver's data plane. It needs java.base and makes no
 * operating-system call: an adapter brings the buffers, the DMA rules and the
 * interrupts of one kernel, the core brings what every NIC driver does alike.
 */
// tag::module[]
module org.ringbook.dataplane {
  exports org.ringbook.dataplane.admin;
  exports org.ringbook.dataplane.descriptor;
  exports org.ringbook.dataplane.dma;
  exports org.ringbook.dataplane.frame;
  exports org.ringbook.dataplane.interrupt;
  exports org.ringbook.dataplane.offload;
  exports org.ringbook.dataplane.packet;
  exports org.ringbook.dataplane.port;
  exports org.ringbook.dataplane.ring;
}
// end::module[]
