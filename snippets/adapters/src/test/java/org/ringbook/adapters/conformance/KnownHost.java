package org.ringbook.adapters.conformance;

import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.HostFactory;
<<<<<<< HEAD
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.linux.LinuxHost;

/** All hosts there are: a line each. */
enum KnownHost {
  LINUX(LinuxHost::attach, LinuxExceptions.class);
=======
import org.ringbook.adapters.netbsd.NetBsdHost;

/** All hosts there are: a line each. */
enum KnownHost {
  /** FreeBSD, native. */
  FREEBSD(FreeBsdHost::new, FreeBsdHost.class),
  /** NetBSD. */
  NETBSD(NetBsdHost::new, NetBsdHost.class);
>>>>>>> bsd

  private final HostFactory factory;
  private final Class<?>[] stubs;

  KnownHost(HostFactory factory, Class<?>... stubs) {
    this.factory = factory;
    this.stubs = stubs;
  }

  HostFactory factory() {
    return factory;
  }

  ExceptionRegister exceptions() {
    return ExceptionRegister.of(stubs);
  }
}
