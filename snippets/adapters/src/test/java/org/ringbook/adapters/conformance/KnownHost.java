package org.ringbook.adapters.conformance;

import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.illumos.IllumosExceptions;
import org.ringbook.adapters.illumos.IllumosHost;
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.linux.LinuxHost;
import org.ringbook.adapters.netbsd.NetBsdHost;
import org.ringbook.adapters.rtos.RtosExceptions;
import org.ringbook.adapters.rtos.RtosHost;
import org.ringbook.adapters.windows.WindowsExceptions;
import org.ringbook.adapters.windows.WindowsHost;

/** All hosts there are: a line each. */
enum KnownHost {
  FREEBSD(FreeBsdHost::new, FreeBsdHost.class),
  FREEBSD_IFLIB(IflibHost::new, IflibHost.class),
  ILLUMOS(IllumosHost::attach, IllumosExceptions.class),
  LINUX(LinuxHost::attach, LinuxExceptions.class),
  NETBSD(NetBsdHost::new, NetBsdHost.class),
  RTOS(RtosHost::attach, RtosExceptions.class),
  WINDOWS(WindowsHost::attach, WindowsExceptions.class);

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
