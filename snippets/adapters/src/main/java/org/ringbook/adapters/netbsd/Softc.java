package org.ringbook.adapters.netbsd;

import org.ringbook.dataplane.port.Port;

/** What the parts of the driver share: the kernel's objects and the port. */
final class Softc {
  final Kernel kernel;
  final Mbufs mbufs;
  final Ifnet ifp;
  Port port;

  Softc(Kernel kernel, Mbufs mbufs) {
    this.kernel = kernel;
    this.mbufs = mbufs;
    this.ifp = new Ifnet(kernel, mbufs);
  }
}
