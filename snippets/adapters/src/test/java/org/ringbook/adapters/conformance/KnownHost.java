package org.ringbook.adapters.conformance;

import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.linux.LinuxHost;
import org.ringbook.adapters.netbsd.NetBsdHost;

/** All hosts there are: a line each. */
@SuppressWarnings("ImmutableEnumChecker") // nothing changes them
enum KnownHost {
  LINUX(LinuxHost::attach, LinuxExceptions.class),
  FREEBSD(FreeBsdHost::new, FreeBsdHost.class),
  FREEBSD_IFLIB(IflibHost::new, IflibHost.class),
  NETBSD(NetBsdHost::new, NetBsdHost.class);

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
