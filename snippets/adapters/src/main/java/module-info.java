/**
 * Six operating systems around one data plane. Each package models the buffer, DMA,
 * context and ordering rules of one kernel, and has a driver that keeps them.
 */
module org.ringbook.adapters {
  requires transitive org.ringbook.dataplane;

  exports org.ringbook.adapters.early;
  exports org.ringbook.adapters.freebsd;
  exports org.ringbook.adapters.freebsd.busdma;
  exports org.ringbook.adapters.freebsd.iflib;
  exports org.ringbook.adapters.freebsd.minimal;
  exports org.ringbook.adapters.host;
  exports org.ringbook.adapters.illumos;
  exports org.ringbook.adapters.linux;
  exports org.ringbook.adapters.netbsd;
  exports org.ringbook.adapters.rtos;
  exports org.ringbook.adapters.windows;
}
