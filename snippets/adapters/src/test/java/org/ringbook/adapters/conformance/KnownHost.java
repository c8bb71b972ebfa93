package org.ringbook.adapters.conformance;

import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.illumos.IllumosExceptions;
import org.ringbook.adapters.illumos.IllumosHost;
import org.ringbook.adapters.windows.WindowsExceptions;
import org.ringbook.adapters.windows.WindowsHost;

/** All hosts there are: a line each. */
enum KnownHost {
  ILLUMOS(IllumosHost::attach, IllumosExceptions.class),
  WINDOWS(WindowsHost::attach, WindowsExceptions.class),
  ;

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
