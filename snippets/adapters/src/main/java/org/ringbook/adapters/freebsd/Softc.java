package org.ringbook.adapters.freebsd;

import org.ringbook.dataplane.port.Port;

/** What the parts of the driver share: the kernel's objects and the port. */
final class Softc {
  final Kernel kernel;
  final Mbufs mbufs;
  final MbufChains chains;
  final Ifnet ifp;
  Port port;

  Softc(Kernel kernel, Mbufs mbufs) {
    this.kernel = kernel;
    this.mbufs = mbufs;
    this.chains = new MbufChains(kernel, mbufs);
    this.ifp = new Ifnet(kernel, mbufs);
  }
}
